'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { saveCalm } from './mutations';
import { saveCalmSchema } from './schema';

/** Saves when a lead that comes back is news again. */
export async function saveCalmAction(input: unknown): Promise<ActionResult<{ savedAt: number }>> {
  return runAction(async () => {
    const actor = await requireActor('routing:write');
    const saved = await saveCalm(actor, parseInput(saveCalmSchema, input));
    revalidatePath('/settings/notifications');
    return saved;
  });
}
