'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { eraseLead } from './mutations/erase-lead';
import { mergeLeads } from './mutations/merge-leads';
import { undoMerge } from './mutations/undo-merge';
import { eraseSchema, mergeIdSchema, mergeSchema } from './schema';

/** Has every screen that may show one of the two leads drawn anew. */
function refreshScreens(...leadIds: readonly string[]): void {
  for (const path of ['/queue', '/leads', '/leads/duplicates', '/grid']) revalidatePath(path);
  for (const id of leadIds) revalidatePath(`/leads/${id}`, 'layout');
}

/** Merges one lead into another. */
export async function mergeLeadsAction(input: unknown): Promise<ActionResult<{ mergeId: string }>> {
  return runAction(async () => {
    const actor = await requireActor('leads:merge');
    const merge = parseInput(mergeSchema, input);
    const done = await mergeLeads(actor, merge, new Date());
    refreshScreens(merge.survivorId, merge.mergedId);
    return done;
  });
}

/** Takes a merge back. */
export async function undoMergeAction(
  input: unknown,
): Promise<ActionResult<{ survivorId: string; mergedId: string }>> {
  return runAction(async () => {
    const actor = await requireActor('leads:merge');
    const { mergeId } = parseInput(mergeIdSchema, input);
    const undone = await undoMerge(actor, mergeId, new Date());
    refreshScreens(undone.survivorId, undone.mergedId);
    return undone;
  });
}

/** Erases a person; what reports count stays. */
export async function eraseLeadAction(input: unknown): Promise<ActionResult<void>> {
  return runAction(async () => {
    const actor = await requireActor('leads:erase');
    const { leadId } = parseInput(eraseSchema, input);
    // Nothing is drawn anew here: that would draw the lead's own screen too, which is gone.
    await eraseLead(actor, leadId);
  });
}
