import type { Prisma } from '@/lib/generated/prisma/client';
import { getDb, type Db } from '@/lib/server/db';
import type { Flag } from './types';

/** How long answered flags stay beside what was flagged, in days. */
const ANSWERS_SHOWN_DAYS = 90;

/** Flags that are read at most: the open ones first. */
const MOST_FLAGS = 500;

const COLUMNS = {
  id: true,
  kind: true,
  criterionId: true,
  label: true,
  rubricNumber: true,
  reason: true,
  at: true,
  userId: true,
  user: { select: { name: true } },
  lead: { select: { id: true, name: true, email: true } },
  outcome: true,
  answer: true,
  answeredAt: true,
  answeredBy: { select: { name: true } },
  seenAt: true,
} as const satisfies Prisma.FlagSelect;

type FlagRow = Prisma.FlagGetPayload<{ select: typeof COLUMNS }>;

function toFlag(row: FlagRow, readerId: string): Flag {
  const { outcome, answer, answeredAt, answeredBy, user, userId, lead, seenAt, criterionId, ...rest } = row;
  return {
    ...rest,
    itemId: criterionId,
    by: user?.name ?? null,
    own: userId === readerId,
    lead: lead && { id: lead.id, name: lead.name ?? lead.email ?? 'A lead without a name' },
    answer:
      outcome && answeredAt
        ? { outcome, words: answer ?? '', by: answeredBy?.name ?? null, at: answeredAt }
        : null,
    seen: seenAt !== null,
  };
}

/** The flags to show a reader: every open one, and those answered in the last 90 days; the newest first. */
export async function listFlags(readerId: string, now: Date): Promise<Flag[]> {
  const since = new Date(now.getTime() - ANSWERS_SHOWN_DAYS * 86_400_000);
  const rows = await getDb().flag.findMany({
    where: { OR: [{ answeredAt: null }, { answeredAt: { gte: since }, outcome: { not: 'withdrawn' } }] },
    orderBy: [{ answeredAt: { sort: 'desc', nulls: 'first' } }, { at: 'desc' }],
    take: MOST_FLAGS,
    select: COLUMNS,
  });
  return rows.map((row) => toFlag(row, readerId));
}

/** One flag as a reader sees it; null when there is none. */
export async function findFlag(id: string, readerId: string, db: Db = getDb()): Promise<Flag | null> {
  const row = await db.flag.findUnique({ where: { id }, select: COLUMNS });
  return row && toFlag(row, readerId);
}

/** How many flags wait for an answer. */
export function countOpenFlags(): Promise<number> {
  return getDb().flag.count({ where: { answeredAt: null } });
}

/** How many of somebody's flags have been answered without their having seen it. */
export function countUnseenAnswers(userId: string): Promise<number> {
  return getDb().flag.count({
    where: { userId, answeredAt: { not: null }, outcome: { not: 'withdrawn' }, seenAt: null },
  });
}
