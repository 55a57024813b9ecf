import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { countOwnQueue, countTabs, findQueuePlace, listQueue, listQueueTiers } from '@/lib/queue/data';
import { takeLead, takeNextLead } from '@/lib/queue/mutations';
import { WHOLE_QUEUE, type QueueFilter, type QueueTab } from '@/lib/queue/queue-conditions';
import { closeDb, getDb } from '@/lib/server/db';
import { addEvents, addLeads, daysBefore } from '../support/score-fixtures';
import { scoreLeads, startWithTwoReps } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const MINUTE = 60_000;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

async function list(tab: QueueTab, userId: string, filter: Partial<QueueFilter> = {}, now = NOW) {
  const tiers = await listQueueTiers();
  return listQueue({ tab, filter: { ...WHOLE_QUEUE, ...filter }, tiers, view: { userId, now } }, {});
}

const namesOf = (page: { rows: { id: string }[] }) => page.rows.map(({ id }) => id);

/** Leads that come to 30 (C), 40 to 48 (B) and 70 (A) points by the small rubric. */
async function addTeam() {
  const [cold = '', warm = '', warmer = '', hot = ''] = await addLeads([
    { title: 'Head of Sales', email: 'cold@acme.example' },
    { title: 'Head of Ops', email: 'warm@acme.example' },
    { title: 'Head of Data', email: 'warmer@acme.example' },
    { title: 'Head of All', email: 'hot@acme.example' },
  ]);
  const views = (leadId: string, count: number) =>
    Array.from({ length: count }, (_, day) => ({
      leadId,
      type: 'page_viewed',
      at: daysBefore(NOW, day + 1),
    }));
  await addEvents([
    { leadId: hot, type: 'demo_requested', at: NOW },
    { leadId: warm, type: 'demo_requested', at: daysBefore(NOW, 20) },
    { leadId: warmer, type: 'demo_requested', at: daysBefore(NOW, 20) },
    ...views(warmer, 3),
  ]);
  await scoreLeads([cold, warm, warmer, hot], NOW);
  return { cold, warm, warmer, hot };
}

