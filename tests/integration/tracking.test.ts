import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeRequest } from '@/lib/ingest/mutations/take-request';
import { runWorkerOnce } from '@/lib/runtime/worker-jobs';
import { getDb } from '@/lib/server/db';
import { listRejectedEvents, listSources, listUnknownEventNames } from '@/lib/tracking/data';
import {
  createSourceByCommand,
  mapEventName,
  restateEvents,
  revokeSource,
  setOrigins,
} from '@/lib/tracking/mutations';
import { clearDatabase } from '@/tests/support/clear-database';
import { leaveHouse } from '@/tests/support/score-fixtures';
import { addActor } from '@/tests/support/work-fixtures';

let writeKey = '';

type Body = Record<string, unknown>;

async function send(call: string, body: Body, more: { key?: string; origin?: string } = {}): Promise<void> {
  const text = JSON.stringify(body);
  await takeRequest({
    call,
    writeKey: more.key ?? writeKey,
    origin: more.origin ?? null,
    contentLength: null,
    readBody: () => Promise.resolve({ text, bytes: Buffer.byteLength(text) }),
  });
}

const batch = (...messages: Body[]) => send('batch', { batch: messages });
const track = (event: string, more: Body) => ({ type: 'track', event, messageId: randomUUID(), ...more });
const identify = (more: Body) => ({ type: 'identify', ...more });

const findLead = (email: string) =>
  getDb().lead.findUniqueOrThrow({ where: { emailKey: email }, include: { company: true, events: true } });

const newKey = async (name: string, origins: string[] = []) => {
  const source = await createSourceByCommand({ name, origins });
  return { key: source.writeKey, id: source.id };
};

beforeAll(clearDatabase);
beforeEach(async () => {
  await clearDatabase();
  writeKey = (await newKey('Site')).key;
});
afterAll(async () => {
  await clearDatabase();
  await leaveHouse();
});

