import { OPEN_STATES } from '@/lib/leads/constants';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { MOST_CAPACITY } from '../constants';
import type { Rep } from '../types';

/** Absences that ended longer ago than a trial looks back are of no use. */
const PAST_DAYS = 120;

interface RepRow {
  id: string;
  name: string;
  role: string;
  capacity: number | null;
  open: number;
  lastAt: number | null;
  absences: { firstDay: string; lastDay: string }[];
}

/** Holds everyone who can work leads for the rest of a transaction, so that nobody is given leads twice over. */
export async function holdReps(client: SqlClient): Promise<void> {
  await querySql(
    client,
    `SELECT 1 AS "held" FROM "User" u WHERE u."active" AND u."role" IN ('rep', 'manager', 'admin')
     ORDER BY u."id" FOR NO KEY UPDATE`,
  );
}

/**
 * Everyone who can work leads, with their load: the open leads in their queue that are not put off, those they hold for
 * the moment, and those they were given of a tier that is held back; counted no further than anybody can take. OFFSET 0
 * has each found by index.
 *
 * @param capacity of whom nothing else is said.
 * @param ranks of the tiers whose leads wait in the queue.
 */
export async function loadReps(
  client: SqlClient,
  { capacity, ranks, now }: { capacity: number; ranks: readonly number[]; now: Date },
): Promise<Map<string, Rep>> {
  const rows = await querySql<RepRow>(
    client,
    `SELECT u."id", u."name", u."role"::text, u."capacity",
       (SELECT count(*)::int FROM (SELECT FROM (
          SELECT l."id" FROM "Lead" l WHERE l."ownerId" = u."id"
            AND l."state" = ANY($3::"LeadState"[]) AND (l."snoozedUntil" IS NULL OR l."snoozedUntil" <= $2::timestamptz)
          UNION ALL SELECT l."id" FROM "Lead" l WHERE l."lockedById" = u."id" AND l."lockedUntil" > $2::timestamptz
            AND l."ownerId" IS NULL AND l."state" = ANY($3::"LeadState"[])) mine
        CROSS JOIN LATERAL (SELECT FROM "LeadScore" s WHERE s."leadId" = mine."id" AND (
          s."tierRank" = ANY($1::smallint[]) OR EXISTS (SELECT FROM "Assignment" g
            WHERE g."leadId" = mine."id" AND g."endedAt" IS NULL AND g."clockFrom" IS NOT NULL OFFSET 0)) OFFSET 0) w
        LIMIT ${MOST_CAPACITY}) counted) AS "open",
       (SELECT (extract(epoch FROM max(a."assignedAt")) * 1000)::float8 FROM "Assignment" a
        WHERE a."userId" = u."id") AS "lastAt",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('firstDay', b."firstDay", 'lastDay', b."lastDay")), '[]')
        FROM "Absence" b WHERE b."userId" = u."id" AND b."lastDay" >= $2::timestamptz - $4::int * interval '1 day')
         AS "absences"
     FROM "User" u WHERE u."active" AND u."role" IN ('rep', 'manager', 'admin') ORDER BY u."id"`,
    [ranks, now, [...OPEN_STATES], PAST_DAYS],
  );
  return new Map(
    rows.map(({ role, ...row }) => [
      row.id,
      { ...row, capacity: row.capacity ?? capacity, takesAny: role === 'rep' },
    ]),
  );
}
