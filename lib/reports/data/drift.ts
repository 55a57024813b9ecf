import { getDb } from '@/lib/server/db';
import { maturityCutoff, type Period } from '../period';
import type { Counting } from '../counting';
import type { CensusRow, EngagedRow, FiredRow, VersionMark } from '../types';
import { readEngagements } from './engagements';

/**
 * Leads first engaged in a period and long enough ago, which the close rates are measured on, and those engaged since, by what
 * they scored at that instant.
 */
export function countEngaged({ start, end }: Period, now: Date, counting: Counting): Promise<EngagedRow[]> {
  return getDb().$queryRaw`
    SELECT e."at" < ${maturityCutoff(now, counting.maturityDays)} AS "before", e."tier", e."score"::int, e."fit"::int,
      e."intent"::int, count(*)::int AS "count"
    FROM ${readEngagements(counting)} e WHERE e."at" >= ${start} AND e."at" < ${end}
    GROUP BY 1, 2, 3, 4, 5`;
}

/**
 * Of the same leads, for how many the criterion in each place of the live rubric held; of all where the place is null. Leads
 * with the same criteria are counted first: there are few such sets, and many leads.
 */
export function countFired(
  { start, end }: Period,
  now: Date,
  counting: Counting & { versionId: string },
): Promise<FiredRow[]> {
  return getDb().$queryRaw`
    WITH engaged AS MATERIALIZED (
      SELECT e."at" < ${maturityCutoff(now, counting.maturityDays)} AS "before", e."counted", count(*) AS "leads"
      FROM ${readEngagements(counting)} e WHERE e."at" >= ${start} AND e."at" < ${end} GROUP BY 1, 2)
    SELECT NULL::int AS "place", coalesce(sum("leads") FILTER (WHERE "before"), 0)::int AS "before",
      coalesce(sum("leads") FILTER (WHERE NOT "before"), 0)::int AS "after"
    FROM engaged
    UNION ALL
    SELECT place::int, coalesce(sum("leads") FILTER (WHERE "before"), 0)::int,
      coalesce(sum("leads") FILTER (WHERE NOT "before"), 0)::int
    FROM engaged CROSS JOIN LATERAL unnest("counted") place GROUP BY 1 ORDER BY 1 NULLS FIRST`;
}

/**
 * All leads by tier when each month began, and now.
 *
 * @param tiers the live rubric's, best first: stored scores rank by them.
 */
export async function listCensus(
  { start, end }: Pick<Period, 'start' | 'end'>,
  now: Date,
  tiers: readonly string[],
): Promise<CensusRow[]> {
  const [past, present] = await Promise.all([
    getDb().$queryRaw<CensusRow[]>`
      SELECT "at", "tier", sum("leads")::int AS "leads" FROM "LeadCensus" WHERE "at" >= ${start} AND "at" < ${end}
      GROUP BY 1, 2 ORDER BY 1, 2`,
    getDb().$queryRaw<{ rank: number; leads: number }[]>`
      SELECT "tierRank"::int AS "rank", count(*)::int AS "leads" FROM "LeadScore" GROUP BY 1 ORDER BY 1`,
  ]);
  if (end <= now) return past;
  return [...past, ...present.map(({ rank, leads }) => ({ tier: tiers[rank] ?? '', leads, at: now }))];
}

/** When rubric versions went live. */
export function listVersionMarks({ start, end }: Pick<Period, 'start' | 'end'>): Promise<VersionMark[]> {
  return getDb().$queryRaw`
    SELECT "number", "publishedAt" AS "at", "note" FROM "RubricVersion"
    WHERE "publishedAt" >= ${start} AND "publishedAt" < ${end} AND ("live" OR "state" = 'retired') ORDER BY "publishedAt"`;
}
