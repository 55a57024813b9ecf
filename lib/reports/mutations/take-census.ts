import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';

/** The beginnings of months (UTC) since scores are kept of which no census was taken. $1: now. */
const LIST_MONTHS = `
  SELECT month AS "at"
  FROM (SELECT min("at") AS "first" FROM "ScoreChange") history,
    generate_series(date_trunc('month', "first" AT TIME ZONE 'UTC') + interval '1 month',
      date_trunc('month', $1::timestamptz AT TIME ZONE 'UTC'), interval '1 month') begins,
    LATERAL (SELECT begins AT TIME ZONE 'UTC' AS month) utc
  WHERE NOT EXISTS (SELECT FROM "LeadCensus" c WHERE c."at" = month) ORDER BY month`;

/**
 * What each lead had at the instant ($1): what its last change until then gave it; where the history begins later, what its
 * first change found. A lead that was first scored later was not there yet.
 */
const COUNT = `
  INSERT INTO "LeadCensus" ("at", "tier", "score", "leads")
  SELECT $1::timestamptz, "tier", "score", count(*)::int
  FROM (
    SELECT DISTINCT ON (h."leadId") CASE WHEN "past" THEN h."tier" ELSE h."tierBefore" END AS "tier",
      CASE WHEN "past" THEN h."score" ELSE h."scoreBefore" END AS "score"
    FROM "ScoreChange" h, LATERAL (SELECT h."at" <= $1::timestamptz AS "past") known
    ORDER BY h."leadId", "past" DESC, CASE WHEN "past" THEN h."at" END DESC, CASE WHEN "past" THEN h."id" END DESC,
      h."at", h."id") known
  WHERE "tier" IS NOT NULL GROUP BY 2, 3
  ON CONFLICT DO NOTHING`;

/**
 * Counts leads by tier and score as of the beginning of each month that is over: once, so that the mix of tiers over time is
 * read from a few rows. What is erased or merged later stays counted.
 *
 * @returns of how many months.
 */
export async function takeCensus(now: Date, signal?: AbortSignal): Promise<number> {
  const months = await querySql<{ at: Date }>(getPool(), LIST_MONTHS, [now]);
  let taken = 0;
  for (const { at } of months) {
    if (signal?.aborted === true) break;
    await querySql(getPool(), COUNT, [at]);
    taken += 1;
  }
  return taken;
}
