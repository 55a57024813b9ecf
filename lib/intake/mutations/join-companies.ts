import { querySql, type SqlClient } from '@/lib/server/sql';

/** A lead and the company it belongs to. */
export interface Membership {
  leadId: string;
  companyId: string;
}

interface Joined {
  leadId: string;
  before: string | null;
  after: string;
  [column: string]: unknown;
}

/**
 * Makes leads people of companies.
 *
 * @returns the leads that changed, and the companies they left and joined, whose people's scores may rest on them.
 */
export async function joinCompanies(
  tx: SqlClient,
  members: readonly Membership[],
): Promise<{ leadIds: string[]; companyIds: string[] }> {
  const last = new Map(members.map(({ leadId, companyId }) => [leadId, companyId]));
  if (last.size === 0) return { leadIds: [], companyIds: [] };
  const rows = await querySql<Joined>(
    tx,
    `WITH held AS (
       SELECT l."id", l."companyId" FROM "Lead" l WHERE l."id" = ANY($1::uuid[]) ORDER BY l."id" FOR NO KEY UPDATE)
     UPDATE "Lead" l SET "companyId" = m."companyId", "updatedAt" = now()
     FROM unnest($1::uuid[], $2::uuid[]) AS m("leadId", "companyId") JOIN held ON held."id" = m."leadId"
     WHERE l."id" = m."leadId" AND l."companyId" IS DISTINCT FROM m."companyId"
     RETURNING l."id" AS "leadId", held."companyId" AS "before", m."companyId" AS "after"`,
    [[...last.keys()], [...last.values()]],
  );
  return {
    leadIds: rows.map(({ leadId }) => leadId),
    companyIds: [
      ...new Set(rows.flatMap(({ before, after }) => (before === null ? [after] : [before, after]))),
    ],
  };
}
