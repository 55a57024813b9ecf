import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL_RUBRIC } from '@/lib/api/operations/examples';
import { rescoreAll } from '@/lib/scores/mutations/rescore-all';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { scoreAsOf } from '@/lib/scores/data';
import { getDb } from '@/lib/server/db';
import { callApi, faultPaths, idOf, makeKey, pageOf, type ApiRequest } from '../support/api-client';
import { listUnseen } from '../support/check-answer';
import { clearDatabase } from '../support/clear-database';

const someText: unknown = expect.any(String);

const ANN = {
  email: 'ann@acme.example',
  attributes: { title: 'VP of Sales' },
  company: { domain: 'acme.example', attributes: { employees: 420 } },
};

let key = '';
const ask = (address: string, request?: ApiRequest) => callApi(key, address, request);
const settle = () => rescoreStale({ clock: () => new Date() });

beforeAll(async () => {
  await clearDatabase();
  ({ key } = await makeKey());
  const items = Array.from({ length: 300 }, (_, index) => ({
    email: `person${index}@firm${index % 50}.example`,
    attributes: { title: index % 3 === 0 ? 'VP of Sales' : 'Clerk' },
    company: { domain: `firm${index % 50}.example`, attributes: { employees: index * 3 } },
  }));
  items.push({ ...ANN, email: 'bob@acme.example' });
  await ask('POST /leads/batch', {
    body: { items: [...items, { ...ANN, source: 'hubspot', externalId: '2051' }] },
  });
  await settle();
});