describe('who events tell of', () => {
  it('keeps what a visitor does, and gives it to the lead that they turn out to be, with the score', async () => {
    await batch(
      track('Demo Requested', { anonymousId: 'visitor-1' }),
      { type: 'page', name: 'Pricing', anonymousId: 'visitor-1', context: { page: { path: '/pricing' } } },
      track('Demo Requested', { anonymousId: 'visitor-2' }),
    );
    expect(await getDb().lead.count()).toBe(0);
    expect(await getDb().event.count({ where: { leadId: null } })).toBe(3);

    await send('identify', {
      anonymousId: 'visitor-1',
      userId: 'u1',
      traits: { email: 'Ann@Acme.example ' },
    });
    const lead = await findLead('ann@acme.example');
    expect(lead).toMatchObject({ source: 'Site', externalId: 'u1' });
    expect(lead.events.map(({ type }) => type).sort()).toEqual(['demo_requested', 'page_viewed']);
    expect(await getDb().event.count({ where: { leadId: null } })).toBe(1);

    await runWorkerOnce();
    const score = await getDb().leadScore.findUniqueOrThrow({ where: { leadId: lead.id } });
    expect(score.intent).toBeGreaterThan(0);
    expect(JSON.stringify(score.reason)).toMatch(/demo/i);
  });

  it('gives later events to the lead by the user id, the visitor id or the address', async () => {
    await send('identify', { anonymousId: 'v', userId: 'u1', traits: { email: 'ann@acme.example' } });
    await batch(
      track('Demo Requested', { anonymousId: 'v' }),
      track('Demo Requested', { userId: 'u1' }),
      track('Demo Requested', { anonymousId: 'w', context: { traits: { email: 'ann@acme.example' } } }),
      track('Demo Requested', { anonymousId: 'w' }),
    );
    expect((await findLead('ann@acme.example')).events).toHaveLength(4);
    expect(await getDb().lead.count()).toBe(1);
  });

  it('makes a lead of a user id alone, and completes it when the address comes, from whatever source', async () => {
    await batch(track('Trial Started', { userId: 77 }));
    const [nameless] = await getDb().lead.findMany();
    expect(nameless).toMatchObject({ source: 'Site', externalId: '77', email: null });
    const { key } = await newKey('Server');
    await send('identify', { userId: '77', traits: { email: 'ben@acme.example' } }, { key });
    const leads = await getDb().lead.findMany({ include: { events: true } });
    expect(leads).toHaveLength(1);
    expect(leads[0]).toMatchObject({ id: nameless?.id, email: 'ben@acme.example' });
    expect(leads[0]?.events).toHaveLength(1);
  });

  it('merges the lead of a bare user id into the one that its address belongs to', async () => {
    const known = await getDb().lead.create({
      data: { email: 'cy@acme.example', emailKey: 'cy@acme.example' },
    });
    await batch(track('Trial Started', { userId: 'c1', anonymousId: 'vc' }));
    await send('identify', { userId: 'c1', traits: { email: 'cy@acme.example', plan: 'pro' } });
    await batch(track('Demo Requested', { userId: 'c1' }), track('Demo Requested', { anonymousId: 'vc' }));
    const lead = await findLead('cy@acme.example');
    expect(lead.id).toBe(known.id);
    expect(lead.events).toHaveLength(3);
    expect(await getDb().lead.count({ where: { mergedIntoId: known.id } })).toBe(1);
    expect(lead.attributes).toMatchObject({ custom: { plan: 'pro' } });
    await runWorkerOnce();
    expect(await getDb().leadScore.count()).toBe(1);
  });

  it('follows a merged lead to its survivor, however it was merged', async () => {
    await send('identify', { userId: 'd1', anonymousId: 'vd', traits: { email: 'dan@old.example' } });
    const old = await findLead('dan@old.example');
    const survivor = await getDb().lead.create({
      data: { email: 'dan@new.example', emailKey: 'dan@new.example' },
    });
    await getDb().lead.update({ where: { id: old.id }, data: { mergedIntoId: survivor.id } });
    await batch(track('Demo Requested', { userId: 'd1' }), track('Demo Requested', { anonymousId: 'vd' }));
    await send('identify', { userId: 'd1', traits: { title: 'CFO' } });
    const lead = await findLead('dan@new.example');
    expect(lead.events).toHaveLength(2);
    expect(lead.attributes).toMatchObject({ title: 'CFO' });
  });

  it('never merges two people with addresses: the message is listed instead', async () => {
    await batch(
      identify({ userId: 'e1', traits: { email: 'eve@acme.example' } }),
      identify({ userId: 'e2', traits: { email: 'eli@acme.example' } }),
    );
    await batch(identify({ userId: 'e1', traits: { email: 'eli@acme.example' } }), {
      type: 'alias',
      previousId: 'e1',
      userId: 'e2',
    });
    expect(await getDb().lead.count({ where: { mergedIntoId: null } })).toBe(2);
    const rejected = await listRejectedEvents({ limit: 10 });
    expect(rejected.map(({ path }) => path).sort()).toEqual(['previousId', 'userId']);
  });

  it('joins ids by alias', async () => {
    await batch(track('Demo Requested', { anonymousId: 'va' }));
    await batch({ type: 'alias', previousId: 'va', userId: 'f1' });
    await send('identify', { userId: 'f1', traits: { email: 'flo@acme.example' } });
    await send('alias', { previousId: 'f1', userId: 'f2' });
    await batch(track('Demo Requested', { userId: 'f2' }));
    expect((await findLead('flo@acme.example')).events).toHaveLength(2);
    expect(await getDb().lead.count()).toBe(1);
  });

  it('keeps the details that somebody unknown gives', async () => {
    await send('identify', { anonymousId: 'vg', traits: { plan: 'trial' } });
    await send('identify', { anonymousId: 'vg', userId: 'g1', traits: { email: 'gus@acme.example' } });
    const lead = await findLead('gus@acme.example');
    expect(lead.events).toMatchObject([{ type: 'details_given', properties: { plan: 'trial' } }]);
  });

  it('loses no event of a visitor who is identified at the same moment', async () => {
    const visitors = Array.from({ length: 20 }, (_, n) => `race-${n}`);
    await Promise.all(
      visitors.flatMap((anonymousId, n) => [
        ...Array.from({ length: 5 }, () => batch(track('Demo Requested', { anonymousId }))),
        send('identify', { anonymousId, userId: anonymousId, traits: { email: `race${n}@acme.example` } }),
        batch(track('Trial Started', { userId: anonymousId, anonymousId })),
      ]),
    );
    expect(await getDb().lead.count({ where: { mergedIntoId: null } })).toBe(20);
    expect(await getDb().event.count({ where: { leadId: null } })).toBe(0);
    expect(await getDb().event.count()).toBe(120);
  });
});

