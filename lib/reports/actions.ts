'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { setMonthlyMail } from './mutations/monthly-mail';
import { recordReview } from './mutations/reviews';
import { monthlyMailSchema, recordReviewSchema } from './schema';

/** Records that the actor looked at whether the model works. */
export async function recordReviewAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('reports:read');
    await recordReview(actor, parseInput(recordReviewSchema, input).note, new Date());
    revalidatePath('/reports', 'layout');
    return null;
  });
}

/** Has the monthly summary sent to the actor by e-mail, or no longer. */
export async function setMonthlyMailAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('reports:read');
    await setMonthlyMail(actor, parseInput(monthlyMailSchema, input).wanted);
    revalidatePath('/reports', 'layout');
    return null;
  });
}
