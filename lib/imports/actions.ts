'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { applyMapping, changeOptions, discardImport, queueImport } from './mutations/uploads';
import { applyMappingSchema, changeOptionsSchema, importIdSchema } from './schema';

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

/** Throws an uploaded file away that was not started. */
export async function discardImportAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('imports:write');
    await discardImport(actor, parseInput(importIdSchema, input).id);
    revalidatePath('/imports');
    return null;
  });
}
