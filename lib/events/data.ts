import { getPool } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { REASON_DAYS } from './constants';
import { MAIL_TYPES } from './find-windows';
import type { EventKey, EventWindow, FilteredEvent, JudgedEvent, ReasonCount } from './types';

/** The stored e-mail events in the given stretches of leads and companies, each once, in one query. */
export async function loadRecentMail(
  client: SqlClient,
  windows: readonly EventWindow[],
): Promise<JudgedEvent[]> {
  if (windows.length === 0) return [];
  return querySql<JudgedEvent>(
    client,
    `WITH windows AS (
       SELECT w."leadId", w."companyId", to_timestamp(w."from" / 1000.0) AS "from", to_timestamp(w."until" / 1000.0) AS "until"
       FROM jsonb_to_recordset($1::jsonb) AS w("leadId" uuid, "companyId" uuid, "from" float8, "until" float8)),
     found AS (
       SELECT e."id" FROM windows w JOIN "Event" e
         ON e."leadId" = w."leadId" AND e."at" BETWEEN w."from" AND w."until" AND e."type" = ANY($2::text[])
       UNION
       SELECT e."id" FROM windows w JOIN "Event" e
         ON e."companyId" = w."companyId" AND e."at" BETWEEN w."from" AND w."until" AND e."type" = ANY($2::text[]))
     SELECT e."id", e."messageId", e."leadId", e."companyId", e."type",
       (extract(epoch FROM e."at") * 1000)::float8 AS "at", e."properties", e."filteredAs",
       e."restoredFrom" IS NOT NULL AS "restored"
     FROM found JOIN "Event" e ON e."id" = found."id"`,
    [JSON.stringify(windows), MAIL_TYPES],
  );
}

/** How many events are filtered, by reason: in all, and of the last days before `now`; the most frequent first. */
export async function countFiltered(now: Date): Promise<ReasonCount[]> {
  const since = new Date(now.getTime() - REASON_DAYS * 86_400_000);
  return querySql<ReasonCount>(
    getPool(),
    `SELECT e."filteredAs" AS "reason", count(*)::int AS "total",
       (count(*) FILTER (WHERE e."at" >= $1::timestamptz))::int AS "recent"
     FROM "Event" e WHERE e."filteredAs" IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
    [since],
  );
}

export interface FilteredQuery {
  /** Only events of this reason. */
  reason?: string;
  /** Only events older than this one, newest first. */
  before?: EventKey;
  /** Only events newer than this one; of those the oldest, still newest first. */
  after?: EventKey;
  limit: number;
}

const FILTERED = `
  SELECT e."id", e."at", e."filteredAs" AS "reason", coalesce(t."label", e."type") AS "type", e."properties",
    e."leadId", l."name" AS "leadName", l."email" AS "leadEmail", c."name" AS "companyName"
  FROM "Event" e LEFT JOIN "Lead" l ON l."id" = e."leadId" LEFT JOIN "Company" c ON c."id" = e."companyId"
  LEFT JOIN "EventType" t ON t."key" = e."type"
  WHERE e."filteredAs" IS NOT NULL AND ($1::text IS NULL OR e."filteredAs" = $1)`;

const OLDER = `${FILTERED} AND ($2::timestamptz IS NULL OR (e."at", e."id") < ($2, $3::uuid))
  ORDER BY e."at" DESC, e."id" DESC LIMIT $4`;

const NEWER = `${FILTERED} AND (e."at", e."id") > ($2::timestamptz, $3::uuid)
  ORDER BY e."at", e."id" LIMIT $4`;

/** A page of the events that are filtered, newest first, by keyset. */
export async function listFiltered({
  reason,
  before,
  after,
  limit,
}: FilteredQuery): Promise<FilteredEvent[]> {
  const key = after ?? before;
  const rows = await querySql<FilteredEvent>(getPool(), after ? NEWER : OLDER, [
    reason ?? null,
    key?.at ?? null,
    key?.id ?? null,
    limit,
  ]);
  return after ? rows.reverse() : rows;
}
