import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoWork } from '@/lib/activities/mutations/undo-work';
import { decideLead } from '@/lib/activities/mutations/work-lead';
import { passLeads } from '@/lib/activities/mutations/work-leads';
import { grant, type Actor } from '@/lib/auth/actor';
import { commitIntake } from '@/lib/intake/mutations/commit-intake';
import { writeDeals } from '@/lib/intake/mutations/write-deals';
import type { DealRecord } from '@/lib/intake/types';
import { takeLead, takeNextLead } from '@/lib/queue/mutations';
import { WHOLE_QUEUE } from '@/lib/queue/queue-conditions';
import { saveDraft } from '@/lib/rubrics/mutations/drafts';
import { publishRubric } from '@/lib/rubrics/mutations/publish';
import { publishSchema } from '@/lib/rubrics/schema';
import { rescoreAll } from '@/lib/scores/mutations/rescore-all';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { getDb } from '@/lib/server/db';
import { parseInput } from '@/lib/server/parse';
import { sendEvents } from '@/lib/webhooks/mutations/send-events';
import { saveNetwork } from '@/lib/webhooks/mutations/settings';
import { clearDatabase } from '../support/clear-database';
import {
  addCompany,
  addLeads,
  clearJobs,
  leaveHouse,
  receiveEvents,
  setLiveRubric,
  SMALL_RUBRIC,
} from '../support/score-fixtures';
import { addEndpoint, addWebhookAdmin, type EndpointSketch } from '../support/webhook-fixtures';
import { openReceiver, type Receiver } from '../support/webhook-receiver';
import { addWorker, scoreLeads } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const DAY_MINUTES = 24 * 60;

interface Sent {
  type: string;
  timestamp: string;
  data: Record<string, Record<string, unknown> | null>;
}

