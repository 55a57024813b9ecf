import { Prisma } from '@/lib/generated/prisma/client';
import { getDb } from '@/lib/server/db';
import { AS_THEN, type Counting } from '../counting';
import type { Period } from '../period';
import type { AnswerEffectRow, AnswerRow } from '../types';
import { matureDeal } from './cohort';
import { readDeals } from './engagements';
import { inSegment, ofSegment } from './segment';

/**
 * Leads that reps got with an answer due, one row for each time: whether it came in time, and the working time it took. What
 * is not answered counts as late once it is past its target, and as waiting before. Leads that nobody took are not here.
 */
export function readAnswers({ start, end }: Period, now: Date, counting: Counting): Prisma.Sql {
  return Prisma.sql`(
    SELECT a."id", a."leadId", a."userId", a."tier", a."assignedAt", a."workingMs",
      CASE WHEN a."firstTouchAt" <= a."respondBy" THEN 'inTime' WHEN a."firstTouchAt" IS NOT NULL THEN 'late'
        WHEN a."endedAt" IS NOT NULL AND a."endedAt" <= a."respondBy" THEN 'passed'
        WHEN a."respondBy" < ${now} THEN 'missed' ELSE 'waiting' END AS "answer"
    FROM "Assignment" a
    WHERE a."assignedAt" >= ${start} AND a."assignedAt" < ${end} AND a."respondBy" IS NOT NULL
      AND ${inSegment(counting, Prisma.sql`a."leadId"`)})`;
}

const FIGURES = Prisma.sql`
  count(*) FILTER (WHERE "answer" = 'inTime')::int AS "inTime", count(*) FILTER (WHERE "answer" = 'late')::int AS "late",
  count(*) FILTER (WHERE "answer" = 'missed')::int AS "missed", count(*) FILTER (WHERE "answer" = 'waiting')::int AS "waiting",
  percentile_cont(ARRAY[0.1, 0.25, 0.5, 0.75, 0.9]::float8[]) WITHIN GROUP (ORDER BY "workingMs" / 3600000::float8)
    FILTER (WHERE "answer" IN ('inTime', 'late') AND "workingMs" IS NOT NULL) AS "hours"`;

/** How soon leads of each tier were answered. Those passed on before their answer was due count for whoever got them next. */
export function countAnswersByTier(
  period: Period,
  now: Date,
  counting: Counting = AS_THEN,
): Promise<AnswerRow[]> {
  return getDb().$queryRaw`
    SELECT "tier", NULL AS "rep", NULL AS "repId", ${FIGURES} FROM ${readAnswers(period, now, counting)} answers WHERE "answer" <> 'passed' GROUP BY 1 ORDER BY 1`;
}

/** How soon each rep answered leads of one tier. */
export function countAnswersByRep(
  period: Period,
  now: Date,
  tier: string,
  counting: Counting = AS_THEN,
): Promise<AnswerRow[]> {
  return getDb().$queryRaw`
    SELECT answers."tier", u."name" AS "rep", u."id" AS "repId", ${FIGURES} FROM ${readAnswers(period, now, counting)} answers JOIN "User" u ON u."id" = answers."userId"
    WHERE "answer" <> 'passed' AND answers."tier" = ${tier} GROUP BY u."id", u."name", 1 ORDER BY u."name", u."id"`;
}

/** Leads whose answer is overdue and that are nobody's. */
export async function countUntaken(now: Date, counting: Counting): Promise<number> {
  const own = ofSegment(counting, Prisma.sql`waiting."id"`);
  const [row] = await getDb().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Lead" waiting ${own.join} WHERE "respondBy" < ${now} AND "ownerId" IS NULL
      AND "mergedIntoId" IS NULL AND ${own.condition}`;
  return row?.count ?? 0;
}

/** Of every lead, whether it was answered in time when a rep was first given it in a period; as a table. */
export function readFirstAnswers(period: Period, now: Date, counting: Counting): Prisma.Sql {
  return Prisma.sql`(
    SELECT DISTINCT ON ("leadId") "leadId", "answer" = 'inTime' AS "inTime" FROM ${readAnswers(period, now, counting)} answers
    WHERE "answer" NOT IN ('waiting', 'passed') ORDER BY "leadId", "assignedAt")`;
}

/** How closed deals ended whose lead was answered in time when it was first given to a rep, and those answered late or never. */
export function countAnswerEffect(period: Period, now: Date, counting: Counting): Promise<AnswerEffectRow[]> {
  return getDb().$queryRaw`
    SELECT d."tier", f."inTime", count(*) FILTER (WHERE d."outcome" = 'won')::int AS "won",
      count(*) FILTER (WHERE d."outcome" = 'lost')::int AS "lost"
    FROM ${readFirstAnswers(period, now, counting)} f JOIN ${readDeals({ ...counting, segment: undefined })} d ON d."leadId" = f."leadId"
    WHERE d."outcome" IN ('won', 'lost') AND ${matureDeal(period, now, counting)}
    GROUP BY 1, 2 ORDER BY 1, 2`;
}
