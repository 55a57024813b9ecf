import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { KEEP_DAYS } from '../constants';

/** Deliveries that are deleted in one statement. */
const BATCH = 5_000;

const PRUNE = `
  WITH old AS (
    DELETE FROM "Delivery" WHERE "id" IN (
      SELECT "id" FROM "Delivery" WHERE "createdAt" < $1::timestamptz AND "state" <> 'pending'
      ORDER BY "createdAt" LIMIT ${BATCH})
    RETURNING 1)
  SELECT count(*)::int AS "pruned" FROM old`;

/**
 * Deletes deliveries with all that was sent and answered once they are older than 30 days; what still waits to be sent
 * stays.
 *
 * @returns how many there were.
 */
export async function pruneOldDeliveries(now: Date, signal?: AbortSignal): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000).toISOString();
  let all = 0;
  while (!signal?.aborted) {
    const [row] = await querySql<{ pruned: number }>(getPool(), PRUNE, [before]);
    const pruned = row?.pruned ?? 0;
    all += pruned;
    if (pruned < BATCH) break;
  }
  return all;
}
