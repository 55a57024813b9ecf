'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { takeLead, takeNextLead } from './mutations';
import { toQueueFilter } from './queue-conditions';
import { nextLeadSchema, takeLeadSchema } from './schema';

/** Gives the best free lead under the queue's filters and keeps it for the asker; null when none is free. */
export async function takeNextLeadAction(input: unknown): Promise<ActionResult<{ leadId: string } | null>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const taken = await takeNextLead(actor, toQueueFilter(parseInput(nextLeadSchema, input)), new Date());
    revalidatePath('/queue');
    return taken;
  });
}

/** Makes a free lead the asker's own. */
export async function takeLeadAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const { leadId } = parseInput(takeLeadSchema, input);
    await takeLead(actor, leadId, new Date());
    revalidatePath('/queue');
    revalidatePath(`/leads/${leadId}`);
    return null;
  });
}