describe('what is told', () => {
  let receiver: Receiver;
  let people: Awaited<ReturnType<typeof addWebhookAdmin>>;
  let versionId = '';
  let maya: Actor<'leads:work'>;
  let company = '';

  const listen = (sketch: Omit<EndpointSketch, 'url'>) =>
    addEndpoint(people.manager, { url: receiver.url, ...sketch });
  const send = async (now = NOW): Promise<Sent[]> => {
    receiver.received.length = 0;
    await sendEvents({ clock: () => now, chance: () => 0 });
    return receiver.received.map(({ body }): Sent => JSON.parse(body) as Sent);
  };
  const addHead = async (email: string) => {
    const [id = ''] = await addLeads([{ title: 'Head of Sales', companyId: company, email }]);
    return id;
  };
  const requestDemo = async (leadId: string, at: Date) => {
    await receiveEvents([{ leadId, type: 'demo_requested', at }]);
    await scoreLeads([leadId], at);
  };

  beforeEach(async () => {
    await clearDatabase();
    await clearJobs();
    versionId = await setLiveRubric(SMALL_RUBRIC);
    receiver = await openReceiver();
    people = await addWebhookAdmin();
    await saveNetwork(people.admin, true);
    maya = await addWorker('Maya Krause');
    company = await addCompany(40);
  });
  afterEach(() => receiver.close());
  afterAll(leaveHouse);

  it('is every step of a lead, with its score and the reasons in words', async () => {
    await listen({
      eventTypes: ['lead.tier_changed', 'lead.became_mql', 'lead.assigned', 'lead.became_sql', 'deal.closed'],
    });
    const lead = await addHead('jana@acme.example');
    await scoreLeads([lead], NOW);
    await requestDemo(lead, later(1));
    await takeNextLead(maya, WHOLE_QUEUE, later(2));
    await decideLead(maya, { leadId: lead, outcome: 'qualified', note: 'Wants an offer' }, later(3));
    await decideLead(maya, { leadId: lead, outcome: 'won', amount: 24_000, currency: 'EUR' }, later(4));
    const told = await send(later(5));
    expect(told.map(({ type }) => type).sort()).toEqual(
      [
        'lead.tier_changed',
        'lead.tier_changed',
        'lead.became_mql',
        'lead.assigned',
        'lead.became_sql',
        'deal.closed',
      ].sort(),
    );
    const find = (type: string) => told.filter((one) => one.type === type);
    const change = find('lead.tier_changed').find(({ data }) => data.score?.tier === 'A');
    expect(change?.timestamp).toBe(later(1).toISOString());
    expect(String(change?.data.lead?.url)).toMatch(new RegExp(`^http.*/leads/${lead}$`));
    expect(change?.data).toMatchObject({
      lead: {
        id: lead,
        name: 'jana@acme.example',
        email: 'jana@acme.example',
      },
      company: { name: 'Acme' },
      score: {
        score: 70,
        fit: 60,
        intent: 80,
        tier: 'A',
        tierBefore: 'C',
        quadrant: 'route_now',
        quadrantBefore: 'nurture',
        action: 'route',
        cause: 'event',
        change: '30 → 70: requested a demo +40',
        reasons: ['Requested a demo: +80 intent', 'A head: +60 fit'],
      },
    });
    const assigned = {
      assignment: { to: { name: 'Maya Krause' }, reason: 'took the next lead' },
      score: { tier: 'A', tierBefore: 'C' },
    };
    expect(find('lead.assigned')).toMatchObject([{ data: assigned }]);
    expect(find('lead.became_sql')).toMatchObject([
      { data: { qualification: { by: { name: 'Maya Krause' }, note: 'Wants an offer' } } },
    ]);
    expect(find('deal.closed')).toMatchObject([
      {
        data: {
          deal: { outcome: 'won', amount: '24000.00', currency: 'EUR', atFirstEngagement: { tier: 'A' } },
          lead: { id: lead },
        },
      },
    ]);
  });

  it('is of an MQL and an SQL the first time alone', async () => {
    await listen({ eventTypes: ['lead.became_mql', 'lead.became_sql'] });
    const lead = await addHead('jana@acme.example');
    await requestDemo(lead, NOW);
    await decideLead(maya, { leadId: lead, outcome: 'qualified' }, later(1));
    expect(await send()).toHaveLength(2);
    const faded = later(40 * DAY_MINUTES);
    await scoreLeads([lead], faded);
    await requestDemo(lead, faded);
    await decideLead(maya, { leadId: lead, outcome: 'disqualified', reason: 'No need' }, faded);
    await decideLead(maya, { leadId: lead, outcome: 'qualified' }, faded);
    expect(await getDb().scoreChange.count({ where: { leadId: lead, tier: 'A' } })).toBeGreaterThan(1);
    expect(await send(faded)).toEqual([]);
  });

  it('is filtered by tier, quadrant and segment', async () => {
    const segment = { all: [{ field: 'company.employees', op: 'gte', value: 100 }] };
    await listen({ filters: { tiers: ['A'] } });
    await listen({ filters: { quadrants: ['nurture'] } });
    await listen({ filters: { segment } });
    const lead = await addHead('jana@acme.example');
    await scoreLeads([lead], NOW);
    await requestDemo(lead, later(1));
    const tiers = (await send()).map(({ data }) => data.score?.tier);
    expect(tiers.sort()).toEqual(['A', 'C']);
    company = await addCompany(500);
    await scoreLeads([await addHead('lars@big.example')], later(2));
    expect((await send(later(3))).map(({ data }) => [data.score?.tier, data.score?.quadrant])).toEqual([
      ['B', 'nurture'],
      ['B', 'nurture'],
    ]);
  });

  it('is a deal that closed of late, by whatever door, and no history', async () => {
    await listen({ eventTypes: ['deal.closed'] });
    const lead = await addHead('jana@acme.example');
    await scoreLeads([lead], NOW);
    const row = (externalId: string, values: Partial<DealRecord>): DealRecord => ({
      externalId,
      source: 'crm',
      name: `Deal ${externalId}`,
      stage: null,
      outcome: 'won',
      amount: '10.00',
      currency: 'EUR',
      createdAt: null,
      closedAt: null,
      lostReason: null,
      ownerEmail: null,
      email: 'jana@acme.example',
      leadExternalId: null,
      companyDomain: null,
      ...values,
    });
    const take = (origin: string, records: DealRecord[]) =>
      commitIntake({ origin, importId: null, now: NOW }, (context) => writeDeals(context, records));
    const recent = later(-2 * DAY_MINUTES).toISOString();
    await take('import', [
      row('1', { closedAt: recent }),
      row('2', { closedAt: '2025-03-01T00:00:00.000Z' }),
      row('3', {}),
      row('4', { outcome: 'open' }),
    ]);
    await take('api', [row('5', {}), row('6', { outcome: 'lost', closedAt: '2025-03-01T00:00:00.000Z' })]);
    await take('api', [row('4', { outcome: 'lost', lostReason: 'Price' }), row('1', { name: 'Renamed' })]);
    const told = await send();
    expect(told.map(({ data }) => [data.deal?.externalId, data.deal?.outcome]).sort()).toEqual([
      ['1', 'won'],
      ['4', 'lost'],
      ['5', 'won'],
    ]);
  });

  it('is a new rubric, with what changed; what it moves only to those who ask for it', async () => {
    await listen({ eventTypes: ['rubric.published', 'lead.tier_changed'], filters: { tiers: ['C'] } });
    const lead = await addHead('jana@acme.example');
    await requestDemo(lead, NOW);
    await send();
    const ops = grant({ ...maya, role: 'ops' }, 'rubric:write');
    if (!ops) throw new Error('Ops may write the rubric');
    const document = structuredClone(SMALL_RUBRIC);
    const criterion = document.fit.groups[0]?.criteria[0];
    if (criterion) criterion.points = 10;
    const input = { note: 'Heads matter less', document, baseId: versionId };
    await publishRubric(ops, parseInput(publishSchema, input), later(1));
    await rescoreAll({ clock: () => later(2) });
    const told = await send(later(3));
    expect(told).toMatchObject([
      {
        type: 'rubric.published',
        data: {
          rubric: {
            number: 2,
            note: 'Heads matter less',
            publishedBy: { name: 'Maya Krause' },
            changes: [{ what: 'A head', before: 60, after: 10 }],
          },
        },
      },
    ]);
    const bulk = await listen({ includeBulk: true });
    const next = {
      note: 'Back',
      document: SMALL_RUBRIC,
      baseId: (await getDb().rubricVersion.findFirstOrThrow({ where: { live: true } })).id,
    };
    await publishRubric(ops, parseInput(publishSchema, next), later(4));
    await rescoreAll({ clock: () => later(5) });
    await send(later(6));
    const moved = await getDb().delivery.findMany({ where: { endpointId: bulk.id } });
    expect(moved.map(({ eventType }) => eventType)).toEqual(['lead.tier_changed']);
  });

  it('tells of a criterion that was switched off as that', async () => {
    await listen({ eventTypes: ['rubric.published'] });
    const ops = grant({ ...maya, role: 'ops' }, 'rubric:write');
    const criterion = SMALL_RUBRIC.fit.groups[0]?.criteria[0];
    if (!ops || !criterion) throw new Error('Ops may write the rubric, which has a criterion of fit');
    const off = [`criterion ${criterion.id}`];
    const { revision } = await saveDraft(ops, { document: SMALL_RUBRIC, off, revision: 0 });
    await publishRubric(ops, parseInput(publishSchema, { note: 'Without heads', revision }), later(1));
    expect(await send(later(2))).toMatchObject([
      { data: { rubric: { changes: [{ what: criterion.label, kind: 'switchedOff' }] } } },
    ]);
  });

  it('is not what an import brings, unless asked for', async () => {
    await listen({});
    const bulk = await listen({ includeBulk: true });
    const lead = await addHead('jana@acme.example');
    const { id: importId } = await getDb().import.create({
      data: { kind: 'leads', fileName: 'a.csv', fileHash: '', mapping: {} },
    });
    await getDb().lead.update({ where: { id: lead }, data: { importId } });
    await scoreLeads([lead], NOW);
    await getDb().event.create({
      data: {
        messageId: 'e1',
        leadId: lead,
        type: 'demo_requested',
        at: later(1),
        receivedAt: later(1),
        source: 'test',
        importId,
      },
    });
    await getDb().staleScore.create({ data: { leadId: lead, cause: 'event' } });
    await rescoreStale({ clock: () => later(1) });
    await send(later(2));
    const deliveries = await getDb().delivery.findMany();
    expect(deliveries).toHaveLength(2);
    expect(new Set(deliveries.map(({ endpointId }) => endpointId))).toEqual(new Set([bulk.id]));
    await requestDemo(await addHead('lars@acme.example'), later(3));
    expect(await send(later(4))).toHaveLength(2);
  });

  it('is who has a lead now, also when a passing on was undone', async () => {
    await listen({ eventTypes: ['lead.assigned', 'lead.disqualified'] });
    const tim = await addWorker('Tim Brandt');
    const lead = await addHead('jana@acme.example');
    await requestDemo(lead, NOW);
    await takeLead(maya, lead, NOW);
    const passed = await passLeads(maya, { leadIds: [lead], toUserId: tim.id }, later(1));
    await undoWork(maya, passed.activityIds, later(1));
    await passLeads(maya, { leadIds: [lead], toUserId: tim.id }, later(1));
    await decideLead(
      tim,
      { leadId: lead, outcome: 'disqualified', reason: 'No budget', note: 'Next year' },
      later(2),
    );
    const told = await send(later(3));
    expect(
      told
        .filter(({ type }) => type === 'lead.assigned')
        .map(({ data }) => (data.assignment as { to: { name: string } }).to.name)
        .sort(),
    ).toEqual(['Maya Krause', 'Maya Krause', 'Tim Brandt', 'Tim Brandt']);
    expect(told.find(({ type }) => type === 'lead.disqualified')?.data).toMatchObject({
      disqualification: { by: { name: 'Tim Brandt' }, reason: 'No budget', note: 'Next year' },
    });
  });

  it('is that a lead is disqualified, and that this was taken back', async () => {
    await listen({ eventTypes: ['lead.disqualified', 'lead.reopened'] });
    const lead = await addHead('jana@acme.example');
    await scoreLeads([lead], NOW);
    const decided = { leadId: lead, outcome: 'disqualified', reason: 'No budget' } as const;
    const { activityIds } = await decideLead(maya, decided, later(1));
    await undoWork(maya, activityIds, later(2));
    expect(await send(later(3))).toMatchObject([
      { type: 'lead.disqualified', data: { disqualification: { reason: 'No budget' } } },
      { type: 'lead.reopened', data: { lead: { id: lead }, reopening: { by: { name: 'Maya Krause' } } } },
    ]);
  });

  it('is nothing of a lead that is erased before it is told', async () => {
    await listen({});
    const lead = await addHead('jana@acme.example');
    await requestDemo(lead, NOW);
    await getDb().lead.delete({ where: { id: lead } });
    expect(await send()).toEqual([]);
  });
});
