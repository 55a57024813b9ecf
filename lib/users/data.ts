import { getDb } from '@/lib/server/db';
import type { Role } from '@/lib/generated/prisma/enums';

const ACCOUNT = {
  id: true,
  name: true,
  email: true,
  role: true,
  active: true,
  sessionEpoch: true,
} as const;

/** The account behind a session, or null. */
export function findAccount(id: string) {
  return getDb().user.findUnique({ where: { id }, select: ACCOUNT });
}

/** The account and password hash behind an e-mail address (already normalised), or null. */
export function findAccountByEmail(email: string) {
  return getDb().user.findUnique({ where: { email }, select: { ...ACCOUNT, passwordHash: true } });
}

export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  createdAt: Date;
  lastSignInAt: Date | null;
  openLeads: number;
  /** How many routing may bring them to; null for the installation's number. */
  capacity: number | null;
  /** Present and coming, the next first; days as ISO 8601 writes them. */
  absences: { id: string; firstDay: string; lastDay: string }[];
}

/** Everyone with an account, by name, with the number of open leads each owns. */
export async function listPeople(): Promise<Person[]> {
  const rows = await getDb().user.findMany({
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      active: true,
      createdAt: true,
      lastSignInAt: true,
      capacity: true,
      absences: {
        where: { lastDay: { gte: new Date(new Date().toISOString().slice(0, 10)) } },
        orderBy: { firstDay: 'asc' },
        select: { id: true, firstDay: true, lastDay: true },
      },
      _count: { select: { ownedLeads: { where: { state: { in: ['new', 'working'] } } } } },
    },
  });
  const day = (at: Date) => at.toISOString().slice(0, 10);
  return rows.map(({ _count, absences, ...person }) => ({
    ...person,
    openLeads: _count.ownedLeads,
    absences: absences.map(({ id, firstDay, lastDay }) => {
      return { id, firstDay: day(firstDay), lastDay: day(lastDay) };
    }),
  }));
}

/** Links that were made and neither used nor expired, newest first. */
export function listOpenInvitations(now: Date) {
  return getDb().invitation.findMany({
    where: { usedAt: null, expiresAt: { gt: now }, createdById: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, role: true, email: true, userId: true, createdAt: true, expiresAt: true },
  });
}

/** The open invitation behind a token's hash, or null when it is unknown, used or expired. */
export function findInvitation(tokenHash: string, now: Date) {
  return getDb().invitation.findFirst({ where: { tokenHash, usedAt: null, expiresAt: { gt: now } } });
}

/** Whether anyone has an account yet. */
export async function hasAnyUser(): Promise<boolean> {
  return (await getDb().user.findFirst({ select: { id: true } })) !== null;
}
