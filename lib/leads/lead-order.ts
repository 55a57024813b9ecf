import { Prisma } from '@/lib/generated/prisma/client';
import type { LEAD_ORDERS } from './constants';
import type { Cursor } from './cursor';

/** How the list of leads may be sorted, and how the queue is: by tier, the earliest answer due, score, the newest. */
export type LeadOrder = (typeof LEAD_ORDERS)[number] | 'queue';

/** The sort of a list of leads; each is total, so that pages neither repeat nor skip a lead. */
const FORWARD: Record<LeadOrder, Prisma.Sql> = {
  rank: Prisma.sql`s."tierRank", s."score" DESC, s."leadId"`,
  score: Prisma.sql`s."score" DESC, s."leadId"`,
  added: Prisma.sql`l."id" DESC`,
  queue: Prisma.sql`s."tierRank", l."respondBy" NULLS LAST, s."score" DESC, s."leadId" DESC`,
};

const BACKWARD: Record<LeadOrder, Prisma.Sql> = {
  rank: Prisma.sql`s."tierRank" DESC, s."score", s."leadId" DESC`,
  score: Prisma.sql`s."score", s."leadId" DESC`,
  added: Prisma.sql`l."id"`,
  queue: Prisma.sql`s."tierRank" DESC, l."respondBy" DESC NULLS FIRST, s."score", s."leadId"`,
};

export type Direction = 'forward' | 'backward';

/** What stands behind ORDER BY, on "LeadScore" s and "Lead" l. */
export function toOrderBy(order: LeadOrder, direction: Direction): Prisma.Sql {
  return direction === 'forward' ? FORWARD[order] : BACKWARD[order];
}

/** The condition that a row comes after (or before) a cursor in an order. */
export function toKeyset(order: LeadOrder, direction: Direction, cursor: Cursor): Prisma.Sql {
  const { tierRank, score, leadId, respondBy } = cursor;
  const forward = direction === 'forward';
  if (order === 'added') {
    return forward ? Prisma.sql`l."id" < ${leadId}::uuid` : Prisma.sql`l."id" > ${leadId}::uuid`;
  }
  // The newest goes first in the queue, elsewhere the oldest.
  const laterId = forward === (order !== 'queue') ? Prisma.sql`>` : Prisma.sql`<`;
  const lower = forward ? Prisma.sql`<` : Prisma.sql`>`;
  const withinScore = Prisma.sql`(s."score" ${lower} ${score}
    OR (s."score" = ${score} AND s."leadId" ${laterId} ${leadId}::uuid))`;
  if (order === 'score') return withinScore;
  const within = order === 'queue' ? withinTier(respondBy, forward, withinScore) : withinScore;
  // The first comparison bounds the index scan, the second is the exact place.
  return forward
    ? Prisma.sql`(s."tierRank" >= ${tierRank} AND (s."tierRank" > ${tierRank} OR ${within}))`
    : Prisma.sql`(s."tierRank" <= ${tierRank} AND (s."tierRank" < ${tierRank} OR ${within}))`;
}

/** Within a tier, leads that no answer is due to come last. */
function withinTier(respondBy: number | null, forward: boolean, withinScore: Prisma.Sql): Prisma.Sql {
  if (respondBy === null) {
    const same = Prisma.sql`(l."respondBy" IS NULL AND ${withinScore})`;
    return forward ? same : Prisma.sql`(l."respondBy" IS NOT NULL OR ${same})`;
  }
  const due = new Date(respondBy);
  const same = Prisma.sql`(l."respondBy" = ${due} AND ${withinScore})`;
  return forward
    ? Prisma.sql`(l."respondBy" IS NULL OR l."respondBy" > ${due} OR ${same})`
    : Prisma.sql`(l."respondBy" < ${due} OR ${same})`;
}

/**
 * The parts of an order that are each found by an index of their own: in the queue, the few leads that an answer is due
 * to, and all others.
 */
export function toParts(order: LeadOrder): Prisma.Sql[] {
  return order === 'queue'
    ? [Prisma.sql`l."respondBy" IS NOT NULL`, Prisma.sql`l."respondBy" IS NULL`]
    : [Prisma.sql`TRUE`];
}
