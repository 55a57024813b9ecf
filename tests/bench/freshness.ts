import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { buildIfChanged } from '@/lib/runtime/build';
import { findFreePort } from '@/lib/runtime/embedded-postgres';
import { waitUntilHealthy } from '@/lib/runtime/processes';
import { getDb, getPool } from '@/lib/server/db';
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
import { OpenQueue } from '@/tests/support/open-queue';
import { readCounts } from '@/tests/support/read-counts';
import { TrackingClient } from '@/tests/support/tracking-client';

const WANTED = { p50Ms: 1_000, p99Ms: 3_000 };
const LOG = '.data/bench-freshness.log';

/** Leads on one screen of the open queue; it moves on to the next when all of them have sent their event. */
const ON_SCREEN = 40;
const PROBE_EVERY_MS = 100;

const KINDS = [
  { event: 'Page Viewed', properties: { path: '/pricing' } },
  { event: 'Page Viewed', properties: { path: '/docs' } },
  { event: 'Feature Used', properties: { feature: 'export' } },
  { event: 'Email Clicked', properties: {} },
  { event: 'Content Downloaded', properties: { name: 'guide' } },
];

/** A lead that sends one event, and when that was noticed where; instants of performance.now(). */
interface Probe {
  userId: string;
  leadId: string;
  sentAt: number;
  answeredAt: number;
  noticedAt: number;
  seenAt: number;
}

const toEvent = (userId: string, kind: { event: string; properties: object }) => ({
  type: 'track',
  ...kind,
  userId,
  messageId: `bench-${randomUUID()}`,
  timestamp: new Date().toISOString(),
});

/** Names some well-fitting leads of the house by screens, and has ids of users stand for every lead. */
async function preparePeople(screens: number): Promise<Probe[][]> {
  await identifyLeads();
  const rows = await querySql<{ leadId: string; userId: string; screen: number }>(
    getPool(),
    `WITH chosen AS (
       SELECT l."id", (row_number() OVER (ORDER BY s."fit" DESC, l."id") - 1) / $2::int AS "screen"
       FROM "LeadScore" s JOIN "Lead" l ON l."id" = s."leadId"
       WHERE NOT EXISTS (SELECT FROM "Event" e WHERE e."leadId" = l."id" AND e."type" = 'demo_requested')
         AND cardinality(s."disqualifiedBy") = 0
       ORDER BY s."fit" DESC, l."id" LIMIT $1::int * $2::int)
     UPDATE "Lead" l SET "name" = 'Screen-' || to_char(c."screen", 'FM0000') || ' ' || l."name"
     FROM chosen c JOIN "Identity" i ON i."leadId" = c."id" WHERE l."id" = c."id"
     RETURNING l."id" AS "leadId", i."value" AS "userId", c."screen"::int AS "screen"`,
    [screens, ON_SCREEN],
  );
  await getPool().query('VACUUM ANALYZE');
  const blank = { sentAt: 0, answeredAt: 0, noticedAt: 0, seenAt: 0 };
  const probes: Probe[][] = Array.from({ length: screens }, () => []);
  for (const { screen, ...who } of rows) probes[screen]?.push({ ...who, ...blank });
  return probes;
}

/** Sends events at a steady rate, whatever the answers, until told to stop. */
async function sendSteadily(
  client: TrackingClient,
  { perSecond, batch, users }: { perSecond: number; batch: number; users: number },
  signal: AbortSignal,
): Promise<{ accepted: number; refused: number; seconds: number }> {
  const from = performance.now();
  const counts = { accepted: 0, refused: 0 };
  const under = new Set<Promise<void>>();
  let sent = 0;
  while (!signal.aborted) {
    const due = ((performance.now() - from) / 1_000) * perSecond;
    while (sent + batch <= due) {
      const events = Array.from({ length: batch }, (_, n) => {
        const number = sent + n;
        const kind = KINDS[number % KINDS.length] ?? { event: 'Page Viewed', properties: {} };
        return toEvent(`user-${((number * 7_919) % users) + 1}`, kind);
      });
      sent += batch;
      const post = client
        .post('batch', JSON.stringify({ batch: events, sentAt: new Date().toISOString() }))
        .then(({ status }) => void (counts[status === 200 ? 'accepted' : 'refused'] += batch))
        .finally(() => under.delete(post));
      under.add(post);
    }
    await wait(5);
  }
  const seconds = (performance.now() - from) / 1_000;
  await Promise.all(under);
  return { ...counts, seconds };
}

