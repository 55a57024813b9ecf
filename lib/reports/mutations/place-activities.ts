import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';

const ACTIVITIES_AT_ONCE = 2_000;

/**
 * The lead's score at the instant: what its last change before gave it; before the history of scores begins, what the first
 * change found; and of a lead that never changed, what it has. A lead without any score leaves its activities unplaced.
 * $1: behind which activity, $2: how many.
 */
const PLACE = `
  WITH waiting AS (
    SELECT "id", "leadId", "at" FROM "Activity"
    WHERE "tier" IS NULL AND "type" IN ('call', 'email', 'meeting') AND "id" > $1::uuid ORDER BY "id" LIMIT $2),
  placed AS (
    SELECT w."id", coalesce(before."tier", later."tier", s."tier") AS "tier",
      CASE WHEN before."tier" IS NOT NULL THEN before."score" WHEN later."tier" IS NOT NULL THEN later."score"
        ELSE s."score" END AS "score"
    FROM waiting w
    LEFT JOIN LATERAL (SELECT h."tier", h."score" FROM "ScoreChange" h WHERE h."leadId" = w."leadId" AND h."at" <= w."at"
      ORDER BY h."at" DESC, h."id" DESC LIMIT 1) before ON true
    LEFT JOIN LATERAL (SELECT coalesce(h."tierBefore", h."tier") AS "tier",
        CASE WHEN h."tierBefore" IS NULL THEN h."score" ELSE h."scoreBefore" END AS "score"
      FROM "ScoreChange" h WHERE h."leadId" = w."leadId" AND h."at" > w."at"
      ORDER BY h."at", h."id" LIMIT 1) later ON before."tier" IS NULL
    LEFT JOIN "LeadScore" s ON s."leadId" = w."leadId"),
  written AS (
    UPDATE "Activity" a SET "tier" = p."tier", "score" = p."score" FROM placed p
    WHERE a."id" = p."id" AND p."tier" IS NOT NULL RETURNING a."id")
  SELECT w."id", (SELECT count(*)::int FROM written) AS "written" FROM waiting w ORDER BY w."id" DESC LIMIT 1`;

const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Notes for calls, e-mails and meetings that were logged since in which tier and with which score the lead was then, so that
 * reports on selling time add up columns instead of searching histories.
 *
 * @returns how many were placed.
 */
export async function placeActivities(signal?: AbortSignal): Promise<number> {
  let done = 0;
  for (let after = NO_ID; signal?.aborted !== true;) {
    const [set] = await querySql<{ id: string; written: number }>(getPool(), PLACE, [
      after,
      ACTIVITIES_AT_ONCE,
    ]);
    if (!set) break;
    done += set.written;
    after = set.id;
  }
  return done;
}
