import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listTimeline } from '@/lib/activities/data';
import { TIMELINE_KINDS } from '@/lib/activities/constants';
import { undoWork } from '@/lib/activities/mutations/undo-work';
import { decideLead, logTouch } from '@/lib/activities/mutations/work-lead';
import { passLeads, snoozeLeads } from '@/lib/activities/mutations/work-leads';
import type { Actor } from '@/lib/auth/actor';
import { findOutlook } from '@/lib/forecast/data';
import { takeNextLead } from '@/lib/queue/mutations';
import { WHOLE_QUEUE } from '@/lib/queue/queue-conditions';
import { saveReasons } from '@/lib/reasons/mutations';
import { closeDb, getDb } from '@/lib/server/db';
import { searchEverything } from '@/lib/search/data';
import { addCompany, addEvents, addLeads, daysBefore } from '../support/score-fixtures';
import { addActor, addWorker, scoreLeads, startWithTwoReps } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const CALL = { type: 'call' as const, outcome: 'Reached' };

const findLead = (id: string) => getDb().lead.findUniqueOrThrow({ where: { id } });
const findEngagement = (leadId: string) => getDb().engagement.findUniqueOrThrow({ where: { leadId } });

describe('working a lead', () => {
  let maya: Actor<'leads:work'>;
  let tim: Actor<'leads:work'>;
  let lead: string;
  let company: string;
  beforeEach(async () => {
    [maya, tim] = await startWithTwoReps();
    company = await addCompany(40);
    [lead = ''] = await addLeads([
      { title: 'Head of Sales', companyId: company, email: 'jana@acme.example' },
    ]);
    await addEvents([{ leadId: lead, companyId: company, type: 'demo_requested', at: NOW }]);
    await scoreLeads([lead], NOW);
  });
  afterAll(closeDb);

  it('freezes the score at the first touch, and only then', async () => {
    await logTouch(maya, { leadId: lead, ...CALL }, later(5));
    expect(await findEngagement(lead)).toMatchObject({
      at: later(5),
      userId: maya.id,
      basis: 'touch',
      tier: 'A',
      quadrant: 'route_now',
    });
    expect(await findLead(lead)).toMatchObject({
      state: 'working',
      ownerId: maya.id,
      firstEngagedAt: later(5),
    });
    const frozen = await findEngagement(lead);
    const later20Days = new Date(NOW.getTime() + 20 * 86_400_000);
    await logTouch(maya, { leadId: lead, type: 'email', outcome: 'Sent', note: 'Offer' }, later20Days);
    expect(await findEngagement(lead)).toEqual(frozen);
    expect(await getDb().activity.count({ where: { leadId: lead } })).toBe(2);
    const [assignment] = await getDb().assignment.findMany({ where: { leadId: lead } });
    expect(assignment).toMatchObject({ userId: maya.id, firstTouchAt: later(5), reason: 'worked it first' });
  });

  it('freezes once when two touches race', async () => {
    const race = [1, 2, 3, 4].map(() => logTouch(maya, { leadId: lead, ...CALL }, NOW));
    await Promise.all(race);
    expect(await getDb().engagement.count()).toBe(1);
    expect(await getDb().assignment.count({ where: { leadId: lead } })).toBe(1);
    expect(await getDb().activity.count({ where: { leadId: lead } })).toBe(4);
  });

  it('keeps the assignment that came with the lock', async () => {
    await takeNextLead(maya, WHOLE_QUEUE, NOW);
    await logTouch(maya, { leadId: lead, ...CALL }, later(3));
    const assignments = await getDb().assignment.findMany({ where: { leadId: lead } });
    expect(assignments).toHaveLength(1);
    expect(assignments[0]).toMatchObject({
      reason: 'took the next lead',
      firstTouchAt: later(3),
      endedAt: null,
    });
    expect(await findLead(lead)).toMatchObject({ ownerId: maya.id, lockedById: null });
  });

  it('keeps reps off the leads of others, and writes nothing then', async () => {
    await logTouch(maya, { leadId: lead, ...CALL }, NOW);
    await expect(logTouch(tim, { leadId: lead, ...CALL }, NOW)).rejects.toThrow(
      'Maya Krause works this lead.',
    );
    await expect(decideLead(tim, { leadId: lead, outcome: 'qualified' }, NOW)).rejects.toThrow('Maya Krause');
    expect(await getDb().activity.count()).toBe(1);
    const manager = await addWorker('Ada Boss', 'manager');
    await logTouch(manager, { leadId: lead, ...CALL }, NOW);
    expect(await findLead(lead)).toMatchObject({ ownerId: maya.id });
  });

  it('gives a won deal the score of the first engagement, not that of the day it was won', async () => {
    await logTouch(maya, { leadId: lead, ...CALL }, NOW);
    await decideLead(maya, { leadId: lead, outcome: 'qualified' }, later(60));
    const won = new Date(NOW.getTime() + 40 * 86_400_000);
    await scoreLeads([lead], won);
    expect(await getDb().leadScore.findUniqueOrThrow({ where: { leadId: lead } })).toMatchObject({
      tier: 'C',
    });
    await decideLead(maya, { leadId: lead, outcome: 'won', amount: 24_000, currency: 'EUR' }, won);
    const deals = await getDb().deal.findMany({ where: { leadId: lead } });
    expect(deals).toHaveLength(1);
    const { score, fit, intent } = await findEngagement(lead);
    expect(deals[0]).toMatchObject({
      outcome: 'won',
      tier: 'A',
      fit,
      intent,
      score,
      engagedAt: NOW,
      closedAt: won,
    });
    expect(deals[0]).toMatchObject({ currency: 'EUR', ownerId: maya.id, companyId: company, name: 'Acme' });
    expect(Number(deals[0]?.amount)).toBe(24_000);
    expect(await findLead(lead)).toMatchObject({ state: 'won' });
    expect(await getDb().assignment.count({ where: { leadId: lead, endedAt: null } })).toBe(0);
  });

  it('corrects an outcome instead of making a second deal', async () => {
    await decideLead(maya, { leadId: lead, outcome: 'won', amount: 1, currency: 'EUR' }, NOW);
    await decideLead(maya, { leadId: lead, outcome: 'lost', reason: 'Price' }, later(1));
    const deals = await getDb().deal.findMany({ where: { leadId: lead } });
    expect(deals).toHaveLength(1);
    expect(deals[0]).toMatchObject({ outcome: 'lost', lostReason: 'Price', tier: 'A' });
  });

  it('undoes a disqualification, and the assignment with it', async () => {
    await logTouch(maya, { leadId: lead, ...CALL }, NOW);
    const before = await findLead(lead);
    const done = await decideLead(
      maya,
      { leadId: lead, outcome: 'disqualified', reason: 'No need' },
      later(1),
    );
    expect(await findLead(lead)).toMatchObject({ state: 'disqualified' });
    expect(await getDb().deal.count()).toBe(0);
    await expect(undoWork(tim, done.activityIds, later(2))).rejects.toThrow('can no longer be undone');
    await undoWork(maya, done.activityIds, later(2));
    expect(await findLead(lead)).toMatchObject({ state: before.state, ownerId: maya.id });
    expect(await getDb().assignment.count({ where: { leadId: lead, endedAt: null } })).toBe(1);
    await expect(undoWork(maya, done.activityIds, later(3))).rejects.toThrow('can no longer be undone');
  });

  it('undoes a passing on unless someone has worked the lead since', async () => {
    await logTouch(maya, { leadId: lead, ...CALL }, NOW);
    const done = await passLeads(maya, { leadIds: [lead], toUserId: tim.id, note: 'Speaks Dutch' }, later(1));
    expect(await findLead(lead)).toMatchObject({ ownerId: tim.id });
    await undoWork(maya, done.activityIds, later(2));
    expect(await findLead(lead)).toMatchObject({ ownerId: maya.id });
    const again = await passLeads(maya, { leadIds: [lead], toUserId: null }, later(3));
    expect(await findLead(lead)).toMatchObject({ ownerId: null, state: 'working' });
    await logTouch(tim, { leadId: lead, ...CALL }, later(4));
    await expect(undoWork(maya, again.activityIds, later(5))).rejects.toThrow('has changed since');
    expect(await findLead(lead)).toMatchObject({ ownerId: tim.id });
  });

  it('snoozes until an instant to come, and undoes it within ten minutes', async () => {
    const until = later(24 * 60);
    await expect(snoozeLeads(maya, { leadIds: [lead], until: NOW }, NOW)).rejects.toThrow('still to come');
    await expect(snoozeLeads(maya, { leadIds: [lead], until: new Date('2028-01-01') }, NOW)).rejects.toThrow(
      'a year',
    );
    const done = await snoozeLeads(maya, { leadIds: [lead], until }, NOW);
    expect(await findLead(lead)).toMatchObject({
      ownerId: maya.id,
      snoozedUntil: until,
      firstEngagedAt: null,
    });
    await expect(undoWork(maya, done.activityIds, later(11))).rejects.toThrow('can no longer be undone');
    await undoWork(maya, done.activityIds, later(9));
    expect(await findLead(lead)).toMatchObject({ ownerId: null, snoozedUntil: null });
  });

  it('qualifies to a deal with its worth, which losing it keeps', async () => {
    const expectedCloseAt = later(60 * 24 * 30);
    const worth = { amount: 18_000, currency: 'USD' as const };
    await decideLead(maya, { leadId: lead, outcome: 'qualified', worth, expectedCloseAt }, NOW);
    const findDeal = () => getDb().deal.findFirstOrThrow({ where: { leadId: lead } });
    const open = await findDeal();
    expect(open).toMatchObject({ outcome: 'open', currency: 'USD', expectedCloseAt, tier: 'A' });
    expect(Number(open.amount)).toBe(18_000);
    await decideLead(maya, { leadId: lead, outcome: 'lost', reason: 'Price' }, later(1));
    expect(Number((await findDeal()).amount)).toBe(18_000);
  });

  it('takes the reasons on the list of the installation, and no other', async () => {
    const ops = await addActor('rubric:write');
    const reasons = { disqualified: ['Wrong planet'], lost: ['Price'] };
    await saveReasons(ops, { basedOn: null, reasons });
    const disqualify = (reason: string) =>
      decideLead(maya, { leadId: lead, outcome: 'disqualified', reason }, NOW);
    await expect(disqualify('No need')).rejects.toThrow('not on the list');
    expect(await findLead(lead)).toMatchObject({ state: 'new' });
    await disqualify('Wrong planet');
    expect(await getDb().activity.findMany()).toMatchObject([
      { type: 'disqualified', outcome: 'Wrong planet' },
    ]);
    await expect(saveReasons(ops, { basedOn: null, reasons })).rejects.toThrow('Someone else saved');
  });

  it('writes each change into the audit log with what it was before', async () => {
    await decideLead(maya, { leadId: lead, outcome: 'disqualified', reason: 'No need' }, NOW);
    const [entry] = await getDb().auditEntry.findMany({ where: { subject: `lead:${lead}` } });
    expect(entry).toMatchObject({
      userId: maya.id,
      action: 'lead.disqualified',
      details: { before: { state: 'new', ownerId: null }, after: { state: 'disqualified' } },
    });
  });

  it('tells the timeline of lead, company and reps, newest first and by kind', async () => {
    const [colleague = ''] = await addLeads([{ companyId: company, email: 'lars@acme.example' }]);
    await addEvents([
      { leadId: colleague, companyId: company, type: 'page_viewed', at: daysBefore(NOW, 1) },
      { companyId: company, type: 'funding_raised', at: daysBefore(NOW, 2) },
    ]);
    await logTouch(maya, { leadId: lead, ...CALL, note: 'Wants an offer' }, later(5));
    const row = { id: lead, companyId: company };
    const { entries } = await listTimeline(row, TIMELINE_KINDS, later(10));
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort((a, b) => b - a));
    const titles = entries.map(({ title }) => title);
    expect(titles).toContain('Call logged by Maya Krause');
    expect(titles).toContain('Assigned to Maya Krause');
    expect(titles).toContain('Lead created');
    expect(new Set(entries.map(({ kind }) => kind)).size).toBe(5);
    const only = await listTimeline(row, ['company'], later(10));
    expect(only.entries).toHaveLength(2);
    const { entries: past } = await listTimeline(row, ['behaviour'], daysBefore(NOW, 1));
    expect(past).toEqual([]);
  });

  it('foresees the fall of the tier from the same facts', async () => {
    const outlook = await findOutlook(lead, NOW);
    expect(outlook?.now).toMatchObject({ score: 70, tier: 'A' });
    const fall = outlook?.forecast.nextTier;
    expect(fall?.tier).toBe('B');
    await scoreLeads([lead], new Date((fall?.at ?? 0) - 1));
    expect(await getDb().leadScore.findUnique({ where: { leadId: lead } })).toMatchObject({ tier: 'A' });
    await scoreLeads([lead], new Date(fall?.at ?? 0));
    expect(await getDb().leadScore.findUnique({ where: { leadId: lead } })).toMatchObject({ tier: 'B' });
    expect(await findOutlook('01936b2e-7a10-7000-8000-000000000001', NOW)).toBeNull();
  });

  it('finds leads by name, surname and address, and companies, for the search', async () => {
    await getDb().lead.update({ where: { id: lead }, data: { name: 'Jana Petrov' } });
    for (const text of ['jana', 'petr', 'JANA@acme']) {
      expect((await searchEverything(text)).leads).toEqual([
        { id: lead, name: 'Jana Petrov', company: 'Acme', tier: 'A' },
      ]);
    }
    expect((await searchEverything('acm')).companies).toEqual([{ id: company, name: 'Acme' }]);
    expect(await searchEverything('100%_')).toEqual({ leads: [], companies: [] });
  });
});
