import { Prisma } from '@/lib/generated/prisma/client';
import { getDb } from '@/lib/server/db';
import { SELLING_MINUTES } from '../constants';
import type { Period } from '../period';
import { AS_THEN, type Counting } from '../counting';
import type { SellingRow, WonRow } from '../types';
import { readDeals } from './engagements';
import { inSegment } from './segment';

const { call, email, meeting } = SELLING_MINUTES;

/** What an activity takes, in minutes. */
export const SPENT_MINUTES = Prisma.sql`CASE a."type" WHEN 'call' THEN ${call}::int WHEN 'email' THEN ${email}::int ELSE ${meeting}::int END`;

function inPeriod({ start, end }: Period, counting: Counting): Prisma.Sql {
  return Prisma.sql`a."type" IN ('call', 'email', 'meeting') AND a."at" >= ${start} AND a."at" < ${end}
    AND ${inSegment(counting, Prisma.sql`a."leadId"`)}`;
}

/**
 * Calls, e-mails and meetings of a period as a table, each with whether it went to the best quarter of all leads by score:
 * to those that scored at least what the best quarter had when the month began, by the census of that month (before the first
 * census, by that one); and how large a share of all leads those were. Null where either is not known.
 */
export function readSelling(period: Period, counting: Counting): Prisma.Sql {
  return Prisma.sql`(
    WITH ranked AS (
      SELECT "at", "score", sum(sum("leads")) OVER (PARTITION BY "at" ORDER BY "score" DESC) AS "above",
        sum(sum("leads")) OVER (PARTITION BY "at") AS "all"
      FROM "LeadCensus" GROUP BY "at", "score"),
    cuts AS (
      SELECT "at", min("score") AS "cut", max("above")::float8 / max("all") AS "share"
      FROM ranked WHERE "above" <= 0.25 * "all" GROUP BY "at"),
    months AS (
      SELECT CASE WHEN row_number() OVER (ORDER BY "at") = 1 THEN '-infinity' ELSE "at" END AS "start",
        lead("at", 1, 'infinity') OVER (ORDER BY "at") AS "end", "cut", "share" FROM cuts
      UNION ALL SELECT '-infinity', 'infinity', NULL, NULL WHERE NOT EXISTS (SELECT FROM cuts))
    SELECT a."leadId", a."userId", a."tier", a."type", a."at", a."score" >= m."cut" AS "top", m."share"
    FROM months m JOIN "Activity" a ON a."at" >= m."start" AND a."at" < m."end" AND ${inPeriod(period, counting)})`;
}

/**
 * Calls, e-mails and meetings, and the time they take, by rep and by the lead's tier at that instant; null where none is
 * known. And how much of it went to the best quarter of all leads.
 */
export function sumSelling(period: Period, counting: Counting = AS_THEN): Promise<SellingRow[]> {
  return getDb().$queryRaw`
    WITH counted AS (
      SELECT "userId", "tier", "type", "top", "share", count(*) AS "count"
      FROM ${readSelling(period, counting)} a GROUP BY 1, 2, 3, 4, 5),
    spent AS (
      SELECT a."userId", a."tier", coalesce(sum("count") FILTER (WHERE a."type" = 'call'), 0)::int AS "calls",
        coalesce(sum("count") FILTER (WHERE a."type" = 'email'), 0)::int AS "emails",
        coalesce(sum("count") FILTER (WHERE a."type" = 'meeting'), 0)::int AS "meetings",
        sum("count" * ${SPENT_MINUTES})::int AS "minutes",
        coalesce(sum("count" * ${SPENT_MINUTES}) FILTER (WHERE "top" IS NOT NULL), 0)::int AS "ranked",
        coalesce(sum("count" * ${SPENT_MINUTES}) FILTER (WHERE "top"), 0)::int AS "top",
        coalesce(sum("count" * ${SPENT_MINUTES} * "share") FILTER (WHERE "top" IS NOT NULL), 0)::float8 AS "fair"
      FROM counted a GROUP BY 1, 2)
    SELECT u."name" AS "rep", s."userId" AS "repId", s."tier", s."calls", s."emails", s."meetings", s."minutes",
      s."ranked", s."top", s."fair"
    FROM spent s LEFT JOIN "User" u ON u."id" = s."userId" ORDER BY u."name", u."id", s."tier"`;
}

/** Deals won in a period, whenever their lead was engaged, by its tier at first engagement; null where none is known. */
export function countWins({ start, end }: Period, counting: Counting): Promise<WonRow[]> {
  return getDb().$queryRaw`
    SELECT d."tier", count(*)::int AS "won" FROM ${readDeals(counting)} d
    WHERE d."outcome" = 'won' AND d."closedAt" >= ${start} AND d."closedAt" < ${end} GROUP BY 1 ORDER BY 1`;
}

/** The name of whoever worked on leads; null for nobody's account. */
export async function findRepName(rep: string | undefined): Promise<string | null> {
  if (rep === undefined || rep === 'none') return null;
  const user = await getDb().user.findUnique({ where: { id: rep }, select: { name: true } });
  return user?.name ?? null;
}
