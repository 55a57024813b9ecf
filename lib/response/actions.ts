'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { saveResponse } from './mutations';
import { saveResponseSchema } from './schema';

/** Saves how soon leads are to be answered, and when there is work. */
export async function saveResponseAction(input: unknown): Promise<ActionResult<{ savedAt: number }>> {
  return runAction(async () => {
    const actor = await requireActor('routing:write');
    const saved = await saveResponse(actor, parseInput(saveResponseSchema, input));
    revalidatePath('/settings/response');
    return saved;
  });
}
