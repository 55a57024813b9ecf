import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getDb } from '@/lib/server/db';
import { awaitTry, sendTest } from '@/lib/webhooks/mutations/deliveries';
import { saveEndpoint } from '@/lib/webhooks/mutations/endpoints';
import { sendEvents } from '@/lib/webhooks/mutations/send-events';
import { saveMail, saveNetwork } from '@/lib/webhooks/mutations/settings';
import { endpointSchema, mailSchema } from '@/lib/webhooks/schema';
import { clearDatabase } from '../support/clear-database';
import { openMailReceiver } from '../support/mail-receiver';
import {
  addLeads,
  changeTitle,
  clearJobs,
  leaveHouse,
  receiveEvents,
  setLiveRubric,
  SMALL_RUBRIC,
} from '../support/score-fixtures';
import { addWebhookAdmin } from '../support/webhook-fixtures';
import { openReceiver, type Receiver } from '../support/webhook-receiver';
import { scoreLeads } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

describe('a new A', () => {
  let receiver: Receiver;
  let mail: Awaited<ReturnType<typeof openMailReceiver>>;
  let people: Awaited<ReturnType<typeof addWebhookAdmin>>;
  let now = NOW;
  const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * MINUTE_MS));
  const send = () => sendEvents({ clock: () => now, chance: () => 0 });
  const addChannel = async (endpoint: object) => {
    const sketch = endpointSchema.parse({ name: 'Channel', filters: {}, ...endpoint });
    return (await saveEndpoint(people.manager, { id: null, endpoint: sketch })).id;
  };
  const addSlack = () => addChannel({ kind: 'slack', url: `${receiver.url}/services/T0/B0/secret` });
  const addEmail = () => addChannel({ kind: 'email', recipientIds: [people.userId] });
  const requestDemo = async (leadIds: string[]) => {
    await receiveEvents(leadIds.map((leadId) => ({ leadId, type: 'demo_requested', at: now })));
    await scoreLeads(leadIds, now);
  };
  const addHeads = (count: number) => addLeads(Array.from({ length: count }, () => ({ title: 'Head' })));
  const titles = () => receiver.received.map(({ body }) => (JSON.parse(body) as { text: string }).text);

  beforeEach(async () => {
    await clearDatabase();
    await clearJobs();
    await setLiveRubric(SMALL_RUBRIC);
    now = NOW;
    receiver = await openReceiver();
    mail = await openMailReceiver();
    people = await addWebhookAdmin();
    await saveNetwork(people.admin, true);
    await saveMail(
      people.admin,
      mailSchema.parse({ url: mail.url, from: 'Leadgrid <leads@leadgrid.example>' }),
    );
  });
  afterEach(async () => {
    await receiver.close();
    await mail.close();
  });
  afterAll(leaveHouse);

  it('is told to Slack and by e-mail once', async () => {
    await addSlack();
    await addEmail();
    const [lead = ''] = await addLeads([{ title: 'Head of Sales', email: 'jana@acme.example' }]);
    await scoreLeads([lead], now);
    await send();
    expect(receiver.received).toEqual([]);
    await requestDemo([lead]);
    await send();
    expect(titles()).toEqual(['New A: jana@acme.example']);
    expect(receiver.received[0]?.path).toBe('/services/T0/B0/secret');
    expect(receiver.received[0]?.headers['webhook-signature']).toBeUndefined();
    expect(mail.received).toHaveLength(1);
    expect(mail.received[0]).toMatchObject({ from: 'leads@leadgrid.example', to: ['ada@leadgrid.example'] });
    expect(mail.received[0]?.content).toContain('Subject: New A: jana@acme.example');
    expect(mail.received[0]?.content).toContain(`/leads/${lead}`);
    await send();
    expect(receiver.received).toHaveLength(1);
  });

  it('is not told again of a lead that flaps, but of one that fell well below, or a week later', async () => {
    const channel = await addSlack();
    const [lead = ''] = await addHeads(1);
    await requestDemo([lead]);
    await send();
    expect(receiver.received).toHaveLength(1);

    // 70 falls to 69 in nine hours: out of A by a point, and back again.
    pass(9 * 60);
    await scoreLeads([lead], now);
    expect((await getDb().leadScore.findUniqueOrThrow({ where: { leadId: lead } })).tier).toBe('B');
    pass(60);
    await requestDemo([lead]);
    expect((await getDb().leadScore.findUniqueOrThrow({ where: { leadId: lead } })).tier).toBe('A');
    await send();
    expect(receiver.received).toHaveLength(1);

    // Far below, and back.
    pass(60);
    await changeTitle(lead, 'Clerk', now);
    await scoreLeads([lead], now);
    pass(60);
    await changeTitle(lead, 'Head', now);
    await requestDemo([lead]);
    await send();
    expect(receiver.received).toHaveLength(2);

    // Out by a point for more than a week.
    await getDb().announcement.update({
      where: { endpointId_leadId: { endpointId: channel, leadId: lead } },
      data: { at: new Date(now.getTime() - 7 * DAY_MINUTES * MINUTE_MS) },
    });
    await getDb().scoreChange.deleteMany({ where: { leadId: lead, score: { lt: 66 } } });
    pass(9 * 60);
    await scoreLeads([lead], now);
    pass(60);
    await requestDemo([lead]);
    await send();
    expect(receiver.received).toHaveLength(3);
  });

  it('comes in one message when there are many', async () => {
    await addSlack();
    await addEmail();
    await requestDemo(await addHeads(60));
    await send();
    expect(titles()).toEqual(['60 new leads to route']);
    expect(mail.received).toHaveLength(1);
    await requestDemo(await addHeads(4));
    await send();
    expect(receiver.received).toHaveLength(5);
    await requestDemo(await addHeads(1));
    await requestDemo(await addHeads(1));
    await send();
    expect(receiver.received).toHaveLength(5);
    expect(await getDb().notice.count()).toBe(4);
    pass(1);
    await requestDemo(await addHeads(4));
    await send();
    expect(titles().at(-1)).toBe('6 new leads to route');
    expect(receiver.received).toHaveLength(6);
    expect(await getDb().notice.count()).toBe(0);
  });

  it('is tried again when the mail server refuses, and says why', async () => {
    const channel = await addEmail();
    mail.state.refuse = true;
    await requestDemo(await addHeads(1));
    await send();
    const [delivery] = await getDb().delivery.findMany({ include: { log: true } });
    expect(delivery).toMatchObject({ state: 'pending', responseStatus: 451, endpointId: channel });
    expect(delivery?.error).toContain('Try again later');
    mail.state.refuse = false;
    pass(1);
    await send();
    expect(mail.received).toHaveLength(1);
    expect(JSON.stringify(await getDb().deliveryAttempt.findMany())).not.toContain('secret');
    expect(JSON.stringify(await getDb().auditEntry.findMany())).not.toContain('secret');
  });

  it('can be tried with a button', async () => {
    const slack = await addSlack();
    const email = await addEmail();
    const tests = [await sendTest(people.manager, slack, now), await sendTest(people.manager, email, now)];
    await send();
    expect(await Promise.all(tests.map((id) => awaitTry(id, 1_000)))).toMatchObject([
      { state: 'sent', status: 204 },
      { state: 'sent', status: 250 },
    ]);
    expect(titles()).toEqual(['New A: Test Lead, Example Ltd']);
    await getDb().setting.deleteMany({ where: { key: 'mail' } });
    const failing = await sendTest(people.manager, email, now);
    await send();
    expect((await awaitTry(failing, 1_000))?.error).toContain('No mail server is set');
  });
});
