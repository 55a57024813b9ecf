import { OPEN_STATES } from '@/lib/leads/constants';
import { querySql, type SqlClient } from '@/lib/server/sql';
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
 * Everyone who can work leads, with their load: the open leads in their queue that are not put off, and those they hold
 * for the moment.
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
       (SELECT count(*)::int FROM (
          SELECT l."id" FROM "Lead" l WHERE l."ownerId" = u."id"
          UNION SELECT l."id" FROM "Assignment" a JOIN "Lead" l ON l."id" = a."leadId"
            WHERE a."userId" = u."id" AND a."endedAt" IS NULL AND l."ownerId" IS NULL
              AND l."lockedById" = u."id" AND l."lockedUntil" > $2::timestamptz) mine
        JOIN "Lead" l ON l."id" = mine."id" JOIN "LeadScore" s ON s."leadId" = l."id"
        WHERE l."state" = ANY($3::"LeadState"[]) AND s."tierRank" = ANY($1::smallint[])
          AND (l."snoozedUntil" IS NULL OR l."snoozedUntil" <= $2::timestamptz)) AS "open",
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
