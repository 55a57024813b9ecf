import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { buildIfChanged } from '@/lib/runtime/build';
import { findFreePort } from '@/lib/runtime/embedded-postgres';
import { waitUntilHealthy } from '@/lib/runtime/processes';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { createSourceByCommand } from '@/lib/tracking/mutations';
import { startWeb, startWorker, type AppProcess } from '@/tests/support/app-processes';
import { say, withBenchHouse } from '@/tests/support/bench-house';
import { readCounts } from '@/tests/support/read-counts';
import { TrackingClient } from '@/tests/support/tracking-client';

const BATCH = 50;
const LANES = 8;
const SENDING_MS = 2_500;
const RETRY_MS = 100;
const DRAIN_S = 120;
const LOG = '.data/bench-kill.log';

/** What was sent, and of it what was answered with 2xx. */
interface Tally {
  accepted: number;
  sent: number;
  answersLost: number;
  sending: boolean;
}

/** A batch of events, each with a number of its own: half of them of a visitor whom the batch itself identifies. */
function buildBatch(tally: Tally): string {
  const user = `killed-${tally.sent % 500}`;
  const event = (index: number) => ({
    type: 'track',
    event: 'Demo Requested',
    messageId: randomUUID(),
    ...(index % 2 === 0 ? { userId: user } : { anonymousId: `visitor-${user}` }),
    timestamp: new Date().toISOString(),
    properties: { number: tally.sent + index },
  });
  const events = Array.from({ length: BATCH }, (_, index) => event(index));
  tally.sent += BATCH;
  const identify = {
    type: 'identify',
    userId: user,
    anonymousId: `visitor-${user}`,
    traits: { email: `${user}@kill.example` },
  };
  return JSON.stringify({ batch: [...events, identify], sentAt: new Date().toISOString() });
}

/** Sends batches as official clients do: one that was not answered, or answered 429 or 5xx, is sent again. */
async function sendUntilStopped(client: TrackingClient, tally: Tally): Promise<void> {
  while (tally.sending) {
    const body = buildBatch(tally);
    for (;;) {
      const answer = await client.post('batch', body).catch(() => null);
      if (answer?.status === 200) break;
      if (answer && answer.status < 500 && answer.status !== 429)
        throw new Error(`${answer.status}: ${answer.body}`);
      if (!answer) tally.answersLost += 1;
      await wait(RETRY_MS);
    }
    tally.accepted += BATCH;
  }
}

async function kill({ child }: AppProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function runRounds(address: string, port: number, rounds: number): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    const processes = [startWeb(port, LOG), startWorker(port, LOG)];
    await waitUntilHealthy(address, 60);
    // A different moment each time.
    await wait(SENDING_MS + round * 137);
    await Promise.all(processes.map(kill));
    say(`Round ${round}: web and worker killed`);
  }
}

const COUNT = `
  SELECT count(*)::int AS "stored", (count(*) - count(DISTINCT "properties"->>'number'))::int AS "doubled",
    (count(*) FILTER (WHERE "leadId" IS NULL))::int AS "unattached" FROM "Event" WHERE "source" = 'Kill'`;

async function drain(): Promise<number> {
  for (let left = DRAIN_S; ; left--) {
    const [row] = await querySql<{ stale: number }>(
      getPool(),
      'SELECT count(*)::int AS "stale" FROM "StaleScore"',
    );
    if (row?.stale === 0 || left === 0) return row?.stale ?? 0;
    await wait(1_000);
  }
}

async function measure(rounds: number): Promise<void> {
  const { writeKey } = await createSourceByCommand({ name: 'Kill', origins: [] });
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const client = new TrackingClient(address, writeKey, LANES);
  const tally: Tally = { accepted: 0, sent: 0, answersLost: 0, sending: true };
  const lanes = Array.from({ length: LANES }, () => sendUntilStopped(client, tally));
  const sending = Promise.all(lanes);
  await Promise.race([runRounds(address, port, rounds), sending]);
  tally.sending = false;
  const processes = [startWeb(port, LOG), startWorker(port, LOG)];
  try {
    await sending;
    const stale = await drain();
    const [counts] = await querySql<{ stored: number; doubled: number; unattached: number }>(
      getPool(),
      COUNT,
    );
    const { accepted, answersLost } = tally;
    const line = { bench: 'kill', kills: rounds * 2, accepted, ...counts, answersLost, stale };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    if (!counts || counts.stored < accepted || counts.doubled > 0 || counts.unattached > 0 || stale > 0)
      throw new Error('An accepted event was lost, doubled or left aside.');
  } finally {
    client.close();
    await Promise.all(processes.map(({ stop }) => stop()));
  }
}

/** Kills web and worker with SIGKILL again and again while events come in, and counts what was accepted, stored and doubled. */
export async function run(args: string[]): Promise<void> {
  const { rounds, leads, events } = readCounts(args, { rounds: 3, leads: 1_000, events: 10_000 });
  await buildIfChanged();
  await withBenchHouse({ leads, events }, () => measure(rounds));
}
