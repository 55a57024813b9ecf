import { getPool } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { REJECTED_DAYS, REJECTED_KEPT } from '@/lib/tracking/constants';
import { TRIM_EVERY_MS } from '../constants';
import type { Rejected } from '../types';

/** Keeps messages that were not understood, for the list of rejected events. */
export async function writeRejected(
  tx: SqlClient,
  rejected: readonly Rejected[],
  receivedAt: Date,
): Promise<void> {
  if (rejected.length === 0) return;
  await querySql(
    tx,
    `INSERT INTO "RejectedEvent" ("id", "sourceId", "receivedAt", "messageType", "eventName", "reason", "path", "payload")
     SELECT uuidv7(), r."sourceId", $2::timestamptz, r."messageType", r."eventName", r."reason", r."path",
       coalesce(r."payload", 'null')
     FROM jsonb_to_recordset($1::jsonb) AS r("sourceId" uuid, "messageType" text, "eventName" text, "reason" text,
       "path" text, "payload" jsonb)`,
    [JSON.stringify(rejected), receivedAt],
  );
}

let trimmedAt = 0;

/** Removes rejected events that are too old, or too many; not more often than every minute or so. */
export async function trimRejected(now: Date): Promise<void> {
  if (now.getTime() - trimmedAt < TRIM_EVERY_MS) return;
  trimmedAt = now.getTime();
  await querySql(
    getPool(),
    `DELETE FROM "RejectedEvent" WHERE "receivedAt" < $1::timestamptz OR ("receivedAt", "id") <= (
       SELECT r."receivedAt", r."id" FROM "RejectedEvent" r
       ORDER BY r."receivedAt" DESC, r."id" DESC OFFSET $2 LIMIT 1)`,
    [new Date(now.getTime() - REJECTED_DAYS * 86_400_000), REJECTED_KEPT],
  );
}
