import { querySql, type SqlClient } from '@/lib/server/sql';
import type { PastLoad } from '../simulate-routing';

/** A lead that came into a routed tier in the past, and what really happened. */
export interface PastLead {
  leadId: string;
  name: string;
  at: Date;
  /** When a rep was done with it; null while it is open. */
  endedAt: Date | null;
  /** Who had it then or got it next; null when nobody did. */
  reallyName: string | null;
  reallyReason: string | null;
  reallyAt: Date | null;
}

/**
 * The newest leads that came into one of some tiers since an instant, each with its last coming; not those that a
 * publication brought there. $1: tiers, $2: since, $3: how many.
 */
const PAST = `
  WITH came AS (
    SELECT DISTINCT ON (h."leadId") h."leadId", h."at" FROM (
      SELECT "leadId", "at" FROM "ScoreChange"
      WHERE "at" >= $2::timestamptz AND "tier" = ANY($1::text[]) AND "cause" <> 'rubric'
        AND ("tierBefore" IS NULL OR NOT "tierBefore" = ANY($1::text[]))
      ORDER BY "at" DESC LIMIT $3) h
    ORDER BY h."leadId", h."at" DESC)
  SELECT came."leadId", coalesce(l."name", l."email", l."externalId", '') AS "name", came."at",
    CASE WHEN l."state" NOT IN ('new', 'working') THEN coalesce(d."at", l."updatedAt") END AS "endedAt",
    u."name" AS "reallyName", a."reason" AS "reallyReason", a."assignedAt" AS "reallyAt"
  FROM came JOIN "Lead" l ON l."id" = came."leadId" AND l."mergedIntoId" IS NULL
  LEFT JOIN LATERAL (
    SELECT min("at") AS "at" FROM "Activity" WHERE "leadId" = l."id" AND "at" >= came."at"
      AND "type" IN ('qualified', 'disqualified', 'won', 'lost')) d ON true
  LEFT JOIN LATERAL (
    SELECT "userId", "reason", "assignedAt" FROM "Assignment" WHERE "leadId" = l."id"
      AND ("endedAt" IS NULL OR "endedAt" > came."at")
    ORDER BY "assignedAt" LIMIT 1) a ON true
  LEFT JOIN "User" u ON u."id" = a."userId"
  ORDER BY came."at" DESC`;

/** The newest leads that came into a routed tier, with what really became of them. */
export async function listPastArrivals(
  client: SqlClient,
  { tiers, since, limit }: { tiers: readonly string[]; since: Date; limit: number },
): Promise<PastLead[]> {
  return querySql<PastLead>(client, PAST, [tiers, since, limit]);
}

/**
 * Who had which leads from when to when since an instant: leads that were given in one of some tiers, and, as long as
 * somebody still has them, are in one. A lead is of no load once it is qualified or closed.
 */
export async function listPastLoads(
  client: SqlClient,
  since: Date,
  { tiers, without }: { tiers: readonly string[]; without: readonly string[] },
): Promise<PastLoad[]> {
  return querySql<PastLoad>(
    client,
    `SELECT a."userId", (extract(epoch FROM a."assignedAt") * 1000)::float8 AS "from",
       (extract(epoch FROM least(a."endedAt", d."at")) * 1000)::float8 AS "until"
     FROM "Assignment" a CROSS JOIN LATERAL (
       SELECT min("at") AS "at" FROM "Activity" WHERE "leadId" = a."leadId" AND "at" >= a."assignedAt"
         AND "type" IN ('qualified', 'disqualified', 'won', 'lost')) d
     WHERE (a."endedAt" IS NULL OR a."endedAt" > $1::timestamptz) AND (d."at" IS NULL OR d."at" > $1::timestamptz)
       AND a."tier" = ANY($3::text[]) AND NOT a."leadId" = ANY($2::uuid[])
       AND (a."endedAt" IS NOT NULL OR EXISTS (
         SELECT FROM "LeadScore" s WHERE s."leadId" = a."leadId" AND s."tier" = ANY($3::text[])))`,
    [since, without, tiers],
  );
}
