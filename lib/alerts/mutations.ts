import type { Actor } from '@/lib/auth/actor';
import { getDb, type Db } from '@/lib/server/db';
import type { NewAlert } from './types';

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
