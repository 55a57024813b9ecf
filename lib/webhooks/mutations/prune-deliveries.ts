import { prune, PRUNED_AT_ONCE } from '@/lib/server/prune';
import { KEEP_DAYS } from '../constants';

const PRUNE = `
  WITH old AS (
    DELETE FROM "Delivery" WHERE "id" IN (
      SELECT "id" FROM "Delivery" WHERE "createdAt" < $1::timestamptz AND "state" <> 'pending'
      ORDER BY "createdAt" LIMIT ${PRUNED_AT_ONCE})
    RETURNING 1)
  SELECT count(*)::int AS "pruned" FROM old`;

/**
 * Deletes deliveries with all that was sent and answered once they are older than 30 days; what still waits to be sent
 * stays.
 *
 * @returns how many there were.
 */
export async function pruneOldDeliveries(now: Date, signal?: AbortSignal): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  return prune(PRUNE, before, signal);
}
