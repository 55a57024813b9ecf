import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pruneOldDeliveries } from '@/lib/webhooks/mutations/prune-deliveries';
import { replayDelivery, replayFailed, sendTest } from '@/lib/webhooks/mutations/deliveries';
import { rotateSecret, saveEndpoint, showSecret, switchEndpoint } from '@/lib/webhooks/mutations/endpoints';
import { sendEvents } from '@/lib/webhooks/mutations/send-events';
import { saveNetwork } from '@/lib/webhooks/mutations/settings';
import { endpointSchema } from '@/lib/webhooks/schema';
import { getDb, getPool } from '@/lib/server/db';
import { inTransaction } from '@/lib/server/sql';
import { publishEvents } from '@/lib/outbox/mutations';
import { clearDatabase } from '../support/clear-database';
import {
  addLeads,
  clearJobs,
  leaveHouse,
  receiveEvents,
  setLiveRubric,
  SMALL_RUBRIC,
} from '../support/score-fixtures';
import { createSender } from '../support/second-sender';
import { addEndpoint, addWebhookAdmin } from '../support/webhook-fixtures';
import { openReceiver, verify, type Receiver } from '../support/webhook-receiver';
import { scoreLeads } from '../support/work-fixtures';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

// The official library takes messages of the last minutes alone: the clock starts from now.
const NOW = new Date();
let now = NOW;
const clock = () => now;
const send = () => sendEvents({ clock, chance: () => 0 });
const listDeliveries = () =>
  getDb().delivery.findMany({ orderBy: { id: 'asc' }, include: { log: { orderBy: { number: 'asc' } } } });

