import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { getDb } from '@/lib/server/db';
import { callApi, faultPaths, idOf, makeKey, pageOf, type ApiRequest } from '../support/api-client';
import { listUnseen } from '../support/check-answer';
import { clearDatabase } from '../support/clear-database';

const someText: unknown = expect.any(String);

let key = '';
const ask = (address: string, request?: ApiRequest) => callApi(key, address, request);
const settle = () => rescoreStale({ clock: () => new Date() });

beforeAll(async () => {
  await clearDatabase();
  ({ key } = await makeKey());
});

const ANN = {
  email: 'Ann@Acme.example',
  source: 'hubspot',
  externalId: '2051',
  attributes: {
    firstName: 'Ann',
    lastName: 'Lee',
    title: 'VP of Sales',
    custom: { plan: 'trial', seats: 40 },
  },
  company: { domain: 'https://www.acme.example/', name: 'Acme', attributes: { employees: 420 } },
};

describe('leads', () => {
  it('makes a lead, then changes what is named and forgets what is null', async () => {
    const made = await ask('POST /leads', { body: ANN });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/api/v1/leads/${idOf(made)}`);
    expect(made.body).toMatchObject({
      email: 'ann@acme.example',
      name: 'Ann Lee',
      company: { domain: 'acme.example', name: 'Acme' },
      attributes: { custom: { plan: 'trial', seats: 40 } },
      score: null,
      scorePending: true,
    });
    const changed = await ask('POST /leads', {
      body: { email: 'ann@acme.example', attributes: { title: null, custom: { plan: 'pro' } } },
    });
    expect(changed.status).toBe(200);
    expect(idOf(changed)).toBe(idOf(made));
    expect(changed.body).toMatchObject({
      attributes: { firstName: 'Ann', custom: { plan: 'pro', seats: 40 } },
    });
    expect(changed.text).not.toContain('VP of Sales');
    await settle();
  });

  it('finds it by id, by e-mail address and by external id', async () => {
    const byEmail = await ask('GET /leads/by-email/ANN%40acme.example');
    const byExternal = await ask('GET /leads/by-external-id/hubspot/2051');
    const byId = await ask(`GET /leads/${idOf(byEmail)}`);
    expect(byId.body).toEqual(byEmail.body);
    expect(byExternal.body).toEqual(byEmail.body);
    expect(byId.body).toMatchObject({ scorePending: false, score: { tier: someText } });
    for (const path of [
      '/leads/01900000-0000-7000-8000-000000000000',
      '/leads/by-email/nobody%40acme.example',
      '/leads/by-external-id/hubspot/9',
    ])
      expect((await ask(`GET ${path}`)).status).toBe(404);
    expect((await ask('GET /leads/17')).status).toBe(400);
  });

  it('changes an address by external id, and refuses two leads for one', async () => {
    const moved = await ask('POST /leads', {
      body: { source: 'hubspot', externalId: '2051', email: 'ann.lee@acme.example' },
    });
    expect([moved.status, moved.body]).toMatchObject([200, { email: 'ann.lee@acme.example' }]);
    await ask('POST /leads', { body: { email: 'bob@acme.example' } });
    const torn = await ask('POST /leads', {
      body: { email: 'bob@acme.example', source: 'hubspot', externalId: '2051' },
    });
    expect([torn.status, faultPaths(torn)]).toEqual([422, ['email']]);
  });

  it.each([
    [{ name: 'No address' }, ['']],
    [{ email: 'not an address' }, ['email']],
    [{ email: 'a@b.example', colour: 'red', attributes: { shoe: 1 } }, ['attributes.shoe', 'colour']],
    [
      { email: 'a@b.example', attributes: { title: 7, custom: { 'a b': 1 } } },
      ['attributes.title', 'attributes.custom.a b'],
    ],
    [{ email: 'a@b.example', createdAt: 'yesterday' }, ['createdAt']],
    [{ email: 'a@b.example', createdAt: '0020-01-01' }, ['createdAt']],
    [{ email: 'a@b.example', company: { attributes: { employees: 3 } } }, ['company']],
    [{ email: 'a@b.example', attributes: { title: 'a\0b' } }, ['attributes.title']],
    [['a@b.example'], ['']],
  ])('refuses %j, naming the parts', async (body, paths) => {
    const refused = await ask('POST /leads', { body });
    expect([refused.status, faultPaths(refused).sort()]).toEqual([422, [...paths].sort()]);
    expect(await getDb().lead.count({ where: { email: 'a@b.example' } })).toBe(0);
  });

  it('holds values to the type that their attribute has', async () => {
    const refused = await ask('POST /leads', {
      body: { email: 'new@acme.example', attributes: { custom: { seats: 'many' } } },
    });
    expect([refused.status, faultPaths(refused)]).toEqual([422, ['attributes.custom.seats']]);
    expect(await getDb().lead.count({ where: { email: 'new@acme.example' } })).toBe(0);
  });

  it('takes a batch item by item, in order, never half an item', async () => {
    const answer = await ask('POST /leads/batch', {
      body: {
        items: [
          { email: 'carl@delta.example', company: { name: 'Delta', domain: 'delta.example' } },
          { email: 'broken', company: { name: 'Omega', domain: 'omega.example' } },
          {
            email: 'bob@acme.example',
            source: 'hubspot',
            externalId: '2051',
            company: { name: 'Sigma', domain: 'sigma.example' },
          },
          {
            email: 'dora@delta.example',
            attributes: { custom: { seats: true } },
            company: { domain: 'tau.example' },
          },
          { email: 'carl@delta.example', name: 'Carl' },
        ],
      },
    });
    expect(answer.body).toMatchObject({
      created: 1,
      updated: 1,
      unchanged: 0,
      refused: 3,
      results: [
        { index: 0, status: 201 },
        { index: 1, status: 422, errors: [{ path: 'email' }] },
        { index: 2, status: 422, errors: [{ path: 'email' }] },
        { index: 3, status: 422, errors: [{ path: 'attributes.custom.seats' }] },
        { index: 4, status: 200 },
      ],
    });
    const domains = await getDb().company.findMany({
      where: { domain: { in: ['omega.example', 'sigma.example', 'tau.example'] } },
    });
    expect(domains).toEqual([]);
    for (const body of [{ items: [] }, { items: new Array(1001).fill({}) }, { leads: [] }, {}])
      expect((await ask('POST /leads/batch', { body })).status).toBe(422);
  });

  it('writes a batch of 1,000 in one go', async () => {
    const items = Array.from({ length: 1000 }, (_, index) => ({
      email: `person${index}@firm${index % 250}.example`,
      attributes: { title: index % 3 === 0 ? 'VP of Sales' : 'Clerk', country: 'Germany' },
      company: { domain: `firm${index % 250}.example`, attributes: { employees: index } },
    }));
    const start = performance.now();
    const answer = await ask('POST /leads/batch', { body: { items } });
    const milliseconds = Math.round(performance.now() - start);
    expect(answer.body).toMatchObject({ created: 1000, refused: 0 });
    expect(milliseconds).toBeLessThan(15_000);
    const events = items.map(({ email }, index) => ({
      type: 'Page Viewed',
      messageId: `view-${index}`,
      lead: { email },
      properties: { path: '/pricing' },
    }));
    const sent = await ask('POST /events/batch', { body: { items: events } });
    expect(sent.body).toMatchObject({ created: 1000, refused: 0 });
    const again = await ask('POST /events/batch', { body: { items: events } });
    expect(again.body).toMatchObject({ created: 0, unchanged: 1000 });
    await settle();
    await settle();
  });

  it('lists by filters, page after page, each lead once while others come and scores move', async () => {
    const seen: unknown[] = [];
    let next: string | null = '';
    for (let page = 0; next !== null; page++) {
      const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const answer = pageOf(await ask(`GET /leads?country=Germany&limit=200${cursor}`));
      seen.push(...answer.items.map(({ id }) => id));
      next = answer.next;
      await ask('POST /leads', {
        body: { email: `late${page}@acme.example`, attributes: { country: 'Germany' } },
      });
      await ask('POST /events', {
        body: { type: 'Demo Requested', lead: { email: `person${page * 7}@firm${page * 7}.example` } },
      });
      await settle();
    }
    expect(seen.length).toBe(1000);
    expect(new Set(seen).size).toBe(1000);
    const tier = await ask(
      'GET /leads?tier=A,B&order=rank&limit=5&minFit=1&maxIntent=100&state=new&quadrant=route_now,review,nurture',
    );
    expect(pageOf(tier).items.every(({ state }) => state === 'new')).toBe(true);
    expect(pageOf(await ask('GET /leads?q=person999')).items).toHaveLength(1);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'order=best',
    'state=old',
    'owner=me',
    'nothing=1',
    'cursor=abc',
    'minFit=101',
    'limit=1&limit=2',
  ])('refuses the query %s', async (query) => {
    const refused = await ask(`GET /leads?${query}`);
    expect([refused.status, faultPaths(refused)]).toEqual([400, [query.split('=')[0]]]);
  });

  it('takes a cursor for its own list and order alone', async () => {
    const { next } = pageOf(await ask('GET /leads?order=rank&limit=1'));
    expect((await ask(`GET /leads?order=rank&limit=1&cursor=${next ?? ''}`)).status).toBe(200);
    expect((await ask(`GET /leads?order=score&limit=1&cursor=${next ?? ''}`)).status).toBe(400);
    expect((await ask(`GET /queue?limit=1&cursor=${next ?? ''}`)).status).toBe(400);
  });

  it('erases a person, and leaves the deal without words', async () => {
    const made = await ask('POST /leads', { body: { email: 'gone@acme.example', name: 'Gone Soon' } });
    await ask('POST /events', { body: { type: 'demo_requested', lead: { id: idOf(made) } } });
    await ask('POST /deals', {
      body: {
        externalId: 'g1',
        name: 'Gone Soon, 3 seats',
        lead: { id: idOf(made) },
        outcome: 'lost',
        lostReason: 'Gone ill',
      },
    });
    expect((await ask(`DELETE /leads/${idOf(made)}`)).status).toBe(204);
    expect((await ask(`GET /leads/${idOf(made)}`)).status).toBe(404);
    expect((await ask(`DELETE /leads/${idOf(made)}`)).status).toBe(404);
    expect(await getDb().event.count({ where: { leadId: idOf(made) } })).toBe(0);
    const deal = await getDb().deal.findFirstOrThrow({ where: { externalId: 'g1' } });
    expect(deal).toMatchObject({
      name: 'Erased lead',
      lostReason: null,
      leadId: null,
      outcome: 'lost',
      tier: someText,
    });
    const entry = await getDb().auditEntry.findFirstOrThrow({ where: { action: 'lead.erased' } });
    expect(entry).toMatchObject({ actor: 'API key “Test”', userId: null, subject: `lead:${idOf(made)}` });
  });
});

describe('companies', () => {
  it('makes, changes, finds and lists them', async () => {
    const made = await ask('POST /companies', {
      body: {
        domain: 'omicron.example',
        name: 'Omicron',
        attributes: { technologies: ['Segment'], custom: { region: 'EMEA' } },
      },
    });
    expect(made.status).toBe(201);
    const changed = await ask('POST /companies', {
      body: { domain: 'omicron.example', attributes: { employees: 12 } },
    });
    expect([changed.status, idOf(changed)]).toEqual([200, idOf(made)]);
    expect(changed.body).toMatchObject({
      attributes: { technologies: ['Segment'], employees: 12, custom: { region: 'EMEA' } },
    });
    expect((await ask('GET /companies/by-domain/omicron.example')).body).toEqual(changed.body);
    expect((await ask(`GET /companies/${idOf(made)}`)).body).toEqual(changed.body);
    expect((await ask('GET /companies/by-domain/nowhere.example')).status).toBe(404);
    expect((await ask('GET /companies/01900000-0000-7000-8000-000000000000')).status).toBe(404);
    const first = pageOf(await ask('GET /companies?q=firm&limit=200'));
    const second = pageOf(await ask(`GET /companies?q=firm&limit=200&cursor=${first.next ?? ''}`));
    expect([first.items.length, second.items.length, second.next]).toEqual([200, 50, null]);
    expect((await ask('POST /companies', { body: {} })).status).toBe(422);
    expect(
      (await ask('POST /companies/batch', { body: { items: [{ name: 'Pi' }, { domain: '?' }] } })).body,
    ).toMatchObject({
      created: 1,
      refused: 1,
      results: [{ status: 201 }, { status: 422, errors: [{ path: 'domain' }] }],
    });
  });
});

afterAll(() => {
  expect(listUnseen(['Leads', 'Companies']), 'answers that are documented and were not seen').toEqual([]);
});
