'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { countUndo } from './data';
import { previewScores, type PreviewScore } from './mutations/preview-scores';
import { requestUndo } from './mutations/undo-import';
import {
  applyMapping,
  changeOptions,
  discardImport,
  queueImport,
  queueImports,
  requestDryRun,
} from './mutations/uploads';
import { applyMappingSchema, changeOptionsSchema, importIdSchema, importIdsSchema } from './schema';
import type { Undone } from './undo-schema';

/** Changes how an uploaded file will be read: its kind, its columns, its source. */
export async function changeOptionsAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('imports:write');
    const { id, ...options } = parseInput(changeOptionsSchema, input);
    await changeOptions(actor, id, options);
    revalidatePath(`/imports/${id}`);
    return null;
  });
}

/** Lets a mapping file say how an uploaded file will be read. */
export async function applyMappingAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('imports:write');
    const { id, text } = parseInput(applyMappingSchema, input);
    await applyMapping(actor, id, text);
    revalidatePath(`/imports/${id}`);
    return null;
  });
}

/** Starts the import of an uploaded file. */
export async function startImportAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('imports:write');
    const { id } = parseInput(importIdSchema, input);
    await queueImport(actor, id, new Date());
    revalidatePath('/imports', 'layout');
    return null;
  });
}

/** Starts the imports of several uploaded files, in the order in which they need each other. */
export async function startImportsAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('imports:write');
    await queueImports(actor, parseInput(importIdsSchema, input).ids, new Date());
    revalidatePath('/imports', 'layout');
    return null;
  });
}

/** Throws an uploaded file away that was not started. */
export async function discardImportAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('imports:write');
    await discardImport(actor, parseInput(importIdSchema, input).id);
    revalidatePath('/imports');
    return null;
  });
}

/** What the leads of a draft's first rows would score. */
export async function previewScoresAction(input: unknown): Promise<ActionResult<PreviewScore[]>> {
  return runAction(async () => {
    const actor = await requireActor('imports:write');
    return previewScores(actor, parseInput(importIdSchema, input).id, new Date());
  });
}

/** Has the worker say what importing a draft would do. */
export async function dryRunAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('imports:write');
    const { id } = parseInput(importIdSchema, input);
    await requestDryRun(actor, id);
    revalidatePath(`/imports/${id}`);
    return null;
  });
}

/** What undoing an import would do. */
export async function countUndoAction(input: unknown): Promise<ActionResult<Undone>> {
  return runAction(async () => {
    await requireActor('imports:write');
    return countUndo(parseInput(importIdSchema, input).id);
  });
}

/** Has the worker undo an import. */
export async function undoImportAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('imports:write');
    const { id } = parseInput(importIdSchema, input);
    await requestUndo(actor, id);
    revalidatePath('/imports', 'layout');
    return null;
  });
}
