'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { tryRouting, type Trial } from './data/trial';
import { saveRouting } from './mutations/save-routing';
import { saveRoutingSchema, tryRoutingSchema } from './schema';

/** Saves routing. */
export async function saveRoutingAction(input: unknown): Promise<ActionResult<{ savedAt: number }>> {
  return runAction(async () => {
    const actor = await requireActor('routing:write');
    const saved = await saveRouting(actor, parseInput(saveRoutingSchema, input));
    revalidatePath('/settings/routing');
    return saved;
  });
}

/** Tries routing on past leads, without saving it. */
export async function tryRoutingAction(input: unknown): Promise<ActionResult<Trial>> {
  return runAction(async () => {
    await requireActor('routing:write');
    return tryRouting(parseInput(tryRoutingSchema, input), new Date());
  });
}