describe('what traits say', () => {
  it('fills the standard attributes, the company, and own attributes with types', async () => {
    await send('identify', {
      userId: 'h1',
      traits: {
        email: 'hal@acme.example',
        firstName: 'Hal',
        last_name: 'Ode',
        title: 'VP Sales',
        phone: '+49 30 1',
        address: { city: 'Berlin', country: 'Germany', state: 'BE', postalCode: 10115 },
        company: {
          name: 'Acme',
          domain: 'https://www.acme.example',
          employee_count: '250',
          industry: 'SaaS',
        },
        seats: 12,
        beta: true,
        renewsAt: '2027-01-31',
        tools: ['Slack', 'Jira'],
        prefs: { news: false },
      },
    });
    const lead = await findLead('hal@acme.example');
    expect(lead).toMatchObject({ name: 'Hal Ode', company: { name: 'Acme', domain: 'acme.example' } });
    expect(lead.attributes).toEqual({
      firstName: 'Hal',
      lastName: 'Ode',
      title: 'VP Sales',
      phone: '+49 30 1',
      city: 'Berlin',
      country: 'Germany',
      region: 'BE',
      postalCode: '10115',
      custom: { seats: 12, beta: true, renewsAt: '2027-01-31', tools: ['Slack', 'Jira'], prefs_news: false },
    });
    expect(lead.company?.attributes).toEqual({ employees: 250, industry: 'SaaS' });
    const definitions = await getDb().attributeDefinition.findMany({ where: { entity: 'lead' } });
    expect(Object.fromEntries(definitions.map(({ key, type }) => [key, type]))).toEqual({
      'custom.seats': 'number',
      'custom.beta': 'boolean',
      'custom.renewsAt': 'date',
      'custom.tools': 'list',
      'custom.prefs_news': 'boolean',
    });
  });

  it('keeps what fits its attribute, and lists what does not', async () => {
    await send('identify', { userId: 'i1', traits: { email: 'ivy@acme.example', seats: 12 } });
    await send('identify', { userId: 'i1', traits: { seats: '15', title: 'CEO' } });
    await send('identify', { userId: 'i1', traits: { seats: 'many', title: 'COO' } });
    const { attributes } = await findLead('ivy@acme.example');
    expect(attributes).toEqual({ title: 'COO', custom: { seats: 15 } });
    expect(await listRejectedEvents({ limit: 5 })).toMatchObject([{ path: 'traits.seats' }]);
  });

  it('lets nobody with the public key set owner or deals', async () => {
    const owner = await getDb().user.create({
      data: { email: 'rep@x.example', name: 'Rep', role: 'rep', passwordHash: 'x' },
    });
    await send('identify', {
      userId: 'j1',
      traits: { email: 'jo@acme.example', owner: owner.email, dealOutcome: 'won', 'deal.outcome': 'won' },
    });
    expect(await findLead('jo@acme.example')).toMatchObject({ ownerId: null });
    expect(await getDb().deal.count()).toBe(0);
  });

  it('feeds companies from groups, and makes the user one of their people', async () => {
    await send('identify', { userId: 'k1', traits: { email: 'kim@globex.example' } });
    await send('group', {
      userId: 'k1',
      groupId: 'g-1',
      traits: { name: 'Globex', employees: 900, plan: 'pro' },
    });
    await send('group', {
      userId: 'k1',
      groupId: 'g-1',
      traits: { website: 'globex.example', industry: 'Energy' },
    });
    const lead = await findLead('kim@globex.example');
    expect(lead.company).toMatchObject({ name: 'Globex', domain: 'globex.example', externalId: 'g-1' });
    expect(lead.company?.attributes).toEqual({
      website: 'globex.example',
      employees: 900,
      industry: 'Energy',
      custom: { plan: 'pro' },
    });
    await batch(track('Demo Requested', { userId: 'k1' }));
    expect(await getDb().event.findFirstOrThrow()).toMatchObject({
      leadId: lead.id,
      companyId: lead.companyId,
    });
  });
});

