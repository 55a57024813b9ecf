import { querySql, type SqlClient } from '@/lib/server/sql';

/** A lead of whom nothing but ids is known, and the one that turned out to be the same person. */
export interface Absorbed {
  fromId: string;
  intoId: string;
}

const PAIRS = 'unnest($1::uuid[], $2::uuid[]) AS p("fromId", "intoId")';

/** What belongs to a lead and goes with it. Identities stay: a merged lead stands for its survivor. */
const MOVES = ['Event', 'Deal', 'Activity', 'Assignment', 'AttributeChange'].map(
  (table) => `UPDATE "${table}" t SET "leadId" = p."intoId" FROM ${PAIRS} WHERE t."leadId" = p."fromId"`,
);

const FILL_IN = `
  UPDATE "Lead" l SET "attributes" = f."attributes" || l."attributes" ||
      CASE WHEN f."attributes" ? 'custom' OR l."attributes" ? 'custom' THEN jsonb_build_object('custom',
        coalesce(f."attributes"->'custom', '{}') || coalesce(l."attributes"->'custom', '{}')) ELSE '{}' END,
    "name" = coalesce(l."name", f."name"), "companyId" = coalesce(l."companyId", f."companyId"),
    "createdAt" = least(l."createdAt", f."createdAt"), "updatedAt" = now()
  FROM ${PAIRS} JOIN "Lead" f ON f."id" = p."fromId" WHERE l."id" = p."intoId"`;

const MERGE = `
  UPDATE "Lead" l SET "mergedIntoId" = p."intoId", "updatedAt" = now() FROM ${PAIRS}
  WHERE l."id" = p."fromId" OR l."mergedIntoId" = p."fromId"`;

/**
 * Merges leads without an e-mail address into those that they turned out to be: their history moves, and what was known
 * of them fills in what is not known of the other. Scores are the caller's.
 */
export async function absorbLeads(tx: SqlClient, pairs: readonly Absorbed[]): Promise<void> {
  if (pairs.length === 0) return;
  const values = [pairs.map(({ fromId }) => fromId), pairs.map(({ intoId }) => intoId)];
  await querySql(
    tx,
    'SELECT 1 AS "one" FROM "Lead" WHERE "id" = ANY($1::uuid[] || $2::uuid[]) ORDER BY "id" FOR NO KEY UPDATE',
    values,
  );
  await querySql(tx, FILL_IN, values);
  for (const move of MOVES) await querySql(tx, move, values);
  await querySql(tx, MERGE, values);
}
