import type { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { writeAudit } from '@/lib/audit/mutations';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { createToken, hashPassword, hashToken } from '@/lib/server/passwords';
import type {
  addAbsenceSchema,
  capacitySchema,
  inviteSchema,
  joinSchema,
  newPasswordSchema,
  updateUserSchema,
} from './schema';

const DAY_MS = 86_400_000;
const LINK_DAYS = 7;

type Admin = Actor<'people:manage'>;

/**
 * Makes the one-time token with which the first admin signs up; earlier ones stop working.
 *
 * @returns the token, or null when someone has an account already.
 */
export async function createFirstAdminToken(now: Date): Promise<string | null> {
  const { token, tokenHash } = createToken();
  return getDb().$transaction(async (tx) => {
    if (await tx.user.findFirst({ select: { id: true } })) return null;
    await tx.invitation.deleteMany({ where: { createdById: null } });
    const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY_MS);
    await tx.invitation.create({ data: { tokenHash, role: 'admin', expiresAt } });
    return token;
  });
}

/** Invites someone to join with a role; the token in the result is shown once and kept only as a hash. */
export async function invitePerson(actor: Admin, input: z.output<typeof inviteSchema>, now: Date) {
  const { token, tokenHash } = createToken();
  await getDb().$transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { email: input.email }, select: { id: true } })) {
      throw new AppError('conflict', `${input.email} has an account already.`);
    }
    const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY_MS);
    await tx.invitation.create({ data: { tokenHash, ...input, createdById: actor.id, expiresAt } });
    await writeAudit(tx, {
      user: actor,
      action: 'person.invited',
      subject: input.email,
      details: { role: input.role },
    });
  });
  return token;
}

/** Makes a one-time link's token with which a person sets a new password. */
export async function createPasswordToken(actor: Admin, userId: string, now: Date): Promise<string> {
  const { token, tokenHash } = createToken();
  await getDb().$transaction(async (tx) => {
    const person = await findPerson(tx, userId);
    const expiresAt = new Date(now.getTime() + DAY_MS);
    const { role, email } = person;
    await tx.invitation.create({
      data: { tokenHash, role, email, userId, createdById: actor.id, expiresAt },
    });
    await writeAudit(tx, { user: actor, action: 'person.password_link_made', subject: email });
  });
  return token;
}

/** Uses up a token, so that of two people with one link only one gets in. */
async function useInvitation(tx: Db, token: string, now: Date) {
  const used = await tx.invitation.updateManyAndReturn({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  const invitation = used[0];
  if (!invitation)
    throw new AppError('not_found', 'This link was used already or has expired. Ask for a new one.');
  return invitation;
}

/** Creates the account of someone who came by an invitation. */
export async function joinByInvitation(input: z.output<typeof joinSchema>, now: Date): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await getDb().$transaction(async (tx) => {
    const invitation = await useInvitation(tx, input.token, now);
    if (invitation.userId)
      throw new AppError('not_found', 'This link sets a new password; it does not create an account.');
    if (invitation.email && invitation.email !== input.email) {
      throw new AppError('invalid', `This invitation is for ${invitation.email}.`);
    }
    if (await tx.user.findUnique({ where: { email: input.email }, select: { id: true } })) {
      throw new AppError('conflict', `${input.email} has an account already. Sign in.`);
    }
    const { name, email } = input;
    const user = await tx.user.create({ data: { name, email, role: invitation.role, passwordHash } });
    await writeAudit(tx, { user, action: 'person.joined', subject: email, details: { role: user.role } });
  });
}

/** Sets a new password by a one-time link and ends the person's sessions. */
export async function setPasswordByToken(
  input: z.output<typeof newPasswordSchema>,
  now: Date,
): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await getDb().$transaction(async (tx) => {
    const { userId } = await useInvitation(tx, input.token, now);
    if (!userId) throw new AppError('not_found', 'This link is an invitation; open it to join.');
    const user = await tx.user.update({
      where: { id: userId },
      data: { passwordHash, sessionEpoch: { increment: 1 } },
    });
    await writeAudit(tx, { user, action: 'person.password_set', subject: user.email });
  });
}

/** Changes a person's role or whether they may sign in, and ends their sessions; the last active admin stays one. */
export async function updatePerson(actor: Admin, input: z.output<typeof updateUserSchema>): Promise<void> {
  await getDb().$transaction(async (tx) => {
    // Two admins who demote each other at once must not both succeed.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "role" = 'admin' ORDER BY "id" FOR UPDATE`;
    const before = await findPerson(tx, input.userId);
    const role = input.role ?? before.role;
    const active = input.active ?? before.active;
    if (role === before.role && active === before.active) return;
    await tx.user.update({
      where: { id: before.id },
      data: { role, active, sessionEpoch: { increment: 1 } },
    });
    if (!(await tx.user.findFirst({ where: { role: 'admin', active: true }, select: { id: true } }))) {
      throw new AppError('conflict', 'Someone has to stay admin. Make another person admin first.');
    }
    await writeAudit(tx, {
      user: actor,
      action: 'person.changed',
      subject: before.email,
      details: { before: { role: before.role, active: before.active }, after: { role, active } },
    });
  });
}

async function findPerson(tx: Db, userId: string) {
  const person = await tx.user.findUnique({ where: { id: userId } });
  if (!person) throw new AppError('not_found', 'This person has no account any more.');
  return person;
}

/** Notes the moment of a sign-in. */
export async function noteSignIn(userId: string, now: Date): Promise<void> {
  await getDb().user.update({ where: { id: userId }, data: { lastSignInAt: now } });
}

/** Sets the password of accounts that exist, by e-mail address: the demo's accounts, whose password the user may choose. */
export async function setPasswords(emails: readonly string[], password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await getDb().user.updateMany({
    where: { email: { in: [...emails] } },
    data: { passwordHash, sessionEpoch: { increment: 1 } },
  });
}

/** Says how many open leads routing may bring a person to; null for the installation's number. */
export async function setCapacity(
  actor: Actor<'routing:write'>,
  { userId, capacity }: z.output<typeof capacitySchema>,
): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const before = await findPerson(tx, userId);
    await tx.user.update({ where: { id: userId }, data: { capacity } });
    const details = { before: { capacity: before.capacity }, after: { capacity } };
    await writeAudit(tx, { user: actor, action: 'person.capacity_changed', subject: before.email, details });
  });
}

/** Notes days on which a person is away. */
export async function addAbsence(
  actor: Actor<'routing:write'>,
  { userId, firstDay, lastDay }: z.output<typeof addAbsenceSchema>,
): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const { email } = await findPerson(tx, userId);
    await tx.absence.create({
      data: { userId, firstDay: new Date(firstDay), lastDay: new Date(lastDay) },
    });
    const details = { firstDay, lastDay };
    await writeAudit(tx, { user: actor, action: 'person.absence_added', subject: email, details });
  });
}

/** Takes back an absence. */
export async function removeAbsence(actor: Actor<'routing:write'>, absenceId: string): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const [gone] = await tx.absence.findMany({
      where: { id: absenceId },
      select: { firstDay: true, lastDay: true, user: { select: { email: true } } },
    });
    if (!gone) throw new AppError('not_found', 'This absence was removed already.');
    await tx.absence.delete({ where: { id: absenceId } });
    const day = (at: Date) => at.toISOString().slice(0, 10);
    const details = { firstDay: day(gone.firstDay), lastDay: day(gone.lastDay) };
    await writeAudit(tx, {
      user: actor,
      action: 'person.absence_removed',
      subject: gone.user.email,
      details,
    });
  });
}
