'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { createApiKey, revokeApiKey } from './mutations';
import { createKeySchema, revokeKeySchema } from './schema';

/** Makes a key; answers it, this once. */
export async function createKeyAction(input: unknown): Promise<ActionResult<{ key: string }>> {
  return runAction(async () => {
    const actor = await requireActor('keys:manage');
    const { key } = await createApiKey(actor, parseInput(createKeySchema, input), new Date());
    revalidatePath('/settings/api-keys');
    return { key };
  });
}

/** Takes a key out of use. */
export async function revokeKeyAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('keys:manage');
    await revokeApiKey(actor, parseInput(revokeKeySchema, input).keyId, new Date());
    revalidatePath('/settings/api-keys');
    return null;
  });
}
