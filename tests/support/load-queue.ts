import { setTimeout as wait } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import { getDb, getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { createSourceByCommand } from '@/lib/tracking/mutations';
import { TEST_SECRET } from './app-processes';

/** The value that so large a share does not exceed, rounded; null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  return value === undefined ? null : Math.round(value);
}

/** A rep who is signed in. */
export async function addViewer(): Promise<{ viewerId: string; cookie: string }> {
  const user = await getDb().user.create({
    data: { name: 'Maya Krause', email: 'maya@leadgrid.example', role: 'rep', passwordHash: 'none' },
  });
  const token = await encode({ token: { sub: user.id, epoch: user.sessionEpoch }, secret: TEST_SECRET });
  return { viewerId: user.id, cookie: `next-auth.session-token=${token}` };
}

/** A source that may send as much as it can; answers its write key. */
export async function addLoudSource(): Promise<string> {
  const { id, writeKey } = await createSourceByCommand({ name: 'Bench', origins: [] });
  await querySql(getPool(), 'UPDATE "Source" SET "eventsPerMinute" = 100000000 WHERE "id" = $1::uuid', [id]);
  return writeKey;
}

/** Has the ids of users stand for the leads of the house, as earlier identifying calls would have. */
export async function identifyLeads(): Promise<void> {
  await getPool().query(`
    INSERT INTO "Identity" ("kind", "value", "leadId")
    SELECT 'user', 'user-' || row_number() OVER (ORDER BY "id"), "id" FROM "Lead"`);
}

/** Waits until every lead has its score and none is stale. */
export async function waitUntilScored(): Promise<void> {
  for (let left = 600; left > 0; left--) {
    const [row] = await querySql<{ left: boolean }>(
      getPool(),
      `SELECT EXISTS (SELECT FROM "StaleScore") OR EXISTS (
         SELECT FROM "Lead" l LEFT JOIN "LeadScore" s ON s."leadId" = l."id" WHERE s."leadId" IS NULL) AS "left"`,
    );
    if (row?.left === false) return;
    await wait(500);
  }
  throw new Error('The leads were not scored in time.');
}

/** Loads the page of the queue again and again until told to stop; how long each took, in milliseconds. */
export async function loadPages(
  address: string,
  cookie: string,
  signal: AbortSignal,
  everyMs = 1_000,
): Promise<number[]> {
  const times: number[] = [];
  while (!signal.aborted) {
    const from = performance.now();
    const answer = await fetch(`${address}/queue?tab=free`, { headers: { cookie } });
    await answer.text();
    if (!answer.ok) throw new Error(`The queue was answered ${answer.status}.`);
    times.push(performance.now() - from);
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
  return times;
}