describe('the queue', () => {
  let maya: Actor<'leads:work'>;
  let tim: Actor<'leads:work'>;
  beforeEach(async () => {
    [maya, tim] = await startWithTwoReps();
  });
  afterAll(closeDb);

  it('ranks free leads by tier, then score, and leaves out the tier that is held back', async () => {
    const { warm, warmer, hot } = await addTeam();
    const page = await list('free', maya.id);
    expect(namesOf(page)).toEqual([hot, warmer, warm]);
    expect(page.rows.map(({ score }) => score?.tier)).toEqual(['A', 'B', 'B']);
    expect(page.rows[0]?.score?.reason).toEqual({ label: 'Requested a demo', at: NOW.getTime() });
  });

  it('puts first in each tier whom an answer is due to soonest, then the newest of one score', async () => {
    const ids = await addLeads(
      Array.from({ length: 60 }, (_, i) => ({ title: 'Head', email: `d${i}@acme.example` })),
    );
    await addEvents(ids.map((leadId) => ({ leadId, type: 'demo_requested', at: NOW })));
    await scoreLeads(ids, NOW);
    const due = [ids[40], ids[3], ids[17]].flatMap((id) => id ?? []);
    for (const [index, id] of due.entries()) {
      await getDb().lead.update({ where: { id }, data: { respondBy: later(index) } });
    }
    const expected = [...due, ...ids.filter((id) => !due.includes(id)).toReversed()];
    const tiers = await listQueueTiers();
    const request = { tab: 'free' as const, filter: WHOLE_QUEUE, tiers, view: { userId: maya.id, now: NOW } };
    const first = await listQueue(request, {});
    const second = await listQueue(request, { after: first.next ?? '' });
    expect([...namesOf(first), ...namesOf(second)]).toEqual(expected);
    expect(namesOf(await listQueue(request, { before: second.previous ?? '' }))).toEqual(namesOf(first));
    expect(await takeNextLead(tim, WHOLE_QUEUE, NOW)).toEqual({ leadId: due[0] });
  });

  it('ranks the tier that is held back while nobody reaches a better one', async () => {
    const { cold, hot } = await addTeam();
    await getDb().lead.deleteMany({ where: { id: { not: cold } } });
    const page = await list('free', maya.id);
    expect(namesOf(page)).toEqual([cold]);
    expect(await getDb().lead.count({ where: { id: hot } })).toBe(0);
  });

  it('narrows by tier, source, country and words', async () => {
    const { warm, warmer, hot } = await addTeam();
    const attributes = { title: 'Head', country: 'Germany', leadSource: 'Webinar' };
    await getDb().lead.update({ where: { id: warm }, data: { attributes, name: 'Jana Petrov' } });
    expect(namesOf(await list('free', maya.id, { tiers: ['A'] }))).toEqual([hot]);
    expect(namesOf(await list('free', maya.id, { tiers: ['no such'] }))).toHaveLength(3);
    expect(namesOf(await list('free', maya.id, { countries: ['Germany'] }))).toEqual([warm]);
    expect(namesOf(await list('free', maya.id, { sources: ['Webinar', 'x'] }))).toEqual([warm]);
    expect(namesOf(await list('free', maya.id, { q: 'petr' }))).toEqual([warm]);
    expect(namesOf(await list('free', maya.id, { q: 'WARMER@' }))).toEqual([warmer]);
    expect(namesOf(await list('free', maya.id, { q: "%' OR 1=1 --" }))).toEqual([]);
  });

  it('sorts leads into tabs by owner, lock, state and snooze', async () => {
    const { warm, warmer, hot } = await addTeam();
    const db = getDb();
    await db.lead.update({ where: { id: warm }, data: { ownerId: maya.id } });
    await db.lead.update({ where: { id: warmer }, data: { ownerId: tim.id, snoozedUntil: later(60) } });
    const counts = async (userId: string, now = NOW) =>
      countTabs({ filter: WHOLE_QUEUE, tiers: await listQueueTiers(), view: { userId, now } });
    expect(await counts(maya.id)).toEqual({ mine: 1, free: 1, team: 1, snoozed: 0 });
    expect(await counts(tim.id)).toEqual({ mine: 0, free: 1, team: 1, snoozed: 1 });
    expect(await counts(tim.id, later(60))).toEqual({ mine: 1, free: 1, team: 2, snoozed: 0 });
    await db.lead.update({ where: { id: hot }, data: { state: 'disqualified' } });
    expect((await counts(maya.id)).free).toBe(0);
    expect(await countOwnQueue(maya.id, NOW)).toBe(1);
  });

  it('pages by key forth and back without repeating or skipping a lead', async () => {
    const ids = await addLeads(
      Array.from({ length: 120 }, (_, i) => ({ title: 'Head', email: `l${i}@acme.example` })),
    );
    await addEvents(ids.map((leadId, i) => ({ leadId, type: 'demo_requested', at: daysBefore(NOW, i % 5) })));
    await scoreLeads(ids, NOW);
    const tiers = await listQueueTiers();
    const request = { tab: 'free' as const, filter: WHOLE_QUEUE, tiers, view: { userId: maya.id, now: NOW } };
    const first = await listQueue(request, {});
    const second = await listQueue(request, { after: first.next ?? '' });
    const third = await listQueue(request, { after: second.next ?? '' });
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
    expect([first.first, second.first, third.first]).toEqual([1, 51, 101]);
    expect([first.previous, third.next]).toEqual([null, null]);
    const all = [...namesOf(first), ...namesOf(second), ...namesOf(third)];
    expect(new Set(all).size).toBe(120);
    const back = await listQueue(request, { before: third.previous ?? '' });
    expect(namesOf(back)).toEqual(namesOf(second));
    expect(back.first).toBe(51);
    const scores = [...first.rows, ...second.rows, ...third.rows].map(({ score }) => score?.score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('gives the best free lead and holds it for a while', async () => {
    const { hot, warmer } = await addTeam();
    await getDb().lead.update({ where: { id: hot }, data: { respondBy: later(5) } });
    expect(await takeNextLead(maya, WHOLE_QUEUE, NOW)).toEqual({ leadId: hot });
    expect(namesOf(await list('mine', maya.id))).toEqual([hot]);
    expect(namesOf(await list('free', tim.id))).not.toContain(hot);
    expect(await takeNextLead(tim, WHOLE_QUEUE, NOW)).toEqual({ leadId: warmer });
    const [assignment] = await getDb().assignment.findMany({ where: { leadId: hot } });
    expect(assignment).toMatchObject({
      userId: maya.id,
      reason: 'took the next lead',
      tier: 'A',
      endedAt: null,
    });
    expect(assignment?.respondBy).toEqual(later(5));
    expect(assignment?.clockFrom).toEqual(NOW);
    await expect(takeLead(tim, hot, later(1))).rejects.toThrow('Maya Krause has just taken this lead.');
  });

  it('frees a lead whose lock was forgotten', async () => {
    const { hot } = await addTeam();
    await takeNextLead(maya, { ...WHOLE_QUEUE, tiers: ['A'] }, NOW);
    expect(await takeNextLead(tim, { ...WHOLE_QUEUE, tiers: ['A'] }, later(14))).toBeNull();
    expect(namesOf(await list('mine', maya.id, {}, later(15)))).toEqual([]);
    expect(await takeNextLead(tim, { ...WHOLE_QUEUE, tiers: ['A'] }, later(15))).toEqual({ leadId: hot });
    expect(await getDb().assignment.count({ where: { leadId: hot, endedAt: null } })).toBe(1);
  });

  it('never gives two reps the same lead, however fast they ask', async () => {
    const ids = await addLeads(
      Array.from({ length: 60 }, (_, i) => ({ title: 'Head', email: `r${i}@acme.example` })),
    );
    await addEvents(ids.map((leadId) => ({ leadId, type: 'demo_requested', at: NOW })));
    await scoreLeads(ids, NOW);
    const takes = Array.from({ length: 50 }, (_, i) =>
      takeNextLead(i % 2 === 0 ? maya : tim, WHOLE_QUEUE, NOW),
    );
    const taken = (await Promise.all(takes)).map((one) => one?.leadId);
    expect(taken).not.toContain(undefined);
    expect(new Set(taken).size).toBe(50);
    expect(await getDb().lead.count({ where: { lockedById: { not: null } } })).toBe(50);
    expect(await getDb().assignment.count({ where: { endedAt: null } })).toBe(50);
  });

  it('gives two reps who race for 1,000 leads each lead once', async () => {
    const ids = await addLeads(
      Array.from({ length: 1000 }, (_, i) => ({ title: 'Head', email: `race${i}@acme.example` })),
    );
    await addEvents(ids.map((leadId) => ({ leadId, type: 'demo_requested', at: NOW })));
    await scoreLeads(ids, NOW);
    const takeAll = async (rep: Actor<'leads:work'>): Promise<string[]> => {
      const taken: string[] = [];
      for (;;) {
        const next = await takeNextLead(rep, WHOLE_QUEUE, NOW);
        if (!next) return taken;
        taken.push(next.leadId);
      }
    };
    const [hers, his] = await Promise.all([takeAll(maya), takeAll(tim)]);
    expect(hers.length + his.length).toBe(1000);
    expect(new Set([...hers, ...his]).size).toBe(1000);
    expect(Math.min(hers.length, his.length)).toBeGreaterThan(0);
  });

  it('brings a lead back when its intent has risen, and keeps it there', async () => {
    const { hot } = await addTeam();
    const db = getDb();
    await db.lead.update({
      where: { id: hot },
      data: { ownerId: maya.id, snoozedUntil: later(60 * 24 * 90), snoozedAt: NOW, snoozeIntent: 85 },
    });
    const where = async (now: Date) => {
      const [mine, snoozed] = await Promise.all([
        list('mine', maya.id, {}, now),
        list('snoozed', maya.id, {}, now),
      ]);
      return [namesOf(mine), namesOf(snoozed)];
    };
    expect(await where(later(1))).toEqual([[], [hot]]);
    await addEvents([1, 2].map((minute) => ({ leadId: hot, type: 'page_viewed', at: later(minute) })));
    await scoreLeads([hot], later(3));
    expect(await where(later(4))).toEqual([[hot], []]);
    expect((await list('mine', maya.id, {}, later(4))).rows[0]?.snoozedUntil).toBeNull();
    await scoreLeads([hot], later(60 * 24 * 40));
    expect((await db.leadScore.findUnique({ where: { leadId: hot } }))?.intent).toBeLessThan(85);
    expect((await db.lead.findUnique({ where: { id: hot } }))?.snoozedUntil).not.toBeNull();
    const tiers = [{ name: 'C', rank: 2, action: 'hold' as const }];
    const held = { tab: 'mine' as const, filter: WHOLE_QUEUE, tiers };
    const after = await listQueue({ ...held, view: { userId: maya.id, now: later(60 * 24 * 40) } }, {});
    expect(namesOf(after)).toEqual([hot]);
  });

  it('lets a rep take a free lead for good, once', async () => {
    const { warm } = await addTeam();
    await takeLead(maya, warm, NOW);
    await takeLead(maya, warm, NOW);
    expect(await getDb().lead.findUnique({ where: { id: warm } })).toMatchObject({
      ownerId: maya.id,
      lockedById: null,
    });
    expect(await getDb().assignment.count({ where: { leadId: warm } })).toBe(1);
    await expect(takeLead(tim, warm, NOW)).rejects.toThrow('Maya Krause works this lead.');
    expect(await findQueuePlace({ userId: maya.id, now: NOW }, warm)).toEqual({
      position: 1,
      total: 1,
      previousId: null,
      nextId: null,
    });
  });

  it('is empty, not broken, while there is no rubric', async () => {
    await addTeam();
    await getDb().scoreChange.deleteMany();
    await getDb().leadScore.deleteMany();
    await getDb().rubric.deleteMany();
    expect((await list('free', maya.id)).rows).toEqual([]);
    expect(await takeNextLead(maya, WHOLE_QUEUE, NOW)).toBeNull();
    expect(await countOwnQueue(maya.id, NOW)).toBe(0);
  });
});
