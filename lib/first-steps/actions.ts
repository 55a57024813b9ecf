'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { chooseTemplate, dismissFirstSteps } from './mutations';
import { chooseTemplateSchema } from './schema';

/** Makes a template the draft; answers whether one was made, or the template is live as it is. */
export async function chooseTemplateAction(input: unknown): Promise<ActionResult<{ drafted: boolean }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const chosen = await chooseTemplate(actor, parseInput(chooseTemplateSchema, input));
    revalidatePath('/', 'layout');
    return chosen;
  });
}

/** Puts the reminder of the first steps away. */
export async function dismissFirstStepsAction(): Promise<ActionResult<null>> {
  return runAction(async () => {
    await dismissFirstSteps(await requireActor('settings:read'));
    revalidatePath('/', 'layout');
    return null;
  });
}
