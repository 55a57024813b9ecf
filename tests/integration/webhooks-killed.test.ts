import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishEvents } from '@/lib/outbox/mutations';
import { getDb } from '@/lib/server/db';
import { inTransaction } from '@/lib/server/sql';
import { saveNetwork } from '@/lib/webhooks/mutations/settings';
import { clearDatabase } from '../support/clear-database';
import { addLeads, clearJobs, leaveHouse } from '../support/score-fixtures';
import { addEndpoint, addWebhookAdmin } from '../support/webhook-fixtures';
import { openReceiver, type Receiver } from '../support/webhook-receiver';

/** Starts a worker process as the product does. */
function startWorkerProcess(): ChildProcess {
  const args = ['--import', 'tsx', 'lib/runtime/worker.ts'];
  const env = { ...process.env, NODE_ENV: 'production' as const, LOG_LEVEL: 'error' };
  return spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
}

async function waitFor(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds: number,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain until ${what}`);
    await wait(100);
  }
}

describe('a worker that is killed', () => {
  let receiver: Receiver;
  let lead = '';
  const workers: ChildProcess[] = [];
  const start = () => {
    const worker = startWorkerProcess();
    workers.push(worker);
    return worker;
  };
  const happen = () =>
    inTransaction((tx) => publishEvents(tx, [{ type: 'lead.disqualified', at: new Date(), leadId: lead }]));
  const countSent = () => getDb().delivery.count({ where: { state: 'sent' } });

  beforeEach(async () => {
    await clearDatabase();
    await clearJobs();
    receiver = await openReceiver();
    const { manager, admin } = await addWebhookAdmin();
    await saveNetwork(admin, true);
    await addEndpoint(manager, { url: receiver.url, eventTypes: ['lead.disqualified'] });
    [lead = ''] = await addLeads([{ title: 'Head' }]);
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) {
      if (worker.exitCode === null && worker.signalCode === null) {
        worker.kill('SIGKILL');
        await once(worker, 'exit');
      }
    }
    await receiver.close();
  });
  afterAll(leaveHouse);

  it(
    'leaves nothing unsent: neither what was committed and not begun, nor what was under way',
    { timeout: 150_000 },
    async () => {
      receiver.answer({ status: 204, hang: true }, { status: 204 });
      const first = start();
      await happen();
      await waitFor('the first message came', () => receiver.received.length === 1, 40);
      first.kill('SIGKILL');
      await once(first, 'exit');
      expect(await countSent()).toBe(0);

      await happen();
      expect(await getDb().outboxEvent.count()).toBe(1);
      start();
      await waitFor('the message that was not begun came', async () => (await countSent()) === 1, 40);
      await waitFor('the message that was under way came again', async () => (await countSent()) === 2, 60);
      expect(receiver.received).toHaveLength(3);
      const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
      expect(ids[2]).toBe(ids[0]);
      expect(ids[1]).not.toBe(ids[0]);
    },
  );
});
