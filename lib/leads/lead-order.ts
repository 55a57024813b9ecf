import { Prisma } from '@/lib/generated/prisma/client';
import type { LEAD_ORDERS } from './constants';
import type { Cursor } from './cursor';

/** How the list of leads may be sorted, and how the queue is: by tier, the earliest answer due, score, the newest. */
export type LeadOrder = (typeof LEAD_ORDERS)[number] | 'queue';

/** The sort of a list of leads; each is total, so that pages neither repeat nor skip a lead. */
const FORWARD: Record<LeadOrder, Prisma.Sql> = {
  rank: Prisma.sql`s."tierRank", s."score" DESC, s."leadId" DESC`,
  score: Prisma.sql`s."score" DESC, s."leadId" DESC`,
  added: Prisma.sql`l."id" DESC`,
  queue: Prisma.sql`s."tierRank", l."respondBy" NULLS LAST, s."score" DESC, s."leadId" DESC`,
};

const BACKWARD: Record<LeadOrder, Prisma.Sql> = {
  rank: Prisma.sql`s."tierRank" DESC, s."score", s."leadId"`,
  score: Prisma.sql`s."score", s."leadId"`,
  added: Prisma.sql`l."id"`,
  queue: Prisma.sql`s."tierRank" DESC, l."respondBy" DESC NULLS FIRST, s."score", s."leadId"`,
};

export type Direction = 'forward' | 'backward';

/** What stands behind ORDER BY, on "LeadScore" s and "Lead" l. */
export function toOrderBy(order: LeadOrder, direction: Direction): Prisma.Sql {
  return direction === 'forward' ? FORWARD[order] : BACKWARD[order];
}

/** A stretch of leads that an index of its own holds in their order. */
export interface OrderPart {
  conditions: Prisma.Sql[];
  orderBy: Prisma.Sql;
}

/**
 * The parts of an order, from a cursor on: in the queue the few leads that an answer is due to, and all others, which no
 * index could hold in one; in other orders one.
 */
export function toParts(order: LeadOrder, direction: Direction, cursor?: Cursor): OrderPart[] {
  if (order !== 'queue') {
    const conditions = cursor ? [toKeyset(order, direction, cursor)] : [];
    return [{ conditions, orderBy: toOrderBy(order, direction) }];
  }
  const due = Prisma.sql`l."respondBy" IS NOT NULL`;
  const undue = Prisma.sql`l."respondBy" IS NULL`;
  return [
    {
      conditions: cursor ? [due, toDueKeyset(direction, cursor)] : [due],
      orderBy: toOrderBy('queue', direction),
    },
    {
      conditions: cursor ? [undue, toUndueKeyset(direction, cursor)] : [undue],
      orderBy: toOrderBy('rank', direction),
    },
  ];
}

/** The condition that a row comes after (or before) a cursor. */
function toKeyset(order: Exclude<LeadOrder, 'queue'>, direction: Direction, cursor: Cursor): Prisma.Sql {
  switch (order) {
    case 'added':
      return direction === 'forward'
        ? Prisma.sql`l."id" < ${cursor.leadId}::uuid`
        : Prisma.sql`l."id" > ${cursor.leadId}::uuid`;
    case 'score':
      return afterScore(direction, cursor);
    case 'rank':
      return afterTier(direction, cursor, afterScore(direction, cursor));
  }
}

/** After the cursor by score, then by age: the newest goes first. */
function afterScore(direction: Direction, { score, leadId }: Cursor): Prisma.Sql {
  const beyond = direction === 'forward' ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`(s."score" ${beyond} ${score}
    OR (s."score" = ${score} AND s."leadId" ${beyond} ${leadId}::uuid))`;
}

/** In a later tier, or in the cursor's and then as given. The first comparison bounds the index scan. */
function afterTier(direction: Direction, { tierRank }: Cursor, within: Prisma.Sql): Prisma.Sql {
  return direction === 'forward'
    ? Prisma.sql`(s."tierRank" >= ${tierRank} AND (s."tierRank" > ${tierRank} OR ${within}))`
    : Prisma.sql`(s."tierRank" <= ${tierRank} AND (s."tierRank" < ${tierRank} OR ${within}))`;
}

/** After the cursor, of leads that an answer is due to: within a tier they stand before all others. */
function toDueKeyset(direction: Direction, cursor: Cursor): Prisma.Sql {
  const forward = direction === 'forward';
  if (cursor.respondBy === null) {
    return afterTier(direction, cursor, forward ? Prisma.sql`FALSE` : Prisma.sql`TRUE`);
  }
  const at = new Date(cursor.respondBy);
  const beyond = forward ? Prisma.sql`>` : Prisma.sql`<`;
  const within = Prisma.sql`(l."respondBy" ${beyond} ${at}
    OR (l."respondBy" = ${at} AND ${afterScore(direction, cursor)}))`;
  return afterTier(direction, cursor, within);
}

/** After the cursor, of leads that no answer is due to; only columns of the index are looked at. */
function toUndueKeyset(direction: Direction, cursor: Cursor): Prisma.Sql {
  if (cursor.respondBy === null) return toKeyset('rank', direction, cursor);
  return afterTier(direction, cursor, direction === 'forward' ? Prisma.sql`TRUE` : Prisma.sql`FALSE`);
}
