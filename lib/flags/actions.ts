'use server';

import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { answerFlag, markAnswersSeen, raiseFlag, withdrawFlag } from './mutations';
import { answerFlagSchema, flagIdSchema, raiseFlagSchema } from './schema';
import type { Flag } from './types';

/** Says that a criterion or a disqualifier is wrong, and why. */
export async function raiseFlagAction(input: unknown): Promise<ActionResult<Flag>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:read');
    return raiseFlag(actor, parseInput(raiseFlagSchema, input), new Date());
  });
}

/** Answers a flag. */
export async function answerFlagAction(input: unknown): Promise<ActionResult<Flag>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    return answerFlag(actor, parseInput(answerFlagSchema, input), new Date());
  });
}

/** Takes back a flag of one's own. */
export async function withdrawFlagAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:read');
    await withdrawFlag(actor, parseInput(flagIdSchema, input).id, new Date());
    return null;
  });
}

/** Notes that the answers to one's flags were seen. */
export async function markAnswersSeenAction(): Promise<ActionResult<null>> {
  return runAction(async () => {
    await markAnswersSeen(await requireActor('rubric:read'), new Date());
    return null;
  });
}
