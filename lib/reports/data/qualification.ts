import { Prisma } from '@/lib/generated/prisma/client';
import { getDb } from '@/lib/server/db';
import { maturityCutoff, type Period } from '../period';
import { listQualifiedTiers, type Counting } from '../counting';
import type { QualificationRow } from '../types';
import { ofSegment } from './segment';

/**
 * Leads that became marketing-qualified in a period, as a table: came into the second tier or better, for the first time in
 * it; and whether they came further after that. Sales-qualified is who then came into the best tier, whenever; engaged and won
 * who was so after becoming qualified.
 *
 * @param tiers the live rubric's, best first.
 */
export function readQualified(
  { start, end }: Period,
  { segment }: Counting,
  tiers: readonly string[],
): Prisma.Sql {
  const [best = ''] = tiers;
  const qualified = listQualifiedTiers(tiers);
  const own = ofSegment({ segment }, Prisma.sql`h."leadId"`);
  return Prisma.sql`(
    WITH marketing AS (
      SELECT h."leadId", min(h."at") AS "at" FROM "ScoreChange" h ${own.join}
      WHERE h."tierBefore" IS DISTINCT FROM h."tier" AND h."at" >= ${start} AND h."at" < ${end}
        AND h."tier" = ANY(${qualified}) AND coalesce(h."tierBefore" <> ALL(${qualified}), true)
        AND ${own.condition}
      GROUP BY 1),
    sales AS (
      SELECT h."leadId", max(h."at") AS "at" FROM "ScoreChange" h
      WHERE h."tierBefore" IS DISTINCT FROM h."tier" AND h."at" >= ${start} AND h."tier" = ${best} GROUP BY 1),
    dealt AS (
      SELECT d."leadId", max(d."engagedAt") AS "engagedAt", bool_or(d."outcome" = 'won') AS won
      FROM "Deal" d WHERE d."leadId" IS NOT NULL GROUP BY 1)
    SELECT m."leadId", m."at", true AS "marketing", s."at" >= m."at" AS "sales", e."at" >= m."at" AS "engaged",
      d."engagedAt" >= m."at" AS "dealt", d.won AND d."engagedAt" >= m."at" AS "won"
    FROM marketing m LEFT JOIN sales s ON s."leadId" = m."leadId"
    LEFT JOIN "Engagement" e ON e."leadId" = m."leadId" LEFT JOIN dealt d ON d."leadId" = m."leadId")`;
}

/**
 * How far leads came that became marketing-qualified in a period.
 *
 * @param tiers the live rubric's, best first.
 * @returns those that had time to close, and those that had not.
 */
export function countQualification(
  period: Period,
  now: Date,
  counting: Counting,
  tiers: readonly string[],
): Promise<QualificationRow[]> {
  return getDb().$queryRaw`
    SELECT q."at" < ${maturityCutoff(now, counting.maturityDays)} AS "mature", count(*)::int AS "marketing",
      count(*) FILTER (WHERE q."sales")::int AS "sales", count(*) FILTER (WHERE q."engaged")::int AS "engaged",
      count(*) FILTER (WHERE q."dealt")::int AS "dealt", count(*) FILTER (WHERE q."won")::int AS "won"
    FROM ${readQualified(period, counting, tiers)} q GROUP BY 1 ORDER BY 1 DESC`;
}
