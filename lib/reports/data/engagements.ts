import { Prisma } from '@/lib/generated/prisma/client';
import { getDb } from '@/lib/server/db';
import type { Counting } from '../counting';
import { inSegment } from './segment';

/** First engagements of leads; of one that another was merged into, also those that its deals hold. */
export const ENGAGEMENTS = `(
  SELECT "leadId", "at" AS "engagedAt" FROM "Engagement"
  UNION SELECT "leadId", "engagedAt" FROM "Deal" WHERE "leadId" IS NOT NULL AND "engagedAt" IS NOT NULL)`;

const DEALS_AS_THEY_WERE = Prisma.sql`"Deal"`;

/**
 * Where a score belongs to an instant. Told as a range: two columns that equal two others are expected to meet in a single row,
 * and what is planned for one row is slow for all of them.
 */
function isOfInstant(instant: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`s."engagedAt" >= ${instant} AND s."engagedAt" <= ${instant}`;
}

const DEAL_INSTANT = isOfInstant(Prisma.sql`d."engagedAt"`);
const ENGAGEMENT_INSTANT = isOfInstant(Prisma.sql`e."at"`);

/**
 * Deals to count, as a table: as their leads were scored when they were engaged; or as the present rubric scores them as
 * of that instant, with the places of the criteria that held. A deal that is yet to be scored anew has no tier there.
 */
export function readDeals({ versionId, ...counting }: Counting): Prisma.Sql {
  const ofSegment = inSegment(counting, Prisma.sql`d."leadId"`);
  if (versionId === null) {
    return counting.segment ? Prisma.sql`(SELECT d.* FROM "Deal" d WHERE ${ofSegment})` : DEALS_AS_THEY_WERE;
  }
  return Prisma.sql`(
    SELECT d."id", d."name", d."leadId", d."companyId", d."outcome", d."amount", d."currency", d."createdAt", d."closedAt",
      d."engagedAt", d."engagementBasis", s."tier", s."score", s."fit", s."intent", s."counted"
    FROM "Deal" d LEFT JOIN "EngagementScore" s ON s."leadId" = d."leadId" AND ${DEAL_INSTANT}
      AND s."rubricVersionId" = ${versionId}::uuid
    WHERE ${ofSegment})`;
}

/**
 * First engagements as a table, of leads with and without a deal, scored as readDeals scores. As they were scored then, those
 * of erased people are there too; by the present rubric they cannot be, as nothing is left to score.
 */
export function readEngagements({ versionId, ...counting }: Counting): Prisma.Sql {
  const ofSegment = inSegment(counting, Prisma.sql`e."leadId"`);
  if (versionId === null) {
    return Prisma.sql`(
      SELECT e."leadId", e."leadId" AS "key", e."at", e."tier", e."score", e."fit", e."intent" FROM "Engagement" e WHERE ${ofSegment}
      UNION ALL
      SELECT NULL, "id", "at", "tier", "score", "fit", "intent" FROM "ErasedEngagement" WHERE ${counting.segment === undefined})`;
  }
  return Prisma.sql`(
    SELECT e."leadId", e."leadId" AS "key", e."at", s."tier", s."score", s."fit", s."intent", s."counted"
    FROM "Engagement" e JOIN "EngagementScore" s ON s."leadId" = e."leadId" AND ${ENGAGEMENT_INSTANT}
      AND s."rubricVersionId" = ${versionId}::uuid
    WHERE ${ofSegment})`;
}

/** How many leads' first engagements a rubric version is yet to score: the worker is at it. */
export async function countUnscored(versionId: string): Promise<number> {
  const [row] = await getDb().$queryRaw<{ count: number }[]>`
    SELECT ((SELECT count(*) FROM "Engagement")
      - (SELECT count(*) FROM "EngagementScore" WHERE "rubricVersionId" = ${versionId}::uuid))::int AS "count"`;
  return Math.max(0, row?.count ?? 0);
}