/** Has one probe after the other request a demo while the queue shows them, and waits until all of them are seen. */
async function sendProbes(
  client: TrackingClient,
  queue: OpenQueue,
  screens: readonly Probe[][],
  until: number,
): Promise<Probe[]> {
  const sent: Probe[] = [];
  for (const [number, probes] of screens.entries()) {
    if (performance.now() > until) break;
    await queue.show(`Screen-${String(number).padStart(4, '0')}`);
    for (const probe of probes) {
      if (performance.now() > until) break;
      probe.sentAt = performance.now();
      sent.push(probe);
      const body = JSON.stringify(toEvent(probe.userId, { event: 'Demo Requested', properties: {} }));
      void client.post('track', body).then(({ status }) => {
        if (status === 200) probe.answeredAt = performance.now();
      });
      await wait(PROBE_EVERY_MS);
    }
    const patience = performance.now() + 15_000;
    while (probes.some(({ sentAt, seenAt }) => sentAt > 0 && seenAt === 0) && performance.now() < patience) {
      await wait(20);
    }
  }
  return sent;
}

interface Load {
  seconds: number;
  rate: number;
  batch: number;
  leads: number;
}

async function measure({ seconds, rate, batch, leads }: Load): Promise<void> {
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const writeKey = await addLoudSource();
  const { viewerId, cookie } = await addViewer();
  const processes = [startWeb(port, LOG), startWorker(port, LOG)];
  const client = new TrackingClient(address, writeKey, 64);
  const byLead = new Map<string, Probe>();
  const before = new Map<string, number | null>();
  const queue = new OpenQueue({
    address,
    cookie,
    viewerId,
    onNotice: (leadId) => {
      const probe = byLead.get(leadId);
      if (probe && probe.sentAt > 0) probe.noticedAt ||= performance.now();
    },
    onRows: (rows) => {
      for (const { id: leadId, score } of rows) {
        const probe = byLead.get(leadId);
        const isNew = score !== null && score.score !== before.get(leadId);
        if (probe && probe.sentAt > 0 && isNew) probe.seenAt ||= performance.now();
      }
    },
  });
  try {
    await waitUntilHealthy(address, 60);
    await waitUntilScored();
    const screens = await preparePeople(Math.ceil((seconds * 1_000) / PROBE_EVERY_MS / ON_SCREEN) + 1);
    for (const probe of screens.flat()) byLead.set(probe.leadId, probe);
    const scores = await getDb().leadScore.findMany({
      where: { leadId: { in: [...byLead.keys()] } },
      select: { leadId: true, score: true },
    });
    for (const { leadId, score } of scores) before.set(leadId, score);
    await queue.open();
    const idle = new AbortController();
    const idlePages = loadPages(address, cookie, idle.signal);
    await wait(5_000);
    idle.abort();
    say(`${rate} events a second for ${seconds} seconds, in batches of ${batch}`);
    const stop = new AbortController();
    const sending = sendSteadily(client, { perSecond: rate, batch, users: leads }, stop.signal);
    const pages = loadPages(address, cookie, stop.signal);
    await wait(2_000);
    const probes = await sendProbes(client, queue, screens, performance.now() + seconds * 1_000);
    stop.abort();
    report(probes, await sending, { idle: await idlePages, under: await pages }, queue.fetches);
  } finally {
    queue.close();
    client.close();
    await Promise.all(processes.map(({ stop }) => stop()));
  }
}

function report(
  probes: readonly Probe[],
  sent: { accepted: number; refused: number; seconds: number },
  pages: { idle: readonly number[]; under: readonly number[] },
  fetches: readonly number[],
): void {
  const seen = probes.filter(({ seenAt }) => seenAt > 0);
  const after = (instant: 'answeredAt' | 'noticedAt' | 'seenAt') =>
    seen.map((probe) => probe[instant] - probe.sentAt);
  const stage = (name: string, instant: 'answeredAt' | 'noticedAt' | 'seenAt') =>
    say(
      `${name}: ${percentile(after(instant), 0.5)} ms at the median, ${percentile(after(instant), 0.99)} ms at 99 %`,
    );
  stage('Stored and answered', 'answeredAt');
  stage('Scored and told', 'noticedAt');
  stage('Seen', 'seenAt');
  say(`Rows fetched ${fetches.length} times, ${percentile(fetches, 0.5)} ms each at the median`);
  say(`Wanted: p50Ms below ${WANTED.p50Ms}, p99Ms below ${WANTED.p99Ms}.`);
  if (seen.length < probes.length) throw new Error(`${probes.length - seen.length} scores were never seen.`);
  const line = {
    bench: 'freshness',
    p50Ms: percentile(after('seenAt'), 0.5),
    p99Ms: percentile(after('seenAt'), 0.99),
    maxMs: percentile(after('seenAt'), 1),
    probes: probes.length,
    eventsPerSecond: Math.round(sent.accepted / sent.seconds),
    refused: sent.refused,
    queuePage: {
      p50Ms: percentile(pages.under, 0.5),
      p95Ms: percentile(pages.under, 0.95),
      idleP50Ms: percentile(pages.idle, 0.5),
    },
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** How long after an event was sent an open queue shows the new score, while 500 others a second come in. */
export async function run(args: string[]): Promise<void> {
  const load = readCounts(args, { seconds: 45, rate: 500, batch: 10, leads: 20_000, events: 200_000 });
  await buildIfChanged();
  await withBenchHouse({ leads: load.leads, events: load.events }, () => measure(load));
}
