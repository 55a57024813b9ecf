'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { addProposedCriterion, choosePrediction, makeDraft, startLearning } from './mutations';
import { addProposalSchema, makeDraftSchema, predictionSettingSchema, startLearningSchema } from './schema';

/** Has a rubric learned from the closed deals. */
export async function startLearningAction(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const run = await startLearning(actor, parseInput(startLearningSchema, input));
    revalidatePath('/rubric/learn');
    return run;
  });
}

/** Makes what was learned the draft. */
export async function makeDraftAction(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const draft = await makeDraft(actor, parseInput(makeDraftSchema, input));
    revalidatePath('/rubric', 'layout');
    return draft;
  });
}

/** Puts a proposed criterion into the draft. */
export async function addProposalAction(input: unknown): Promise<ActionResult<{ added: boolean }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const added = await addProposedCriterion(actor, parseInput(addProposalSchema, input));
    revalidatePath('/rubric', 'layout');
    revalidatePath('/reports', 'layout');
    return added;
  });
}

/** Has a run's rubric give the predictive score, or ends that. */
export async function choosePredictionAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    await choosePrediction(actor, parseInput(predictionSettingSchema, input));
    revalidatePath('/rubric/learn');
    return null;
  });
}
