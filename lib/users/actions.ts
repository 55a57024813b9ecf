'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { createRateLimit } from '@/lib/server/rate-limit';
import {
  addAbsence,
  createPasswordToken,
  invitePerson,
  joinByInvitation,
  removeAbsence,
  setCapacity,
  setPasswordByToken,
  updatePerson,
} from './mutations';
import {
  addAbsenceSchema,
  capacitySchema,
  inviteSchema,
  joinSchema,
  newPasswordSchema,
  removeAbsenceSchema,
  resetLinkSchema,
  updateUserSchema,
} from './schema';

const LINK_TRIES = createRateLimit('one-time-link', 30, 15 * 60);

/** Makes an invitation; answers the path of its one-time link. */
export async function inviteAction(input: unknown): Promise<ActionResult<{ path: string }>> {
  return runAction(async () => {
    const actor = await requireActor('people:manage');
    const token = await invitePerson(actor, parseInput(inviteSchema, input), new Date());
    revalidatePath('/settings/people');
    return { path: `/join?token=${token}` };
  });
}

/** Makes a link with which a person sets a new password; answers its path. */
export async function createPasswordLinkAction(input: unknown): Promise<ActionResult<{ path: string }>> {
  return runAction(async () => {
    const actor = await requireActor('people:manage');
    const { userId } = parseInput(resetLinkSchema, input);
    return { path: `/join?token=${await createPasswordToken(actor, userId, new Date())}` };
  });
}

/** Changes a person's role or activation. */
export async function updatePersonAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('people:manage');
    await updatePerson(actor, parseInput(updateUserSchema, input));
    revalidatePath('/settings/people');
    return null;
  });
}

/** Creates an account by a one-time link; open to whoever holds the link. */
export async function joinAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    await LINK_TRIES.consume('join');
    await joinByInvitation(parseInput(joinSchema, input), new Date());
    return null;
  });
}

/** Sets a new password by a one-time link; open to whoever holds the link. */
export async function setPasswordAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    await LINK_TRIES.consume('join');
    await setPasswordByToken(parseInput(newPasswordSchema, input), new Date());
    return null;
  });
}

/** Says how many open leads routing may bring a person to. */
export async function setCapacityAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('routing:write');
    await setCapacity(actor, parseInput(capacitySchema, input));
    revalidatePath('/settings/people');
    return null;
  });
}

/** Notes days on which a person is away. */
export async function addAbsenceAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('routing:write');
    await addAbsence(actor, parseInput(addAbsenceSchema, input));
    revalidatePath('/settings/people');
    return null;
  });
}

/** Takes back an absence. */
export async function removeAbsenceAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('routing:write');
    await removeAbsence(actor, parseInput(removeAbsenceSchema, input).absenceId);
    revalidatePath('/settings/people');
    return null;
  });
}