describe('webhooks', () => {
  let receiver: Receiver;
  let people: Awaited<ReturnType<typeof addWebhookAdmin>>;
  let lead = '';

  /** Has something to tell happen to the lead. */
  const happen = () =>
    inTransaction((tx) =>
      publishEvents(tx, [
        {
          type: 'lead.disqualified',
          at: now,
          leadId: lead,
          data: { reason: 'No need', userId: people.userId },
        },
      ]),
    );
  const listen = (sketch: Partial<Parameters<typeof addEndpoint>[1]> = {}) =>
    addEndpoint(people.manager, { url: receiver.url, eventTypes: ['lead.disqualified'], ...sketch });

  beforeEach(async () => {
    await clearDatabase();
    await clearJobs();
    await setLiveRubric(SMALL_RUBRIC);
    now = new Date();
    receiver = await openReceiver();
    people = await addWebhookAdmin();
    await saveNetwork(people.admin, true);
    [lead = ''] = await addLeads([{ title: 'Head of Sales', email: 'jana@acme.example' }]);
    await scoreLeads([lead], now);
  });
  afterEach(() => receiver.close());
  afterAll(leaveHouse);

  it('are signed so that the official library takes them, and no other words in their place', async () => {
    const { secret } = await listen();
    await happen();
    expect(await send()).toBe(1);
    const [request] = receiver.received;
    if (!request) throw new Error('Nothing came');
    expect(verify(secret, request)).toMatchObject({
      type: 'lead.disqualified',
      data: {
        lead: { id: lead, email: 'jana@acme.example' },
        score: { tier: 'C', tierBefore: null, fit: 60, reasons: ['A head: +60 fit'] },
        disqualification: { by: { name: 'Ada Admin' }, reason: 'No need' },
      },
    });
    const tampered = { ...request, body: request.body.replace('"C"', '"A"') };
    expect(tampered.body).not.toBe(request.body);
    expect(() => verify(secret, tampered)).toThrow('No matching signature');
    expect(() => verify('whsec_c29tZSBvdGhlciBzZWNyZXQgYWx0b2dldGhlcg==', request)).toThrow(
      'No matching signature',
    );
    expect(request.headers['content-type']).toBe('application/json');
    const [delivery] = await listDeliveries();
    expect(delivery).toMatchObject({
      state: 'sent',
      attempts: 1,
      responseStatus: 204,
      messageId: request.headers['webhook-id'],
    });
    expect(delivery?.log).toMatchObject([{ number: 1, status: 204, error: null }]);
  });

  it('come again after longer and longer waits, with the same id, until they are given up', async () => {
    await listen();
    receiver.answer({ status: 500, body: 'Something broke' });
    await happen();
    const seconds: number[] = [];
    let before = now.getTime();
    for (let i = 0; i < 12; i += 1) {
      await send();
      const [delivery] = await listDeliveries();
      if (!delivery?.nextAttemptAt) break;
      expect(await send()).toBe(0);
      now = delivery.nextAttemptAt;
      seconds.push((now.getTime() - before) / 1000);
      before = now.getTime();
    }
    expect(seconds).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    const [delivery] = await listDeliveries();
    expect(delivery).toMatchObject({
      state: 'failed',
      attempts: 10,
      responseStatus: 500,
      error: 'Answered 500',
    });
    expect(delivery?.log).toHaveLength(10);
    expect(delivery?.log[9]).toMatchObject({ response: 'Something broke' });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const stamps = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
    expect(new Set(stamps).size).toBe(10);
  });

  it('wait as long as the receiver asks', async () => {
    await listen();
    receiver.answer({ status: 429, headers: { 'retry-after': '90' } }, { status: 200 });
    await happen();
    await send();
    const [delivery] = await listDeliveries();
    expect(delivery?.nextAttemptAt).toEqual(new Date(now.getTime() + 90_000));
    now = new Date(now.getTime() + 90_000);
    await send();
    expect(await listDeliveries()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('give their secret away once, and then to admins who ask, which is kept', async () => {
    const { id, secret } = await listen();
    const endpoint = endpointSchema.parse({
      kind: 'webhook',
      name: 'Renamed',
      url: receiver.url,
      eventTypes: ['lead.disqualified'],
      filters: {},
    });
    expect(await saveEndpoint(people.manager, { id, endpoint })).toEqual({ id, secret: null });
    expect(await showSecret(people.reader, id)).toEqual({ secret });
    const [entry] = await getDb().auditEntry.findMany({ where: { action: 'webhook.secret_shown' } });
    expect(entry).toMatchObject({ userId: people.userId, subject: id, details: { name: 'Renamed' } });
    expect(JSON.stringify(await getDb().auditEntry.findMany())).not.toContain(secret);
  });

  it('are signed with both secrets for a day after a rotation, then with the new one alone', async () => {
    const { id, secret: old } = await listen();
    const { secret } = await rotateSecret(people.manager, id, now);
    await happen();
    await send();
    const [both] = receiver.received;
    if (!both) throw new Error('Nothing came');
    expect(secret).not.toBe(old);
    expect(verify(old, both)).toEqual(verify(secret, both));
    await getDb().webhookEndpoint.update({
      where: { id },
      data: { oldSecretUntil: new Date(now.getTime() - 1) },
    });
    await happen();
    await send();
    const next = receiver.received[1];
    if (!next) throw new Error('Nothing came');
    expect(verify(secret, next)).toMatchObject({ type: 'lead.disqualified' });
    expect(() => verify(old, next)).toThrow('No matching signature');
  });

  it('stop at once when the receiver says that it is gone', async () => {
    const { id } = await listen();
    receiver.answer({ status: 410 });
    await happen();
    await send();
    expect(await getDb().webhookEndpoint.findUnique({ where: { id } })).toMatchObject({
      active: false,
      disabledReason: 'It answered 410: gone',
    });
    expect(await listDeliveries()).toMatchObject([{ state: 'failed', attempts: 1 }]);
    expect(await getDb().auditEntry.findFirst({ where: { action: 'webhook.disabled' } })).toMatchObject({
      actor: 'worker',
      subject: id,
    });
    await happen();
    expect(await getDb().outboxEvent.count()).toBe(0);
    await send();
    expect(receiver.received).toHaveLength(1);
  });

  it('switch an endpoint off after five days of nothing but failures, and not while one succeeds', async () => {
    const { id } = await listen();
    const isActive = async () => (await getDb().webhookEndpoint.findUniqueOrThrow({ where: { id } })).active;
    receiver.answer({ status: 503 });
    await happen();
    await send();
    now = new Date(now.getTime() + 4 * DAY_MS);
    receiver.answer({ status: 200 });
    await happen();
    await send();
    receiver.answer({ status: 503 });
    now = new Date(now.getTime() + 2 * DAY_MS);
    await happen();
    await send();
    expect(await isActive()).toBe(true);
    now = new Date(now.getTime() + 5 * DAY_MS);
    await happen();
    await happen();
    await send();
    expect(await isActive()).toBe(false);
    expect(await getDb().delivery.count({ where: { state: 'pending' } })).toBe(0);
    await expect(sendTest(people.manager, id, now)).rejects.toThrow('switched off');
    await switchEndpoint(people.manager, id, true, now);
    receiver.answer({ status: 200 });
    const failed = await getDb().delivery.count({ where: { state: 'failed' } });
    expect(await replayFailed(people.manager, id, new Date(0), now)).toBe(failed);
    await send();
    expect(await getDb().delivery.count({ where: { state: { not: 'sent' } } })).toBe(0);
  });

  it('can be sent once more, with the id they had and a schedule of their own', async () => {
    await listen();
    await happen();
    await send();
    const [delivery] = await listDeliveries();
    receiver.answer({ status: 500 });
    await replayDelivery(people.manager, delivery?.id ?? '', now);
    await send();
    const [again] = await listDeliveries();
    expect(again).toMatchObject({
      state: 'pending',
      attempts: 2,
      nextAttemptAt: new Date(now.getTime() + 5_000),
    });
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      delivery?.messageId,
      delivery?.messageId,
    ]);
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
  });

  it('do not follow redirects', async () => {
    await listen();
    const other = await openReceiver();
    receiver.answer({ status: 302, headers: { location: other.url } });
    await happen();
    await send();
    await other.close();
    expect(other.received).toEqual([]);
    const [delivery] = await listDeliveries();
    expect(delivery).toMatchObject({ state: 'pending', responseStatus: 302 });
    expect(delivery?.error).toContain('not followed');
  });

  it('keep the beginning of an answer, however long it is', async () => {
    await listen();
    receiver.answer({ status: 200, body: `start\0${'x'.repeat(5_000_000)}` });
    await happen();
    await send();
    const [delivery] = await listDeliveries();
    expect(delivery?.state).toBe('sent');
    expect(delivery?.log[0]?.response).toHaveLength(2_000);
    expect(delivery?.log[0]?.response?.startsWith('startx')).toBe(true);
  });

  it(
    'give up on a receiver that does not answer in time, while others are served',
    { timeout: 60_000 },
    async () => {
      const slow = await openReceiver();
      slow.answer({ status: 200, hang: true });
      await listen({ url: slow.url });
      await listen();
      await happen();
      const sending = send();
      await vi.waitFor(() => expect(receiver.received).toHaveLength(1), 10_000);
      await happen();
      expect(await send()).toBe(0);
      await vi.waitFor(() => expect(receiver.received).toHaveLength(2), 10_000);
      await sending;
      await slow.close();
      const stuck = (await listDeliveries()).filter(({ state }) => state === 'pending');
      expect(stuck).toMatchObject([
        { error: 'No answer within 15 seconds' },
        { error: 'No answer within 15 seconds' },
      ]);
    },
  );

  it('are refused to private addresses, on saving and on connecting', async () => {
    await listen();
    await saveNetwork(people.admin, false);
    const save = (url: string) =>
      saveEndpoint(people.manager, {
        id: null,
        endpoint: endpointSchema.parse({
          kind: 'webhook',
          name: 'x',
          url,
          eventTypes: ['deal.closed'],
          filters: {},
        }),
      });
    await expect(save(receiver.url)).rejects.toThrow('private network');
    await expect(save('http://localhost:1/')).rejects.toThrow('private network');
    await expect(save('https://me:secret@example.com/')).rejects.toThrow('user name and password');
    await happen();
    await send();
    expect(receiver.received).toEqual([]);
    const [delivery] = await listDeliveries();
    expect(delivery?.error).toContain('private network');
    expect(await getDb().auditEntry.count({ where: { action: { startsWith: 'network.' } } })).toBe(2);
  });

  it('know nothing of what was rolled back', async () => {
    await listen();
    await expect(
      inTransaction(async (tx) => {
        await publishEvents(tx, [{ type: 'lead.disqualified', at: now, leadId: lead }]);
        throw new Error('No');
      }),
    ).rejects.toThrow('No');
    expect(await getDb().outboxEvent.count()).toBe(0);
    const jobs = await getPool().query(
      `SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'send-events'`,
    );
    expect(jobs.rowCount).toBe(0);
    expect(await send()).toBe(0);
  });

  it('are tried once each when several processes send at once', async () => {
    await listen();
    for (let i = 0; i < 60; i += 1) await happen();
    const others = await Promise.all([createSender(), createSender()]);
    await Promise.all([send(), ...others.map(({ send: sendThere }) => sendThere())]);
    expect(receiver.received).toHaveLength(60);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(60);
    expect(await getDb().deliveryAttempt.count()).toBe(60);
  });

  it('are forgotten after a month, unless they wait to be sent', async () => {
    await listen();
    await happen();
    await send();
    expect(await pruneOldDeliveries(new Date(now.getTime() + 29 * DAY_MS))).toBe(0);
    expect(await pruneOldDeliveries(new Date(now.getTime() + 31 * DAY_MS))).toBe(1);
    expect(await getDb().deliveryAttempt.count()).toBe(0);
  });

  it('tell of a lead that becomes an A by what it does, and not what the lead does not change', async () => {
    const { secret } = await listen({ eventTypes: ['lead.tier_changed', 'lead.became_mql'] });
    await receiveEvents([{ leadId: lead, type: 'page_viewed', at: now }]);
    await scoreLeads([lead], now);
    expect(await getDb().outboxEvent.count()).toBe(0);
    await receiveEvents([{ leadId: lead, type: 'demo_requested', at: now }]);
    await scoreLeads([lead], now);
    await send();
    const told = receiver.received.map((request) => verify(secret, request));
    // Messages come in no guaranteed order.
    const isMql = (message: unknown) => JSON.stringify(message).includes('lead.became_mql');
    expect(told.toSorted((a, b) => Number(isMql(b)) - Number(isMql(a)))).toMatchObject([
      { type: 'lead.became_mql' },
      { type: 'lead.tier_changed', data: { score: { tierBefore: 'C', tier: 'A', action: 'route' } } },
    ]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
  });
});
