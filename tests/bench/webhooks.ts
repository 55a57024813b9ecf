import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 as uuidv7 } from 'uuid';
import { publishScoreChanges } from '@/lib/outbox/mutations';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { rescoreAllInThreads } from '@/lib/jobs/rescore-all';
import { getDb, getPool } from '@/lib/server/db';
import { inTransaction, querySql } from '@/lib/server/sql';
import { dispatchOutbox } from '@/lib/webhooks/mutations/dispatch';
import { sendEvents } from '@/lib/webhooks/mutations/send-events';
import { createSecret } from '@/lib/webhooks/sign-message';
import { BENCH_NOW, say, time, withBenchHouse } from '@/tests/support/bench-house';
import { readCounts } from '@/tests/support/read-counts';

/** Changes of tier that one rescoring writes at most. */
const SET = 500;

interface Change {
  id: string;
  leadId: string;
  at: string;
  cause: string;
  tier: string;
  tierBefore: string;
}

/** Changes of tier as a rescoring would write them, of leads that have been scored. */
async function listChanges(count: number): Promise<Change[][]> {
  const rows = await querySql<{ id: string; leadId: string; tier: string }>(
    getPool(),
    'SELECT "id", "leadId", "tier" FROM "ScoreChange" ORDER BY "id" LIMIT $1',
    [count],
  );
  const at = BENCH_NOW.toISOString();
  const changes = rows.map((row) => ({
    ...row,
    at,
    cause: 'event',
    tierBefore: row.tier === 'C' ? 'B' : 'C',
  }));
  return Array.from({ length: Math.ceil(changes.length / SET) }, (_, i) =>
    changes.slice(i * SET, (i + 1) * SET),
  );
}

/** Microseconds that a change of tier costs the transaction that makes it. */
async function measurePublishing(sets: readonly Change[][]): Promise<number> {
  let ms = 0;
  for (const changes of sets) {
    await inTransaction(async (client) => {
      await client.query('SELECT 1');
      const start = performance.now();
      await publishScoreChanges(client, changes, B2B_SAAS_TEMPLATE.tiers);
      ms += performance.now() - start;
    });
  }
  const count = sets.reduce((sum, { length }) => sum + length, 0);
  return Math.round((ms * 10_000) / count) / 10;
}

async function openEndpoint() {
  let received = 0;
  const server = createServer((request, response) => {
    received += 1;
    request.resume();
    request.on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await getDb().webhookEndpoint.create({
    data: {
      id: uuidv7(),
      name: 'Bench',
      url: `http://127.0.0.1:${port}/`,
      secret: createSecret(),
      eventTypes: ['lead.tier_changed'],
    },
  });
  return { count: () => received, close: () => server.close() };
}

/** What telling others costs: per change of tier with no endpoint and with one, and how many are delivered a second; `--changes N`. */
export async function run(args: string[]): Promise<void> {
  const { changes } = readCounts(args, { changes: 10_000 });
  process.env.LEADGRID_ALLOW_PRIVATE_ADDRESSES = 'true';
  await withBenchHouse({ leads: changes, events: changes * 5 }, async () => {
    const scored = await time(() => rescoreAllInThreads({ clock: () => BENCH_NOW }));
    const rescoreUs = Math.round((scored.ms * 10_000) / scored.answer) / 10;
    const sets = await listChanges(changes);
    const withNone = await measurePublishing(sets);
    const endpoint = await openEndpoint();
    const withOne = await measurePublishing(sets);
    const dispatched = await time(async () => {
      while ((await dispatchOutbox(new Date())) > 0);
    });
    const sent = await time(() => sendEvents({ clock: () => new Date() }));
    endpoint.close();
    say(`${scored.answer} leads rescored at ${rescoreUs} µs; ${endpoint.count()} messages in ${sent.ms} ms`);
    const figures = {
      publishUsWithNone: withNone,
      publishUsWithOne: withOne,
      dispatchUs: Math.round((dispatched.ms * 10_000) / changes) / 10,
      deliveriesPerSecond: Math.round((endpoint.count() * 1000) / sent.ms),
    };
    const ratios = {
      withNone: Math.round((withNone / rescoreUs) * 1000) / 1000,
      withOne: Math.round((withOne / rescoreUs) * 1000) / 1000,
    };
    process.stdout.write(
      `${JSON.stringify({ bench: 'webhooks', ratios, floor: { rescoreUs }, ...figures })}\n`,
    );
  });
}
