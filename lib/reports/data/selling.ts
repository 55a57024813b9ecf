import { Prisma } from '@/lib/generated/prisma/client';
import { getDb } from '@/lib/server/db';
import { SELLING_MINUTES } from '../constants';
import type { Period } from '../period';
import { AS_THEN, type Counting } from '../counting';
import type { SellingRow, TopQuarterRow, WonRow } from '../types';
import { readDeals } from './engagements';
import { inSegment } from './segment';

const { call, email, meeting } = SELLING_MINUTES;

/** What an activity takes, in minutes. */
const MINUTES = Prisma.sql`CASE a."type" WHEN 'call' THEN ${call}::int WHEN 'email' THEN ${email}::int ELSE ${meeting}::int END`;

function inPeriod({ start, end }: Period, counting: Counting): Prisma.Sql {
  return Prisma.sql`a."type" IN ('call', 'email', 'meeting') AND a."at" >= ${start} AND a."at" < ${end}
    AND ${inSegment(counting, Prisma.sql`a."leadId"`)}`;
}

/** Calls, e-mails and meetings, and the time they take, by rep and by the lead's tier at that instant; null where none is known. */
export function sumSelling(period: Period, counting: Counting = AS_THEN): Promise<SellingRow[]> {
  return getDb().$queryRaw`
    WITH spent AS (
      SELECT a."userId", a."tier", count(*) FILTER (WHERE a."type" = 'call')::int AS "calls",
        count(*) FILTER (WHERE a."type" = 'email')::int AS "emails",
        count(*) FILTER (WHERE a."type" = 'meeting')::int AS "meetings", sum(${MINUTES})::int AS "minutes"
      FROM "Activity" a WHERE ${inPeriod(period, counting)} GROUP BY 1, 2)
    SELECT u."name" AS "rep", s."tier", s."calls", s."emails", s."meetings", s."minutes"
    FROM spent s LEFT JOIN "User" u ON u."id" = s."userId" ORDER BY u."name", u."id", s."tier"`;
}

/**
 * How much of the selling time went to the best quarter of all leads by score: to those that scored at least what the best
 * quarter had when the month began, by the census of that month (before the first census, by that one).
 */
export async function measureTopQuarter(
  period: Period,
  counting: Counting = AS_THEN,
): Promise<TopQuarterRow> {
  const [row] = await getDb().$queryRaw<TopQuarterRow[]>`
    WITH ranked AS (
      SELECT "at", "score", sum(sum("leads")) OVER (PARTITION BY "at" ORDER BY "score" DESC) AS "above",
        sum(sum("leads")) OVER (PARTITION BY "at") AS "all"
      FROM "LeadCensus" GROUP BY "at", "score"),
    cuts AS (
      SELECT "at", min("score") AS "cut", max("above")::float8 / max("all") AS "share"
      FROM ranked WHERE "above" <= 0.25 * "all" GROUP BY "at"),
    months AS (
      SELECT array_agg("at" ORDER BY "at") AS "starts", array_agg("cut" ORDER BY "at") AS "cuts",
        array_agg("share" ORDER BY "at") AS "shares" FROM cuts),
    spent AS (
      SELECT ${MINUTES} AS "minutes", a."score", m."cuts", m."shares", greatest(1, width_bucket(a."at", m."starts")) AS "month"
      FROM months m JOIN "Activity" a ON m."starts" IS NOT NULL AND ${inPeriod(period, counting)} AND a."score" IS NOT NULL)
    SELECT coalesce(sum("minutes"), 0)::int AS "minutes",
      coalesce(sum("minutes") FILTER (WHERE "score" >= "cuts"["month"]), 0)::int AS "topMinutes",
      (sum("shares"["month"] * "minutes") / sum("minutes"))::float8 AS "leadShare"
    FROM spent`;
  return row ?? { minutes: 0, topMinutes: 0, leadShare: null };
}

/** Deals won in a period, whenever their lead was engaged, by its tier at first engagement; null where none is known. */
export function countWins({ start, end }: Period, counting: Counting): Promise<WonRow[]> {
  return getDb().$queryRaw`
    SELECT d."tier", count(*)::int AS "won" FROM ${readDeals(counting)} d
    WHERE d."outcome" = 'won' AND d."closedAt" >= ${start} AND d."closedAt" < ${end} GROUP BY 1 ORDER BY 1`;
}
