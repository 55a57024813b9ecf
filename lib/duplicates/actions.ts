'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { judgeDuplicate, requestDuplicates } from './mutations';
import { judgeSchema } from './schema';

/** Remembers that two leads are not the same, or takes that back. */
export async function judgeDuplicateAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('leads:merge');
    const judged = parseInput(judgeSchema, input);
    await judgeDuplicate(actor, judged, new Date());
    revalidatePath('/leads/duplicates');
    for (const id of [judged.leadId, judged.otherId]) revalidatePath(`/leads/${id}`, 'layout');
    return null;
  });
}

/** Has all leads looked through for duplicates. */
export async function requestDuplicatesAction(): Promise<ActionResult<null>> {
  return runAction(async () => {
    await requestDuplicates(await requireActor('leads:merge'));
    return null;
  });
}
