import { OPEN_STATES } from '@/lib/leads/constants';
import { querySql, type SqlClient } from '@/lib/server/sql';
import type { LeadMark } from '../types';

/** Where leads stand now; those that were erased or merged are told as closed. */
export async function loadLeadMarks(client: SqlClient, leadIds: readonly string[]): Promise<LeadMark[]> {
  if (leadIds.length === 0) return [];
  return querySql<LeadMark>(
    client,
    `SELECT t."id", s."tierRank" AS "rank", s."score",
       (extract(epoch FROM l."respondBy") * 1000)::float8 AS "respondBy",
       (extract(epoch FROM s."tierSince") * 1000)::float8 AS "tierSince",
       coalesce(l."ownerId", CASE WHEN l."lockedUntil" > now() THEN l."lockedById" END) AS "holder",
       coalesce(l."state"::text = ANY($2::text[]), false) AS "open"
     FROM unnest($1::uuid[]) AS t("id")
     LEFT JOIN "Lead" l ON l."id" = t."id" AND l."mergedIntoId" IS NULL
     LEFT JOIN "LeadScore" s ON s."leadId" = l."id"`,
    [leadIds, OPEN_STATES],
  );
}
