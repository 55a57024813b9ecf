'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { decideEvent, restoreReason } from './mutations';
import { decideEventSchema, restoreReasonSchema } from './schema';

/** Has an event that a rule set aside counted, or takes that back. */
export async function decideEventAction(input: unknown): Promise<ActionResult<{ leadId: string | null }>> {
  return runAction(async () => {
    const actor = await requireActor('events:decide');
    const decided = await decideEvent(actor, parseInput(decideEventSchema, input));
    if (decided.leadId) revalidatePath(`/leads/${decided.leadId}`);
    revalidatePath('/settings/filtered');
    return decided;
  });
}

/** Has every event that was set aside for a reason counted; answers how many, of how many leads. */
export async function restoreReasonAction(
  input: unknown,
): Promise<ActionResult<{ events: number; leads: number }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const { reason } = parseInput(restoreReasonSchema, input);
    const restored = await restoreReason(actor, reason);
    revalidatePath('/settings/filtered');
    return restored;
  });
}
