'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { saveLists } from './mutations';
import { saveListsSchema } from './schema';

/** Saves the installation's own lists; answers when, and how many leads are rescored. */
export async function saveListsAction(
  input: unknown,
): Promise<ActionResult<{ savedAt: number | null; rescored: number }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const saved = await saveLists(actor, parseInput(saveListsSchema, input));
    revalidatePath('/settings/lists');
    return saved;
  });
}
