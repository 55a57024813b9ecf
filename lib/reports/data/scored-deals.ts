import { Prisma } from '@/lib/generated/prisma/client';
import { getDb } from '@/lib/server/db';
import type { Counting } from '../counting';

const AS_IT_WAS = Prisma.sql`"Deal"`;

/**
 * Deals to count, as a table: as their leads were scored when they were engaged; or as the present rubric scores them as
 * of that instant, with the places of the criteria that held. A deal that is yet to be scored anew has no tier there.
 */
export function readDeals({ versionId }: Counting): Prisma.Sql {
  if (versionId === null) return AS_IT_WAS;
  return Prisma.sql`(
    SELECT d."id", d."name", d."leadId", d."companyId", d."outcome", d."amount", d."currency", d."createdAt", d."closedAt",
      d."engagedAt", d."engagementBasis", s."tier", s."score", s."fit", s."intent", s."counted"
    FROM "Deal" d LEFT JOIN "DealScore" s ON s."dealId" = d."id" AND s."rubricVersionId" = ${versionId}::uuid
      AND s."engagedAt" = d."engagedAt")`;
}

/** Deals that a rubric version is yet to score as of their lead's first engagement: the worker is at it. */
export async function countUnscored(versionId: string): Promise<number> {
  const [row] = await getDb().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Deal" d
    WHERE d."leadId" IS NOT NULL AND d."engagedAt" IS NOT NULL AND NOT EXISTS (
      SELECT FROM "DealScore" s WHERE s."dealId" = d."id" AND s."rubricVersionId" = ${versionId}::uuid
        AND s."engagedAt" = d."engagedAt")`;
  return row?.count ?? 0;
}
