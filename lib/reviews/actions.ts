'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { reviewLead } from './mutations';
import { reviewSchema } from './schema';

/** Decides about a lead of low fit and high intent. */
export async function reviewLeadAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('leads:review');
    await reviewLead(actor, parseInput(reviewSchema, input), new Date());
    revalidatePath('/', 'layout');
    return null;
  });
}
