'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { startChallenger, withdrawChallenger } from './mutations';
import { startChallengerSchema, withdrawChallengerSchema } from './schema';

/** Runs the draft in shadow beside the live version; answers the number it got. */
export async function startChallengerAction(
  input: unknown,
): Promise<ActionResult<{ id: string; number: number }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const started = await startChallenger(actor, parseInput(startChallengerSchema, input), new Date());
    revalidatePath('/rubric');
    return started;
  });
}

/** Ends the challenger's run. */
export async function withdrawChallengerAction(input: unknown): Promise<ActionResult<{ number: number }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const ended = await withdrawChallenger(actor, parseInput(withdrawChallengerSchema, input), new Date());
    revalidatePath('/rubric');
    return ended;
  });
}
