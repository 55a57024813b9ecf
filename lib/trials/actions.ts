'use server';

import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { runTrial } from './data';
import { trialSchema } from './schema';
import type { Trial } from './types';

/** Scores one lead by the draft in the editor and by the live version; writes nothing. */
export async function runTrialAction(input: unknown): Promise<ActionResult<Trial>> {
  return runAction(async () => {
    await requireActor('rubric:write');
    const { document, subject } = parseInput(trialSchema, input);
    return runTrial(document, subject, new Date());
  });
}
