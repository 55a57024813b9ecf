'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { createSource, mapEventName, revokeSource, setOrigins, type NewSource } from './mutations';
import { createSourceSchema, mapEventNameSchema, setOriginsSchema, sourceIdSchema } from './schema';

/** Connects a site or server; answers its write key. */
export async function createSourceAction(input: unknown): Promise<ActionResult<NewSource>> {
  return runAction(async () => {
    const actor = await requireActor('sources:manage');
    const made = await createSource(actor, parseInput(createSourceSchema, input));
    revalidatePath('/settings/sources');
    return made;
  });
}

/** Says from which origins' pages a source may send. */
export async function setOriginsAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('sources:manage');
    await setOrigins(actor, parseInput(setOriginsSchema, input));
    revalidatePath('/settings/sources');
    return null;
  });
}

/** Ends a source. */
export async function revokeSourceAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('sources:manage');
    await revokeSource(actor, parseInput(sourceIdSchema, input).sourceId);
    revalidatePath('/settings/sources');
    return null;
  });
}

/** Has events of a name be of a type. */
export async function mapEventNameAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    await mapEventName(actor, parseInput(mapEventNameSchema, input));
    revalidatePath('/settings/events');
    return null;
  });
}