describe('what is taken', () => {
  it('counts a message once, and keeps sources apart', async () => {
    const one = track('Demo Requested', { userId: 'l1', messageId: 'same' });
    await Promise.all([batch(one, one), batch(one)]);
    await batch(one);
    expect(await getDb().event.count()).toBe(1);
    const { key } = await newKey('Other');
    await send('batch', { batch: [one] }, { key });
    expect(await getDb().event.count()).toBe(2);
  });

  it('takes what is right of a batch, and lists the rest with reason and place', async () => {
    await batch(
      track('Demo Requested', { userId: 'm1' }),
      { type: 'track', userId: 'm1' },
      track('Demo Requested', {}),
      track('Demo Requested', { userId: 'm1', timestamp: 'yesterday' }),
      track('Demo Requested', { userId: 'm1', properties: 'none' }),
      { type: 'launch', userId: 'm1' },
      track('Big', { userId: 'm1', properties: { text: 'x'.repeat(33_000) } }),
    );
    expect(await getDb().event.count()).toBe(1);
    const rejected = await listRejectedEvents({ limit: 50 });
    expect(rejected.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['event', 'userId', 'timestamp', 'properties', 'type', null]),
    );
    expect(rejected).toHaveLength(6);
    expect(rejected.find(({ path }) => path === 'timestamp')).toMatchObject({
      sourceName: 'Site',
      messageType: 'track',
      eventName: 'Demo Requested',
      payload: { timestamp: 'yesterday' },
    });
    const last = rejected.at(-1);
    expect(await listRejectedEvents({ limit: 50, after: last })).toHaveLength(5);
    expect(await listSources(new Date())).toMatchObject([{ name: 'Site', rejected: 6, active: true }]);
  });

  it('stores text that Postgres has no room for', async () => {
    const text = '{"event":"Demo Requested","userId":"n1\\u0000","properties":{"a":"x\\u0000y \\ud800"}}';
    await takeRequest({
      call: 'track',
      writeKey,
      origin: null,
      contentLength: null,
      readBody: () => Promise.resolve({ text, bytes: text.length }),
    });
    expect(await getDb().event.findFirstOrThrow()).toMatchObject({ properties: { a: 'xy \ufffd' } });
  });

  it.each([
    ['no key', 'track', {}, { key: '' }, 401],
    ['a key of nobody', 'track', {}, { key: 'nobody' }, 401],
    ['a page of another origin', 'track', {}, { origin: 'https://evil.example' }, 403],
    ['a batch that is none', 'batch', { batch: {} }, {}, 400],
    ['too many events', 'batch', { batch: Array.from({ length: 2_501 }, () => ({})) }, {}, 413],
    ['an unknown call', 'launch', {}, {}, 404],
  ])('refuses %s', async (_what, call, body, more, status) => {
    await expect(send(call, body, more)).rejects.toMatchObject({ status });
    expect(await getDb().rejectedEvent.count()).toBe(0);
  });

  it('refuses a source that was ended, and takes pages of its origins alone', async () => {
    const admin = await addActor('sources:manage');
    const { key, id } = await newKey('Shop', ['https://a.example']);
    await setOrigins(admin, { sourceId: id, origins: ['https://b.example'] });
    await expect(send('track', track('x', {}), { key, origin: 'https://a.example' })).rejects.toMatchObject({
      status: 403,
    });
    await send('track', track('Demo Requested', { userId: 'o1' }), { key, origin: 'https://b.example' });
    const gone = await newKey('Gone');
    await revokeSource(admin, gone.id);
    await expect(send('track', {}, { key: gone.key })).rejects.toMatchObject({ status: 401 });
    await expect(revokeSource(admin, gone.id)).rejects.toMatchObject({ status: 409 });
    const actions = await getDb().auditEntry.findMany({ where: { userId: admin.id } });
    expect(actions.map(({ action }) => action)).toEqual(['source.origins_changed', 'source.revoked']);
  });

  it('holds a source to its limit', async () => {
    const { key, id } = await newKey('Loud');
    await getDb().source.update({ where: { id }, data: { eventsPerMinute: 3 } });
    const three = { batch: Array.from({ length: 3 }, () => track('Demo Requested', { userId: 'p1' })) };
    await send('batch', three, { key });
    await expect(send('batch', three, { key })).rejects.toMatchObject({
      status: 429,
      retryAfter: expect.any(Number) as number,
    });
    expect(await getDb().event.count()).toBe(3);
  });
});

