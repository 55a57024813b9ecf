import { z } from 'zod';
import { querySql, type SqlClient } from '@/lib/server/sql';

const engagementSchema = z.looseObject({ leadId: z.uuid(), at: z.string() });

/** Rows that a merge takes away or overwrites, whole and as JSON, so that undoing it can put them back. */
export const takenSchema = z.object({
  /** First engagements of survivor and merged lead. */
  engagements: z.array(engagementSchema),
  /** The merged lead's score; null when it had none. */
  score: z.looseObject({}).nullable(),
  /** What deals held of an engagement. */
  deals: z.array(z.looseObject({ id: z.uuid() })),
});

export type Taken = z.output<typeof takenSchema>;

const DEAL_ENGAGEMENT = `"engagedAt", "engagementBasis", "rubricVersionId", "fit", "intent", "score", "tier", "quadrant"`;

/**
 * Lets the earlier of two first engagements be the one of the survivor and of all its deals, as it was frozen then; the
 * merged lead's score goes out of every list.
 */
export async function mergeEngagements(tx: SqlClient, survivorId: string, mergedId: string): Promise<Taken> {
  const both = await querySql<{ row: unknown }>(
    tx,
    `DELETE FROM "Engagement" WHERE "leadId" = ANY($1::uuid[]) RETURNING to_jsonb("Engagement") AS "row"`,
    [[survivorId, mergedId]],
  );
  const engagements = both.map(({ row }) => engagementSchema.parse(row));
  const [first] = [...engagements].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (first) await insertEngagements(tx, [{ ...first, leadId: survivorId }]);
  const [score] = await querySql<{ row: unknown }>(
    tx,
    `DELETE FROM "LeadScore" WHERE "leadId" = $1::uuid RETURNING to_jsonb("LeadScore") AS "row"`,
    [mergedId],
  );
  const deals = first ? await engageDeals(tx, survivorId) : [];
  return takenSchema.parse({ engagements, score: score?.row ?? null, deals });
}

async function insertEngagements(tx: SqlClient, rows: readonly Record<string, unknown>[]): Promise<void> {
  await querySql(
    tx,
    `INSERT INTO "Engagement" SELECT * FROM json_populate_recordset(NULL::"Engagement", $1::json)
     ON CONFLICT ("leadId") DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/** Gives the survivor's deals its engagement. Gives back what those that change held before. */
async function engageDeals(tx: SqlClient, survivorId: string): Promise<unknown[]> {
  const rows = await querySql<{ held: unknown }>(
    tx,
    `WITH held AS (
       SELECT d."id", to_jsonb(h) AS "held" FROM "Deal" d JOIN "Engagement" e ON e."leadId" = d."leadId"
       CROSS JOIN LATERAL (SELECT d."id", ${DEAL_ENGAGEMENT.replaceAll(/"(\w+)"/g, 'd."$1"')}) h
       WHERE d."leadId" = $1::uuid AND d."engagedAt" IS DISTINCT FROM e."at" ORDER BY d."id" FOR UPDATE OF d)
     UPDATE "Deal" d SET "engagedAt" = e."at", "engagementBasis" = e."basis", "rubricVersionId" = e."rubricVersionId",
       "fit" = e."fit", "intent" = e."intent", "score" = e."score", "tier" = e."tier", "quadrant" = e."quadrant"
     FROM held, "Engagement" e WHERE d."id" = held."id" AND e."leadId" = $1::uuid
     RETURNING held."held"`,
    [survivorId],
  );
  return rows.map(({ held }) => held);
}

/**
 * Puts back what a merge took. An engagement that the survivor only had since then is its own and stays.
 */
export async function partEngagements(
  tx: SqlClient,
  { engagements, score, deals }: Taken,
  survivorId: string,
): Promise<void> {
  if (engagements.length > 0) {
    await querySql(tx, 'DELETE FROM "Engagement" WHERE "leadId" = $1::uuid', [survivorId]);
    await insertEngagements(tx, engagements);
  }
  await querySql(
    tx,
    `UPDATE "Deal" d SET (${DEAL_ENGAGEMENT}) = (SELECT ${DEAL_ENGAGEMENT.replaceAll(/"(\w+)"/g, 'r."$1"')})
     FROM json_populate_recordset(NULL::"Deal", $1::json) r WHERE d."id" = r."id"`,
    [JSON.stringify(deals)],
  );
  if (!score) return;
  await querySql(
    tx,
    `INSERT INTO "LeadScore" SELECT * FROM json_populate_record(NULL::"LeadScore", $1::json)
     ON CONFLICT ("leadId") DO NOTHING`,
    [JSON.stringify(score)],
  );
}
