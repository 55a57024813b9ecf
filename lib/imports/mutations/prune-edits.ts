import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { UNDO_DAYS } from '../constants';

/** Edits that are deleted in one statement. */
const BATCH = 5_000;

const CLOSE = `
  UPDATE "Import" SET "undoable" = false
  WHERE "undoable" AND "state" IN ('done', 'failed') AND "finishedAt" < $1::timestamptz`;

const PRUNE = `
  WITH old AS (
    DELETE FROM "ImportEdit" WHERE "id" IN (
      SELECT e."id" FROM "Import" i JOIN "ImportEdit" e ON e."importId" = i."id"
      WHERE NOT i."undoable" AND i."finishedAt" < $1::timestamptz LIMIT ${BATCH})
    RETURNING 1)
  SELECT count(*)::int AS "pruned" FROM old`;

/**
 * Forgets what imports changed that ended more than `UNDO_DAYS` days ago: those can no longer be undone. One that is
 * being undone keeps it until that is over.
 *
 * @returns how many edits were deleted.
 */
export async function pruneImportEdits(now: Date, signal?: AbortSignal): Promise<number> {
  const before = new Date(now.getTime() - UNDO_DAYS * 86_400_000);
  await querySql(getPool(), CLOSE, [before]);
  let all = 0;
  while (!signal?.aborted) {
    const [row] = await querySql<{ pruned: number }>(getPool(), PRUNE, [before]);
    const pruned = row?.pruned ?? 0;
    all += pruned;
    if (pruned < BATCH) break;
  }
  return all;
}