describe('names of events', () => {
  it('keeps unknown names as types of their own, and maps them, past events too', async () => {
    const ops = await addActor('rubric:write');
    await batch(
      track('Pricing Calculator Used', { userId: 'q1' }),
      track('pricing calculator used', { userId: 'q1' }),
      track('Visit Webpage', { userId: 'q1' }),
    );
    expect(await listUnknownEventNames()).toMatchObject([
      { name: 'Pricing Calculator Used', type: 'pricing_calculator_used', events: 1 },
      { name: 'pricing calculator used', type: 'pricing_calculator_used', events: 1 },
    ]);
    await mapEventName(ops, { name: 'Pricing Calculator Used', type: 'demo_requested' });
    await batch(track('PRICING CALCULATOR USED', { userId: 'q1' }));
    await runWorkerOnce();
    const types = await getDb().event.findMany({ select: { type: true } });
    expect(types.map(({ type }) => type).sort()).toEqual([
      'demo_requested',
      'demo_requested',
      'demo_requested',
      'page_viewed',
    ]);
    const [score] = await getDb().leadScore.findMany();
    expect(JSON.stringify(score?.reason)).toMatch(/demo/i);
    expect(await listUnknownEventNames()).toEqual([]);
    expect(await restateEvents({ name: 'Pricing Calculator Used', type: 'demo_requested' })).toBe(0);
    await expect(mapEventName(ops, { name: 'x', type: 'nowhere' })).rejects.toMatchObject({ status: 404 });
  });

  it('maps a name of everybody otherwise, and views as well', async () => {
    const ops = await addActor('rubric:write');
    await mapEventName(ops, { name: 'screen', type: 'product_used' });
    await batch(
      { type: 'screen', userId: 'r1', name: 'Inbox' },
      { type: 'page', userId: 'r1', context: { page: { url: 'https://x.example/pricing?a=1' } } },
    );
    const events = await getDb().event.findMany({ orderBy: { type: 'asc' } });
    expect(events).toMatchObject([
      { type: 'page_viewed', properties: { path: '/pricing' } },
      { type: 'product_used', name: 'screen', properties: { name: 'Inbox' } },
    ]);
  });

  it('sets aside what a program did', async () => {
    await batch(
      track('Page Viewed', {
        userId: 's1',
        context: { userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' },
      }),
    );
    expect(await getDb().event.findFirstOrThrow()).toMatchObject({ filteredAs: 'bot' });
  });
});
