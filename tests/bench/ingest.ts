import { randomUUID } from 'node:crypto';
import { buildIfChanged } from '@/lib/runtime/build';
import { findFreePort } from '@/lib/runtime/embedded-postgres';
import { waitUntilHealthy } from '@/lib/runtime/processes';
import { getPool } from '@/lib/server/db';
import { inTransaction, querySql } from '@/lib/server/sql';
import { startWeb } from '@/tests/support/app-processes';
import { say, time, withBenchHouse } from '@/tests/support/bench-house';
import { addLoudSource, identifyLeads } from '@/tests/support/load-queue';
import { readCounts } from '@/tests/support/read-counts';
import { runLanes, TrackingClient } from '@/tests/support/tracking-client';

const WANTED = 0.4;
const BATCH = 100;
const CONNECTIONS = 32;
const SINGLE_CONNECTIONS = 64;
const FLOOR_SET = 1_000;
const LOG = '.data/bench-ingest.log';

/** Whoever is there leaves so many events, as in the house itself. */
const EVENTS_PER_VISIT = 5;

const PAGES = ['/', '/pricing', '/docs', '/blog/lead-scoring', '/careers'];
const NAMES = ['Page Viewed', 'Feature Used', 'Email Opened', 'Content Downloaded', 'Plan Compared'];

/** An event as a server's client sends it: of a known user, with the usual context. */
function buildEvent(n: number, users: number): Record<string, unknown> {
  const path = PAGES[n % PAGES.length] ?? '/';
  return {
    type: 'track',
    event: NAMES[n % NAMES.length],
    messageId: `node-next-${Date.now()}-${randomUUID()}`,
    userId: `user-${((Math.floor(n / EVENTS_PER_VISIT) * 7_919) % users) + 1}`,
    timestamp: new Date(Date.now() - (n % 60) * 1_000).toISOString(),
    properties: { path, plan: 'business', seats: n % 40, trial: n % 3 === 0, section: `part-${n % 12}` },
    context: {
      library: { name: '@segment/analytics-node', version: '3.1.0' },
      page: { url: `https://www.example.com${path}`, referrer: 'https://search.example/' },
      userAgent:
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/130.0 Safari/537.36',
      locale: 'en-GB',
    },
    integrations: {},
  };
}

function buildBatch(from: number, users: number): string {
  const batch = Array.from({ length: BATCH }, (_, index) => buildEvent(from + index, users));
  return JSON.stringify({ batch, sentAt: new Date().toISOString() });
}

async function countEvents(): Promise<number> {
  const [row] = await querySql<{ count: number }>(getPool(), 'SELECT count(*)::int AS "count" FROM "Event"');
  return row?.count ?? 0;
}

interface Round {
  ms: number;
  events: number;
}

/** Sends batches over several connections at once; every one has to be kept. */
async function sendBatches(
  client: TrackingClient,
  from: number,
  count: number,
  users: number,
): Promise<Round> {
  const bodies = Array.from({ length: count }, (_, index) => buildBatch(from + index * BATCH, users));
  const before = await countEvents();
  const { ms } = await time(() =>
    runLanes(bodies, CONNECTIONS, async (body) => {
      const { status, body: answer } = await client.post('batch', body);
      if (status !== 200) throw new Error(`A batch was answered ${status}: ${answer}`);
    }),
  );
  const events = (await countEvents()) - before;
  if (events !== count * BATCH)
    throw new Error(`${count * BATCH} events were accepted, ${events} are stored.`);
  return { ms, events };
}

async function sendSingles(
  client: TrackingClient,
  from: number,
  count: number,
  users: number,
): Promise<Round> {
  const bodies = Array.from({ length: count }, (_, n) => JSON.stringify(buildEvent(from + n, users)));
  const { ms } = await time(() =>
    runLanes(bodies, SINGLE_CONNECTIONS, async (body) => {
      const { status, body: answer } = await client.post('track', body);
      if (status !== 200) throw new Error(`An event was answered ${status}: ${answer}`);
    }),
  );
  return { ms, events: count };
}

const READ_ROWS = `
  SELECT jsonb_agg(to_jsonb(e) ORDER BY e."id")::text AS "rows" FROM (
    SELECT *, (row_number() OVER (ORDER BY "id") - 1) / $2::int AS "set" FROM (
      SELECT * FROM "Event" ORDER BY "id" DESC LIMIT $1) last) e GROUP BY e."set"`;

const DELETE_ROWS = `DELETE FROM "Event" WHERE "id" IN (SELECT "id" FROM "Event" ORDER BY "id" DESC LIMIT $1)`;

/** The columns of the table; what the row of the set does not name is null. */
const INSERT_ROWS = `
  INSERT INTO "Event" SELECT * FROM jsonb_populate_recordset(NULL::"Event", $1::jsonb)`;

/** Takes the rows of a round out, and times how long they take to go straight back into the same table, in sets. */
async function measureFloor(events: number): Promise<Round> {
  const pool = getPool();
  const sets = await querySql<{ rows: string }>(pool, READ_ROWS, [events, FLOOR_SET]);
  await querySql(pool, DELETE_ROWS, [events]);
  await pool.query('VACUUM "Event"');
  const { ms } = await time(() =>
    runLanes(sets, 1, async ({ rows }) => {
      await inTransaction((tx) => querySql(tx, INSERT_ROWS, [rows]));
    }),
  );
  return { ms, events };
}

const rate = (rounds: readonly Round[]) => {
  const [ms, events] = rounds.reduce(([a, b], one) => [a + one.ms, b + one.events], [0, 0]);
  return Math.round((events / ms) * 1000);
};

async function measure(size: {
  batches: number;
  rounds: number;
  singles: number;
  leads: number;
}): Promise<void> {
  await identifyLeads();
  await getPool().query('VACUUM ANALYZE');
  const writeKey = await addLoudSource();
  const port = await findFreePort();
  const web = startWeb(port, LOG);
  const address = `http://127.0.0.1:${port}`;
  const client = new TrackingClient(address, writeKey, SINGLE_CONNECTIONS);
  try {
    await waitUntilHealthy(address, 60);
    await sendBatches(client, 0, Math.min(100, size.batches), size.leads);
    const rounds: Round[] = [];
    const floors: Round[] = [];
    for (let n = 1; n <= size.rounds; n++) {
      await getPool().query('CHECKPOINT');
      const round = await sendBatches(client, n * size.batches * BATCH, size.batches, size.leads);
      await getPool().query('CHECKPOINT');
      const floor = await measureFloor(round.events);
      say(`Round ${n}: ${rate([round])} events a second through HTTP, ${rate([floor])} straight`);
      rounds.push(round);
      floors.push(floor);
    }
    const singlePerSecond = rate([await sendSingles(client, 1e9, size.singles, size.leads)]);
    const [perSecond, floor] = [rate(rounds), rate(floors)];
    const ratios = { batch: Math.round((perSecond / floor) * 100) / 100 };
    say(`Wanted: batch at least ${WANTED}.`);
    const line = { bench: 'ingest', ratios, floor, batchPerSecond: perSecond, singlePerSecond };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } finally {
    client.close();
    await web.stop();
  }
}

/** Durable events a second through HTTP in batches of 100, against the same rows straight into the same table. */
export async function run(args: string[]): Promise<void> {
  const size = readCounts(args, { leads: 20_000, events: 200_000, batches: 300, rounds: 3, singles: 5_000 });
  say(`${size.leads} leads, ${size.rounds} rounds of ${size.batches} batches of ${BATCH}`);
  await buildIfChanged();
  await withBenchHouse({ leads: size.leads, events: size.events }, () => measure(size));
}
