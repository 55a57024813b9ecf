import { Prisma } from '@/lib/generated/prisma/client';
import type { LEAD_ORDERS } from './constants';
import type { Cursor } from './cursor';

export type LeadOrder = (typeof LEAD_ORDERS)[number];

/** The sort of a list of leads; each is total, so that pages neither repeat nor skip a lead. */
const FORWARD: Record<LeadOrder, Prisma.Sql> = {
  rank: Prisma.sql`s."tierRank", s."score" DESC, s."leadId"`,
  score: Prisma.sql`s."score" DESC, s."leadId"`,
  added: Prisma.sql`l."id" DESC`,
};

const BACKWARD: Record<LeadOrder, Prisma.Sql> = {
  rank: Prisma.sql`s."tierRank" DESC, s."score", s."leadId" DESC`,
  score: Prisma.sql`s."score", s."leadId" DESC`,
  added: Prisma.sql`l."id"`,
};

export type Direction = 'forward' | 'backward';

/** What stands behind ORDER BY, on "LeadScore" s and "Lead" l. */
export function toOrderBy(order: LeadOrder, direction: Direction): Prisma.Sql {
  return direction === 'forward' ? FORWARD[order] : BACKWARD[order];
}

/** The condition that a row comes after (or before) a cursor in an order. */
export function toKeyset(order: LeadOrder, direction: Direction, cursor: Cursor): Prisma.Sql {
  const { tierRank, score, leadId } = cursor;
  const forward = direction === 'forward';
  if (order === 'added') {
    return forward ? Prisma.sql`l."id" < ${leadId}::uuid` : Prisma.sql`l."id" > ${leadId}::uuid`;
  }
  const withinScore = forward
    ? Prisma.sql`(s."score" < ${score} OR (s."score" = ${score} AND s."leadId" > ${leadId}::uuid))`
    : Prisma.sql`(s."score" > ${score} OR (s."score" = ${score} AND s."leadId" < ${leadId}::uuid))`;
  if (order === 'score') return withinScore;
  // The first comparison bounds the index scan, the second is the exact place.
  return forward
    ? Prisma.sql`(s."tierRank" >= ${tierRank} AND (s."tierRank" > ${tierRank} OR ${withinScore}))`
    : Prisma.sql`(s."tierRank" <= ${tierRank} AND (s."tierRank" < ${tierRank} OR ${withinScore}))`;
}
