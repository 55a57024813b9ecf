import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { SOURCE_TTL_MS } from './constants';
import type { SendingSource } from './types';

interface Kept {
  source: SendingSource | null;
  readAt: number;
}

/** Wrong keys are remembered too, so that guessing costs no query each; but no more than this many. */
const MOST_KEPT = 10_000;

const kept = new Map<string, Kept>();

/** The active source of a write key, or null. What is answered may be some seconds old. */
export async function findSource(writeKey: string): Promise<SendingSource | null> {
  const now = Date.now();
  const known = kept.get(writeKey);
  if (known && now - known.readAt < SOURCE_TTL_MS) return known.source;
  const [source = null] = await querySql<SendingSource & { [column: string]: unknown }>(
    getPool(),
    `SELECT "id", "name", "origins", "eventsPerMinute" FROM "Source" WHERE "writeKey" = $1 AND "active"`,
    [writeKey],
  );
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(writeKey, { source, readAt: now });
  return source;
}

/** Whether pages of an origin may send to any source: what a browser asks before it says to which. */
export async function isKnownOrigin(origin: string): Promise<boolean> {
  const rows = await querySql(
    getPool(),
    'SELECT 1 AS "one" FROM "Source" WHERE "active" AND $1 = ANY("origins") LIMIT 1',
    [origin],
  );
  return rows.length > 0;
}
