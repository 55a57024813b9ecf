import { Prisma } from '@/lib/generated/prisma/client';
import { OPEN_STATES } from '@/lib/leads/constants';
import { readCursor } from '@/lib/leads/cursor';
import { countLeads, listLeadPage } from '@/lib/leads/data';
import type { LeadPage } from '@/lib/leads/types';
import { getDb } from '@/lib/server/db';

const PAGE_SIZE = 50;
const COUNT_LIMIT = 1_000;

/**
 * Leads of low fit and high intent on which nobody has decided: open, owned by nobody, and not decided about since they
 * last came to be so.
 */
function toConditions(): Prisma.Sql[] {
  return [
    Prisma.sql`s."quadrant" = 'review'`,
    Prisma.sql`l."ownerId" IS NULL AND l."mergedIntoId" IS NULL AND l."state" = ANY(${[...OPEN_STATES]}::"LeadState"[])`,
    Prisma.sql`NOT EXISTS (SELECT FROM "Review" r WHERE r."leadId" = l."id" AND NOT EXISTS (
      SELECT FROM "ScoreChange" h WHERE h."leadId" = l."id" AND h."at" > r."at" AND h."quadrant" = 'review'
        AND h."quadrantBefore" IS DISTINCT FROM 'review'))`,
  ];
}

/** A page of the leads that wait for a review, the highest score first. */
export async function listReviews(cursors: { after?: string; before?: string }): Promise<LeadPage> {
  return listLeadPage({
    conditions: toConditions(),
    order: 'score',
    after: readCursor(cursors.after),
    before: readCursor(cursors.before),
    size: PAGE_SIZE,
  });
}

/** How many leads wait for a review, counted no further than 1,000. */
export function countReviews(): Promise<number> {
  return countLeads(toConditions(), 'score', COUNT_LIMIT);
}

/** The last decisions, newest first. */
export function listDecisions(limit: number) {
  return getDb().review.findMany({
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
    select: {
      id: true,
      at: true,
      decision: true,
      note: true,
      userId: true,
      toUserId: true,
      lead: { select: { id: true, name: true, email: true } },
    },
  });
}