describe('events', () => {
  it('stores an event once, and answers it as it was', async () => {
    const event = {
      type: 'Webinar Attended',
      at: '2026-03-01T10:00:00+01:00',
      messageId: 'w-1',
      lead: { source: 'hubspot', externalId: '2051' },
      properties: { title: 'Fit and intent' },
    };
    const first = await ask('POST /events', { body: event });
    const second = await ask('POST /events', { body: event });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({
      type: 'webinar_attended',
      at: '2026-03-01T09:00:00.000Z',
      filteredAs: null,
    });
    const lead = await ask('GET /leads/by-external-id/hubspot/2051');
    const list = pageOf(await ask(`GET /leads/${idOf(lead)}/events?type=webinar_attended&limit=1`));
    expect(list.items).toEqual([first.body]);
    expect((await ask('GET /leads/01900000-0000-7000-8000-000000000000/events')).status).toBe(404);
  });

  it('takes signals of companies, and lists a lead’s events page by page', async () => {
    expect(
      (await ask('POST /events', { body: { type: 'funding_raised', company: { domain: 'acme.example' } } }))
        .status,
    ).toBe(201);
    const lead = { email: 'bob@acme.example' };
    const items = Array.from({ length: 5 }, (_, index) => ({
      type: 'page_viewed',
      at: `2026-03-0${1 + (index % 2)}`,
      lead,
    }));
    await ask('POST /events/batch', { body: { items } });
    const { id } = await getDb().lead.findFirstOrThrow({ where: { email: lead.email } });
    const seen: unknown[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = pageOf(
        await ask(`GET /leads/${id}/events?limit=2${next === '' ? '' : `&cursor=${next}`}`),
      );
      seen.push(...page.items.map((event) => event.id));
      next = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });

  it.each([
    [{ type: 'x' }, ['']],
    [{ type: '', lead: { email: 'bob@acme.example' } }, ['type']],
    [{ type: 'x', lead: {} }, ['lead']],
    [{ type: 'x', lead: { email: 'stranger@acme.example' } }, ['lead.email']],
    [{ type: 'x', lead: { id: '01900000-0000-7000-8000-000000000000' } }, ['lead.id']],
    [{ type: 'x', company: { domain: 'stranger.example' } }, ['company.domain']],
    [
      { type: 'x', lead: { email: 'bob@acme.example' }, properties: { text: 'x'.repeat(33_000) } },
      ['properties'],
    ],
    [{ type: 'x', lead: { email: 'bob@acme.example' }, properties: { half: '\ud800' } }, ['properties.half']],
  ])('refuses what does not fit', async (body, paths) => {
    const refused = await ask('POST /events', { body });
    expect([refused.status, faultPaths(refused)]).toEqual([422, paths]);
  });
});

describe('deals', () => {
  it('opens a deal, wins it, opens it again and loses it; the lead follows', async () => {
    const lead = await ask('POST /leads', { body: { email: 'buyer@acme.example' } });
    await settle();
    const made = await ask('POST /deals', {
      body: {
        source: 'salesforce',
        externalId: '006',
        name: 'Acme, 40 seats',
        amount: 12500.5,
        currency: 'eur',
        lead: { id: idOf(lead) },
      },
    });
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        outcome: 'open',
        amount: '12500.50',
        currency: 'EUR',
        leadId: idOf(lead),
        engagement: { tier: someText },
      },
    ]);
    expect((await ask(`GET /leads/${idOf(lead)}`)).body).toMatchObject({ state: 'qualified' });
    const won = await ask(`PATCH /deals/${idOf(made)}`, { body: { outcome: 'won', amount: '13000' } });
    expect(won.body).toMatchObject({
      outcome: 'won',
      amount: '13000.00',
      name: 'Acme, 40 seats',
      closedAt: someText,
    });
    expect((await ask(`GET /leads/${idOf(lead)}`)).body).toMatchObject({ state: 'won' });
    const same = await ask('POST /deals', {
      body: { source: 'salesforce', externalId: '006', outcome: 'won', lead: { id: idOf(lead) } },
    });
    expect([same.status, same.body]).toEqual([200, won.body]);
    const open = await ask(`PATCH /deals/${idOf(made)}`, { body: { outcome: 'open' } });
    expect(open.body).toMatchObject({ outcome: 'open', closedAt: null });
    const lost = await ask(`PATCH /deals/${idOf(made)}`, {
      body: { outcome: 'lost', closedAt: '2026-05-01', lostReason: 'Price' },
    });
    expect(lost.body).toMatchObject({ closedAt: '2026-05-01T00:00:00.000Z', lostReason: 'Price' });
    expect((await ask(`GET /deals/${idOf(made)}`)).body).toEqual(lost.body);
    expect(pageOf(await ask(`GET /deals?outcome=lost&leadId=${idOf(lead)}`)).items).toEqual([lost.body]);
  });

  it('lists deals page by page', async () => {
    const lead = { email: 'bob@acme.example' };
    const items = [1, 2, 3].map((index) => ({ externalId: `page-${index}`, lead, outcome: 'won' }));
    await ask('POST /deals/batch', { body: { items } });
    const first = pageOf(await ask('GET /deals?outcome=won&limit=2'));
    const second = pageOf(await ask(`GET /deals?outcome=won&limit=2&cursor=${first.next ?? ''}`));
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
  });

  it('changes a deal that a rep made here, which has no id of another system', async () => {
    const { id } = await getDb().deal.create({ data: { name: 'Made here' } });
    expect((await ask(`PATCH /deals/${id}`, { body: { outcome: 'won', amount: 10 } })).body).toMatchObject({
      outcome: 'won',
      name: 'Made here',
    });
    expect((await ask('GET /deals/01900000-0000-7000-8000-000000000000')).status).toBe(404);
    expect(
      (await ask('PATCH /deals/01900000-0000-7000-8000-000000000000', { body: { outcome: 'won' } })).status,
    ).toBe(404);
    expect((await ask(`PATCH /deals/${id}`, { body: {} })).status).toBe(422);
    expect(
      faultPaths(await ask(`PATCH /deals/${id}`, { body: { lead: { email: 'stranger@acme.example' } } })),
    ).toEqual(['lead.email']);
  });

  it('takes batches, and refuses what does not fit', async () => {
    const lead = { email: 'buyer@acme.example' };
    const answer = await ask('POST /deals/batch', {
      body: {
        items: [
          { externalId: 'd1', lead, outcome: 'won' },
          { externalId: 'd2' },
          { externalId: 'd3', lead, amount: '12,5' },
          { externalId: 'd4', lead, outcome: 'open', closedAt: '2026-01-01' },
          { externalId: 'd5', lead: { email: 'stranger@acme.example' } },
          { externalId: 'd1', lead, outcome: 'won' },
        ],
      },
    });
    expect(answer.body).toMatchObject({
      created: 1,
      unchanged: 1,
      refused: 4,
      results: [
        { status: 201 },
        { status: 422, errors: [{ path: '' }] },
        { status: 422, errors: [{ path: 'amount' }] },
        { status: 422, errors: [{ path: 'closedAt' }] },
        { status: 422, errors: [{ path: 'lead.email' }] },
        { status: 200 },
      ],
    });
  });
});

