import type { Actor } from '@/lib/auth/actor';
import { getDb, type Db } from '@/lib/server/db';
import { prune, PRUNED_AT_ONCE } from '@/lib/server/prune';
import { ALERT_DAYS } from './constants';
import type { NewAlert } from './types';

const PRUNE = `
  WITH old AS (
    DELETE FROM "Alert" WHERE "id" IN (
      SELECT "id" FROM "Alert" WHERE "at" < $1::timestamptz LIMIT ${PRUNED_AT_ONCE})
    RETURNING 1)
  SELECT count(*)::int AS "pruned" FROM old`;

/** Tells people of leads, in the transaction in which it happens. */
export async function writeAlerts(tx: Db, alerts: readonly NewAlert[], now: Date): Promise<void> {
  if (alerts.length === 0) return;
  await tx.alert.createMany({ data: alerts.map((alert) => ({ ...alert, at: now })) });
}

/** Notes that somebody has seen what they were told until an instant. */
export async function markAlertsSeen(actor: Actor<'leads:read'>, until: Date, now: Date): Promise<void> {
  await getDb().alert.updateMany({
    where: { userId: actor.id, seenAt: null, at: { lte: until } },
    data: { seenAt: now },
  });
}

/**
 * Deletes alerts that are older than `ALERT_DAYS`.
 *
 * @returns how many there were.
 */
export function pruneAlerts(now: Date, signal?: AbortSignal): Promise<number> {
  return prune(PRUNE, new Date(now.getTime() - ALERT_DAYS * 86_400_000), signal);
}
