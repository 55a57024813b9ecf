import { getPool } from '@/lib/server/db';
import { prune, PRUNED_AT_ONCE } from '@/lib/server/prune';
import { querySql } from '@/lib/server/sql';
import { UNDO_DAYS } from '../constants';

const CLOSE = `
  UPDATE "Import" SET "undoable" = false
  WHERE "undoable" AND "state" IN ('done', 'failed') AND "finishedAt" < $1::timestamptz`;

const PRUNE = `
  WITH old AS (
    DELETE FROM "ImportEdit" WHERE "id" IN (
      SELECT e."id" FROM "Import" i JOIN "ImportEdit" e ON e."importId" = i."id"
      WHERE NOT i."undoable" AND i."finishedAt" < $1::timestamptz LIMIT ${PRUNED_AT_ONCE})
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
  return prune(PRUNE, before, signal);
}
