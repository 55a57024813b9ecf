'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { setMonthlyMail } from './mutations/monthly-mail';
import { recordReview } from './mutations/reviews';
import { saveReportSettings } from './mutations/settings';
import { monthlyMailSchema, recordReviewSchema, saveReportSettingsSchema } from './schema';

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

/** Saves how long deals are given to close, and how often the model is reviewed. */
export async function saveReportSettingsAction(input: unknown): Promise<ActionResult<{ savedAt: number }>> {
  return runAction(async () => {
    const actor = await requireActor('reports:write');
    const saved = await saveReportSettings(actor, parseInput(saveReportSettingsSchema, input));
    revalidatePath('/reports', 'layout');
    revalidatePath('/settings/reports');
    return saved;
  });
}
