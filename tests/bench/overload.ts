import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { buildIfChanged } from '@/lib/runtime/build';
import { findFreePort } from '@/lib/runtime/embedded-postgres';
import { waitUntilHealthy } from '@/lib/runtime/processes';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { startWeb, startWorker } from '@/tests/support/app-processes';
import { say, withBenchHouse } from '@/tests/support/bench-house';
import {
  addLoudSource,
  addViewer,
  identifyLeads,
  loadPages,
  percentile,
  waitUntilScored,
} from '@/tests/support/load-queue';
import { readCounts } from '@/tests/support/read-counts';
import { TrackingClient } from '@/tests/support/tracking-client';

const LOG = '.data/bench-overload.log';
const PAGE_EVERY_MS = 250;
const IDLE_MS = 5_000;
/** More connections than what may wait fits into: some are always refused. */
const CONNECTIONS = 512;

interface Load {
  leads: number;
  seconds: number;
  rate: number;
  batch: number;
}

/** What came of what was sent; in events, but for the answers. */
interface Tally {
  sent: number;
  accepted: number;
  refused: number;
  /** Refusals that do not say when to come again, and answers that are neither taken nor refused. */
  withoutRetryAfter: number;
  otherAnswers: number;
}

function buildBatch(from: number, { batch, leads }: Load): string {
  const events = Array.from({ length: batch }, (_, n) => ({
    type: 'track',
    event: 'Page Viewed',
    userId: `user-${(((from + n) * 7_919) % leads) + 1}`,
    messageId: randomUUID(),
    timestamp: new Date().toISOString(),
    properties: { path: '/docs' },
  }));
  return JSON.stringify({ batch: events, sentAt: new Date().toISOString() });
}

/** Sends far more than can be taken, whatever the answers; what is refused is not sent again. */
async function flood(client: TrackingClient, load: Load): Promise<Tally> {
  const tally: Tally = { sent: 0, accepted: 0, refused: 0, withoutRetryAfter: 0, otherAnswers: 0 };
  const under = new Set<Promise<void>>();
  const from = performance.now();
  const elapsed = () => (performance.now() - from) / 1_000;
  while (elapsed() < load.seconds) {
    while (tally.sent + load.batch <= elapsed() * load.rate && under.size < CONNECTIONS) {
      const body = buildBatch(tally.sent, load);
      tally.sent += load.batch;
      const post = client.post('batch', body).then(({ status, retryAfter }) => {
        if (status === 200) tally.accepted += load.batch;
        else if (status === 429) tally.refused += load.batch;
        else tally.otherAnswers += 1;
        if (status === 429 && !(Number(retryAfter) > 0)) tally.withoutRetryAfter += 1;
      });
      under.add(post.finally(() => under.delete(post)));
    }
    await wait(5);
  }
  await Promise.all(under);
  return tally;
}

const COUNT = `
  SELECT count(*)::int AS "stored", (count(*) - count(DISTINCT "messageId"))::int AS "doubled" FROM "Event"
  WHERE "source" = 'Bench'`;

async function measure(load: Load): Promise<void> {
  await identifyLeads();
  const writeKey = await addLoudSource();
  const { cookie } = await addViewer();
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const processes = [startWeb(port, LOG), startWorker(port, LOG)];
  const client = new TrackingClient(address, writeKey, CONNECTIONS);
  const loadFor = async <T>(work: Promise<T>) => {
    const stop = new AbortController();
    const pages = loadPages(address, cookie, stop.signal, PAGE_EVERY_MS);
    const answer = await work;
    stop.abort();
    return { answer, pages: await pages };
  };
  try {
    await waitUntilHealthy(address, 60);
    await waitUntilScored();
    const idle = await loadFor(wait(IDLE_MS));
    say(`${load.rate} events a second for ${load.seconds} seconds, in batches of ${load.batch}`);
    const under = await loadFor(flood(client, load));
    const [counts] = await querySql<{ stored: number; doubled: number }>(getPool(), COUNT);
    report(under.answer, counts ?? { stored: 0, doubled: 0 }, { idle: idle.pages, under: under.pages });
  } finally {
    client.close();
    await Promise.all(processes.map(({ stop }) => stop()));
  }
}

function report(
  tally: Tally,
  counts: { stored: number; doubled: number },
  pages: { idle: readonly number[]; under: readonly number[] },
): void {
  const [idleMs, underMs] = [percentile(pages.idle, 0.5) ?? 0, percentile(pages.under, 0.5) ?? 0];
  const queuePage = { idleMs, underMs, p95Ms: percentile(pages.under, 0.95), loads: pages.under.length };
  const ratios = { queuePage: Math.round((underMs / idleMs) * 10) / 10 };
  process.stdout.write(`${JSON.stringify({ bench: 'overload', ratios, ...tally, ...counts, queuePage })}\n`);
  if (tally.refused === 0) throw new Error('Nothing was refused: this was no overload.');
  if (tally.withoutRetryAfter + tally.otherAnswers > 0)
    throw new Error('Some were not told to come again later.');
  if (counts.stored !== tally.accepted || counts.doubled > 0)
    throw new Error('What was accepted is not what is stored.');
}

/** What happens to senders, to what was accepted and to the queue while far more comes in than can be taken. */
export async function run(args: string[]): Promise<void> {
  const load = readCounts(args, {
    leads: 20_000,
    events: 200_000,
    seconds: 15,
    rate: 40_000,
    batch: 100,
  });
  await buildIfChanged();
  await withBenchHouse({ leads: load.leads, events: load.events }, () => measure(load));
}
