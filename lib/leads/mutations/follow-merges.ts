import { querySql, type SqlClient } from '@/lib/server/sql';

/**
 * Holds leads for the rest of the transaction against being merged into others, and finds those that were: rows that are
 * about to be hung on them belong to the survivors. A lead may have been merged between being looked up and now.
 *
 * @returns for each lead that was merged, the one it stands for.
 */
export async function followMerges(tx: SqlClient, leadIds: readonly string[]): Promise<Map<string, string>> {
  const survivors = new Map<string, string>();
  for (let ids = [...new Set(leadIds)]; ids.length > 0;) {
    const merged = await querySql<{ id: string; mergedIntoId: string }>(
      tx,
      `SELECT * FROM (
         SELECT "id", "mergedIntoId" FROM "Lead" WHERE "id" = ANY($1::uuid[]) ORDER BY "id" FOR KEY SHARE) held
       WHERE "mergedIntoId" IS NOT NULL`,
      [ids],
    );
    for (const { id, mergedIntoId } of merged) {
      for (const [from, into] of survivors) if (into === id) survivors.set(from, mergedIntoId);
      survivors.set(id, mergedIntoId);
    }
    ids = merged.map(({ mergedIntoId }) => mergedIntoId);
  }
  return survivors;
}