describe('scores, queue and rubric', () => {
  it('explains a score as of an instant, to the same figures as the engine gives', async () => {
    const lead = await ask('GET /leads/by-email/person0%40firm0.example');
    const asOf = new Date();
    const score = await ask(`GET /leads/${idOf(lead)}/score?asOf=${asOf.toISOString()}`);
    const { fit, intent, score: points, tier, quadrant } = (await scoreAsOf(idOf(lead), asOf)) ?? {};
    expect(score.body).toMatchObject({
      fit,
      intent,
      score: points,
      tier,
      quadrant,
      asOf: asOf.toISOString(),
    });
    expect((await ask(`GET /leads/${idOf(lead)}/score`)).status).toBe(200);
    const before = await ask(`GET /leads/${idOf(lead)}/score?asOf=2020-01-01`);
    expect(before.body).toMatchObject({ intent: 0 });
    expect(faultPaths(await ask(`GET /leads/${idOf(lead)}/score?asOf=then`))).toEqual(['asOf']);
    expect((await ask('GET /leads/01900000-0000-7000-8000-000000000000/score')).status).toBe(404);
  });

  it('ranks the queue through all its pages', async () => {
    const ranks: unknown[] = [];
    for (let next: string | null = ''; next !== null && ranks.length < 450;) {
      const page = pageOf(
        await ask(`GET /queue?owner=none&limit=200${next === '' ? '' : `&cursor=${next}`}`),
      );
      ranks.push(...page.items.map(({ rank }) => rank));
      next = page.next;
    }
    expect(ranks.length).toBeGreaterThan(0);
    expect(ranks).toEqual(ranks.map((_, index) => index + 1));
    expect(pageOf(await ask('GET /queue?tier=Z')).items).toEqual([]);
  });

  it('publishes a rubric, in the name of the key, and refuses faulty and outdated ones', async () => {
    expect((await ask('GET /rubric')).body).toMatchObject({
      number: 1,
      live: true,
      document: { format: 'leadgrid.rubric/1' },
    });
    const broken = { ...SMALL_RUBRIC, fitWeight: 2, tiers: [] };
    const refused = await ask('POST /rubric/versions', { body: { note: 'x', document: broken } });
    expect([refused.status, faultPaths(refused)]).toEqual([
      422,
      expect.arrayContaining(['document.fitWeight', 'document.tiers']),
    ]);
    const made = await ask('POST /rubric/versions', {
      body: { note: 'Small', basedOn: 1, document: SMALL_RUBRIC },
    });
    expect([made.status, made.body, made.headers.get('location')]).toMatchObject([
      201,
      { number: 2 },
      '/api/v1/rubric/versions/2',
    ]);
    const late = await ask('POST /rubric/versions', {
      body: { note: 'Late', basedOn: 1, document: SMALL_RUBRIC },
    });
    expect([late.status, faultPaths(late)]).toEqual([409, ['basedOn']]);
    expect(pageOf({ ...(await ask('GET /rubric/versions')), body: { items: [], next: null } }).items).toEqual(
      [],
    );
    expect((await ask('GET /rubric/versions')).body).toMatchObject({
      items: [
        { number: 2, live: true, publishedBy: null },
        { number: 1, live: false },
      ],
    });
    expect((await ask('GET /rubric/versions/1')).body).toMatchObject({ live: false });
    expect((await ask('GET /rubric/versions/9')).status).toBe(404);
    const entry = await getDb().auditEntry.findFirstOrThrow({
      where: { action: 'rubric.published', subject: 'rubric:2' },
    });
    expect(entry).toMatchObject({ actor: 'API key “Test”', userId: null });
    await rescoreAll({ clock: () => new Date() });
  });

  it('describes itself', async () => {
    expect((await ask('GET /openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
  });
});

afterAll(() => {
  expect(
    listUnseen(['Events', 'Deals', 'Scores', 'Queue', 'Rubric', 'This document']),
    'answers that are documented and were not seen',
  ).toEqual([]);
});
