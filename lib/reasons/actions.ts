'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { saveReasons } from './mutations';
import { saveReasonsSchema } from './schema';

/** Saves why leads may be given up; answers when. */
export async function saveReasonsAction(input: unknown): Promise<ActionResult<{ savedAt: number }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const saved = await saveReasons(actor, parseInput(saveReasonsSchema, input));
    revalidatePath('/settings/lists');
    return saved;
  });
}
