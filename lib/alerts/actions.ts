'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { markAlertsSeen } from './mutations';
import { seenSchema } from './schema';

/** Notes that the asker has seen what they were told until an instant. */
export async function markSeenAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('leads:read');
    const { until } = parseInput(seenSchema, input);
    await markAlertsSeen(actor, new Date(until), new Date());
    revalidatePath('/', 'layout');
    return null;
  });
}
