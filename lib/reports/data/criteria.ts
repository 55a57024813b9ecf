import { getDb } from '@/lib/server/db';
import type { Counting } from '../counting';
import { maturityCutoff, type Period } from '../period';
import type { CriterionRow } from '../types';
import { readDeals } from './engagements';

/**
 * How closed deals ended, by the place of each criterion that held at first engagement, and over all deals of the cohort
 * (place null).
 *
 * @param counting by a rubric version: as leads were scored then, places would be those of other rubrics.
 */
export function countCriteria(
  { start, end }: Period,
  now: Date,
  counting: Counting & { versionId: string },
): Promise<CriterionRow[]> {
  const cutoff = maturityCutoff(now, counting.maturityDays);
  return getDb().$queryRaw`
    WITH closed AS MATERIALIZED (
      SELECT d."counted", count(*) AS "all", count(*) FILTER (WHERE d."outcome" = 'won') AS "won"
      FROM ${readDeals(counting)} d
      WHERE d."outcome" IN ('won', 'lost') AND d."tier" IS NOT NULL
        AND d."engagedAt" >= ${start} AND d."engagedAt" < ${end} AND d."engagedAt" < ${cutoff}
      GROUP BY 1)
    SELECT NULL::int AS "place", coalesce(sum("won"), 0)::int AS "won", coalesce(sum("all" - "won"), 0)::int AS "lost"
    FROM closed
    UNION ALL
    SELECT place::int, sum("won")::int, sum("all" - "won")::int
    FROM closed CROSS JOIN LATERAL unnest("counted") place GROUP BY 1 ORDER BY 1 NULLS FIRST`;
}
