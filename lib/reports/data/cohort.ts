import { Prisma } from '@/lib/generated/prisma/client';
import { getDb } from '@/lib/server/db';
import type { Counting } from '../counting';
import { maturityCutoff, type Period } from '../period';
import type { CloseTimeRow, FunnelRow, RevenueRow, SampleRow } from '../types';
import { readDeals, readEngagements } from './engagements';
import { inSegment } from './segment';

/**
 * What became of the leads first engaged in a period that had time to close, those without a deal included, by their tier at
 * that time. Of erased people only their first engagement, their state and their deals are left.
 */
export function countFunnel(period: Period, now: Date, counting: Counting): Promise<FunnelRow[]> {
  return getDb().$queryRaw`
    WITH engaged AS MATERIALIZED (
      SELECT e."leadId", e."key", e."tier" FROM ${readEngagements(counting)} e
      WHERE e."at" >= ${period.start} AND e."at" < ${period.end} AND e."at" < ${maturityCutoff(now, counting.maturityDays)}),
    dealt AS MATERIALIZED (
      SELECT coalesce(d."leadId", d."erasedEngagementId") AS "key", bool_or(d."outcome" = 'won') AS won
      FROM "Deal" d WHERE d."leadId" IS NOT NULL OR d."erasedEngagementId" IS NOT NULL GROUP BY 1),
    met AS MATERIALIZED (
      SELECT DISTINCT a."leadId" FROM "Activity" a WHERE a."type" = 'meeting' AND a."at" >= ${period.start}),
    out AS MATERIALIZED (
      SELECT l."id" AS "key" FROM "Lead" l WHERE l."state" = 'disqualified'
      UNION ALL SELECT x."id" FROM "ErasedEngagement" x WHERE x."state" = 'disqualified')
    SELECT e."tier", count(*)::int AS "engaged", count(m."leadId")::int AS "met",
      count(*) FILTER (WHERE d.won IS NOT NULL)::int AS "dealt", count(*) FILTER (WHERE d.won)::int AS "won",
      count(*) FILTER (WHERE o."key" IS NOT NULL AND d.won IS NULL)::int AS "disqualified"
    FROM engaged e LEFT JOIN met m ON m."leadId" = e."leadId"
    LEFT JOIN dealt d ON d."key" = e."key" LEFT JOIN out o ON o."key" = e."key"
    GROUP BY 1 ORDER BY 1`;
}

/** Won deals of a period by tier and currency; without an amount they are counted apart. */
export function sumRevenue(period: Period, now: Date, counting: Counting): Promise<RevenueRow[]> {
  return getDb().$queryRaw`
    SELECT d."tier", d."currency", count(*)::int AS "won", count(d."amount")::int AS "priced",
      coalesce(sum(d."amount"), 0)::float8 AS "sum",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY d."amount")::float8 AS "median"
    FROM ${readDeals(counting)} d WHERE d."outcome" = 'won' AND ${matureDeal(period, now, counting)}
    GROUP BY 1, 2 ORDER BY 1, 5 DESC`;
}

/** Days from first engagement to closing of a period's deals, by tier and outcome. */
export function measureCloseTimes(period: Period, now: Date, counting: Counting): Promise<CloseTimeRow[]> {
  return getDb().$queryRaw`
    SELECT "tier", "outcome", count(*)::int AS "count",
      percentile_cont(0.25) WITHIN GROUP (ORDER BY days) AS "lower", percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS "median",
      percentile_cont(0.75) WITHIN GROUP (ORDER BY days) AS "upper"
    FROM (
      SELECT d."tier", d."outcome", extract(epoch FROM d."closedAt" - d."engagedAt")::float8 / 86400 AS days
      FROM ${readDeals(counting)} d
      WHERE d."outcome" IN ('won', 'lost') AND d."closedAt" >= d."engagedAt" AND ${matureDeal(period, now, counting)}) timed
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Closed deals of leads that were routed by chance though their tier is held back, by their tier then. */
export function countSample(period: Period, now: Date, counting: Counting): Promise<SampleRow[]> {
  return getDb().$queryRaw`
    WITH sampled AS MATERIALIZED (
      SELECT DISTINCT ON ("leadId") "leadId", "tier" FROM "Assignment" WHERE "sampled" AND "assignedAt" >= ${period.start}
        AND ${inSegment(counting, Prisma.sql`"leadId"`)}
      ORDER BY "leadId", "assignedAt"),
    closed AS MATERIALIZED (
      SELECT d."leadId", d."outcome" FROM ${readDeals({ ...counting, segment: undefined })} d WHERE ${matureDeal(period, now, counting)})
    SELECT a."tier", count(*) FILTER (WHERE d."outcome" = 'won')::int AS "won",
      count(*) FILTER (WHERE d."outcome" = 'lost')::int AS "lost", count(DISTINCT a."leadId")::int AS "leads"
    FROM sampled a LEFT JOIN closed d ON d."leadId" = a."leadId" GROUP BY 1 ORDER BY 1`;
}

/** Deals of the period with a score, whose lead was engaged long enough ago. */
export function matureDeal({ start, end }: Period, now: Date, { maturityDays }: Counting): Prisma.Sql {
  const cutoff = maturityCutoff(now, maturityDays);
  return Prisma.sql`d."tier" IS NOT NULL AND d."score" IS NOT NULL AND d."engagedAt" >= ${start} AND d."engagedAt" < ${end}
    AND d."engagedAt" < ${cutoff}`;
}
