import { describe, expect, it } from 'vitest';
import { freezeEngagements } from '@/lib/engagements/mutations';
import { storeEvents } from '@/lib/events/mutations';
import { mergeLeads } from '@/lib/leads/mutations/merge-leads';
import { undoMerge } from '@/lib/leads/mutations/undo-merge';
import { checkScores } from '@/lib/runtime/check-scores';
import { scoreAsOf } from '@/lib/scores/data';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { getDb, getPool } from '@/lib/server/db';
import { inTransaction } from '@/lib/server/sql';
import { run } from '../support/import-fixtures';
import { scoreBy } from '../support/fresh-house';
import {
  addCompany,
  addEvents,
  addLeads,
  changeTitle,
  daysBefore,
  SMALL_RUBRIC,
} from '../support/score-fixtures';
import { addMerger } from '../support/work-fixtures';

const NOW = new Date();
const clock = { clock: () => new Date() };

/** Two records of one person, and a colleague. */
async function addPair() {
  const companyId = await addCompany(500);
  const [survivor = '', merged = '', colleague = ''] = await addLeads([
    { title: 'Head of Sales', email: 'anna@kessel.example', companyId, createdAt: daysBefore(NOW, 200) },
    { email: 'anna@home.example', createdAt: daysBefore(NOW, 300) },
    { email: 'bert@kessel.example', companyId },
  ]);
  const db = getDb();
  await db.lead.update({
    where: { id: merged },
    data: { name: 'Anna Kessel', attributes: { city: 'Berlin', title: 'Sales', custom: { plan: 'pro' } } },
  });
  const { id: userId } = await db.user.create({
    data: { name: 'Rita', email: 'rita@leadgrid.example', role: 'rep', passwordHash: 'none' },
  });
  await addEvents([
    { leadId: survivor, type: 'page_viewed', at: daysBefore(NOW, 3) },
    { leadId: merged, type: 'demo_requested', at: daysBefore(NOW, 5) },
    { leadId: merged, type: 'page_viewed', at: daysBefore(NOW, 4) },
    { leadId: colleague, type: 'page_viewed', at: daysBefore(NOW, 4) },
  ]);
  await changeTitle(survivor, 'Head of Marketing', daysBefore(NOW, 20));
  await db.attributeChange.create({
    data: {
      leadId: merged,
      key: 'city',
      before: 'Rome',
      after: 'Berlin',
      at: daysBefore(NOW, 50),
      source: 'x',
    },
  });
  await db.activity.create({ data: { leadId: merged, type: 'call', userId, at: daysBefore(NOW, 4) } });
  await db.assignment.createMany({
    data: [survivor, merged].map((leadId) => ({ leadId, userId, reason: 'test', tier: 'A' })),
  });
  await db.deal.createMany({
    data: [survivor, merged].map((leadId) => ({ leadId, name: leadId, createdAt: daysBefore(NOW, 2) })),
  });
  await enqueueRescore(getPool(), { leadIds: [survivor, merged, colleague], cause: 'attribute' });
  await freezeEngagements(getPool(), [
    { leadId: survivor, at: daysBefore(NOW, 2), basis: 'touch' },
    { leadId: merged, at: daysBefore(NOW, 4.5), basis: 'touch', userId },
  ]);
  await rescoreStale(clock);
  return { survivor, merged, colleague, companyId, userId };
}

/** All that hangs on leads; without the marks that a row was touched, and the scores' own. */
async function readHouse() {
  const db = getDb();
  const orderBy = { id: 'asc' } as const;
  const byLead = { leadId: 'asc' } as const;
  const leads = await db.lead.findMany({ orderBy, omit: { updatedAt: true } });
  return {
    leads,
    events: await db.event.findMany({ orderBy }),
    deals: await db.deal.findMany({ orderBy, omit: { updatedAt: true } }),
    activities: await db.activity.findMany({ orderBy }),
    assignments: await db.assignment.findMany({ orderBy }),
    changes: await db.attributeChange.findMany({ orderBy }),
    engagements: await db.engagement.findMany({ orderBy: byLead }),
    scores: await db.leadScore.findMany({
      orderBy: byLead,
      select: { leadId: true, fit: true, intent: true, score: true, tier: true },
    }),
  };
}

const readLead = (id: string) => getDb().lead.findUniqueOrThrow({ where: { id } });

describe('merging', () => {
  scoreBy(SMALL_RUBRIC);

  it('gives the survivor all history, and scores everyone concerned anew', async () => {
    const { survivor, merged, colleague } = await addPair();
    const actor = await addMerger('Omar');
    const score = (leadId: string) => getDb().leadScore.findUnique({ where: { leadId } });
    const before = { survivor: await score(survivor), colleague: await score(colleague) };
    await mergeLeads(actor, { survivorId: survivor, mergedId: merged }, new Date());
    await rescoreStale(clock);

    const lead = await readLead(survivor);
    expect(lead).toMatchObject({
      name: 'Anna Kessel',
      email: 'anna@kessel.example',
      createdAt: daysBefore(NOW, 300),
      attributes: { title: 'Head of Marketing', city: 'Berlin', custom: { plan: 'pro' } },
    });
    expect(await readLead(merged)).toMatchObject({ mergedIntoId: survivor, emailKey: 'anna@home.example' });
    const db = getDb();
    const left = { where: { leadId: merged } };
    expect(await db.event.count(left)).toBe(0);
    expect(await db.deal.count(left)).toBe(0);
    expect(await db.activity.count(left)).toBe(0);
    expect(await db.assignment.count(left)).toBe(0);
    expect(await db.scoreChange.count(left)).toBeGreaterThan(0);
    expect(await db.assignment.count({ where: { endedAt: null } })).toBe(0);

    expect(await score(merged)).toBeNull();
    expect((await score(survivor))?.intent).toBeGreaterThan(before.survivor?.intent ?? 100);
    expect(await checkScores()).toMatchObject({ checked: 2, differ: 0 });
    const change = await db.scoreChange.findFirst({ where: { leadId: survivor }, orderBy: { at: 'desc' } });
    expect(change).toMatchObject({ cause: 'merge' });
  });

  it('leaves the past as it was known, and counts the earlier first engagement', async () => {
    const { survivor, merged } = await addPair();
    const actor = await addMerger('Omar');
    const first = await getDb().engagement.findUniqueOrThrow({ where: { leadId: merged } });
    await mergeLeads(
      actor,
      { survivorId: survivor, mergedId: merged, take: ['attributes.title'] },
      new Date(),
    );

    expect(await readLead(survivor)).toMatchObject({ attributes: { title: 'Sales' } });
    const back = async (days: number) => (await scoreAsOf(survivor, daysBefore(NOW, days)))?.fit;
    expect([await back(30), await back(10), await back(-1)]).toEqual([100, 100, 40]);

    expect(await getDb().engagement.findMany()).toEqual([{ ...first, leadId: survivor }]);
    expect((await readLead(survivor)).firstEngagedAt).toEqual(first.at);
    const deals = await getDb().deal.findMany();
    expect(deals.map(({ engagedAt, tier }) => [engagedAt, tier])).toEqual([
      [first.at, first.tier],
      [first.at, first.tier],
    ]);
  });

  it('is undone exactly', async () => {
    const { survivor, merged } = await addPair();
    const actor = await addMerger('Omar');
    const before = await readHouse();
    const input = { survivorId: survivor, mergedId: merged, take: ['attributes.title', 'email', 'name'] };
    const { mergeId } = await mergeLeads(actor, input, new Date());
    await rescoreStale(clock);
    expect((await readLead(survivor)).email).toBe('anna@home.example');
    await undoMerge(actor, mergeId, new Date());
    await rescoreStale(clock);
    expect(await readHouse()).toEqual(before);
    expect(await checkScores()).toMatchObject({ checked: 3, differ: 0 });
    await expect(undoMerge(actor, mergeId, new Date())).rejects.toThrow('undone already');
    const { mergeId: again } = await mergeLeads(actor, input, new Date());
    expect(again).not.toBe(mergeId);
  });

  it('keeps what happened since when it is undone', async () => {
    const { survivor, merged } = await addPair();
    const actor = await addMerger('Omar');
    const { mergeId } = await mergeLeads(actor, { survivorId: survivor, mergedId: merged }, new Date());
    await addEvents([{ leadId: survivor, type: 'page_viewed', at: NOW }]);
    await run('leads', 'email,title,city\nanna@kessel.example,Head of All,Hamburg\n', { now: new Date() });
    await undoMerge(actor, mergeId, new Date());
    expect(await readLead(survivor)).toMatchObject({ attributes: { title: 'Head of All', city: 'Hamburg' } });
    expect(await readLead(merged)).toMatchObject({ attributes: { title: 'Sales', city: 'Berlin' } });
    expect(await getDb().event.count({ where: { leadId: survivor } })).toBe(2);
    expect(await getDb().event.count({ where: { leadId: merged } })).toBe(2);
  });

  it('goes in chains, and refuses what makes no sense', async () => {
    const actor = await addMerger('Omar');
    const [a = '', b = '', c = ''] = await addLeads([{}, {}, {}]);
    const merge = (survivorId: string, mergedId: string) =>
      mergeLeads(actor, { survivorId, mergedId }, new Date());
    await expect(merge(a, a)).rejects.toThrow('with itself');
    await expect(merge(a, '00000000-0000-7000-8000-000000000000')).rejects.toThrow('gone');
    const first = await merge(b, a);
    await expect(merge(b, a)).rejects.toThrow('merged already');
    await expect(merge(a, b)).rejects.toThrow('merged already');
    await expect(merge(a, c)).rejects.toThrow('Merge with that one instead');
    const second = await merge(c, b);
    expect((await readLead(a)).mergedIntoId).toBe(c);
    await expect(undoMerge(actor, first.mergeId, new Date())).rejects.toThrow('Undo that merge first');
    await undoMerge(actor, second.mergeId, new Date());
    expect((await readLead(a)).mergedIntoId).toBe(b);
    const [d = ''] = await addLeads([{}]);
    const third = await merge(b, d);
    await expect(undoMerge(actor, first.mergeId, new Date())).rejects.toThrow('later');
    await undoMerge(actor, third.mergeId, new Date());
    await undoMerge(actor, first.mergeId, new Date());
    expect((await getDb().lead.findMany()).every(({ mergedIntoId }) => mergedIntoId === null)).toBe(true);
  });

  it('lets a rep merge no lead of a colleague', async () => {
    const { survivor, merged, userId } = await addPair();
    await getDb().lead.update({ where: { id: merged }, data: { ownerId: userId } });
    const rep = await addMerger('Rolf', 'rep');
    const merging = mergeLeads(rep, { survivorId: survivor, mergedId: merged }, new Date());
    await expect(merging).rejects.toThrow('Rita works this lead');
  });

  it('has one of two at once win, whichever way round', async () => {
    const actor = await addMerger('Omar');
    for (let round = 0; round < 5; round++) {
      const [a = '', b = '', c = ''] = await addLeads([{}, {}, {}]);
      const tries = await Promise.allSettled([
        mergeLeads(actor, { survivorId: a, mergedId: b }, new Date()),
        mergeLeads(actor, { survivorId: b, mergedId: a }, new Date()),
        mergeLeads(actor, { survivorId: c, mergedId: a }, new Date()),
      ]);
      const lost = tries.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
      for (const reason of lost) expect(reason).toMatch(/merged already|Merge with that one/);
      const rows = await getDb().lead.findMany({ where: { id: { in: [a, b, c] } } });
      const roots = rows.filter(({ mergedIntoId }) => mergedIntoId === null);
      const pointed = rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
      for (const id of pointed) expect(roots.map((root) => root.id)).toContain(id);
    }
  });

  it('catches events that were on their way to the merged one', async () => {
    const { survivor, merged } = await addPair();
    const actor = await addMerger('Omar');
    await mergeLeads(actor, { survivorId: survivor, mergedId: merged }, new Date());
    const event = { id: merged, messageId: 'late', leadId: merged, companyId: null, type: 'page_viewed' };
    const stored = await inTransaction((tx) =>
      storeEvents(tx, [{ ...event, at: NOW.toISOString(), properties: {}, source: 'x' }], {
        receivedAt: NOW,
        importId: null,
      }),
    );
    expect([...stored.leadIds]).toEqual([survivor]);
    expect(await getDb().event.count({ where: { leadId: merged } })).toBe(0);
  });

  it('stays as people chose when the same file comes again, and takes news under the old address', async () => {
    const actor = await addMerger('Omar');
    const file = 'email,first name,title,outcome\na@x.example,Ann,CFO,\nb@x.example,Anna,CEO,\n';
    await run('leads', file);
    const [a, b] = await getDb().lead.findMany({ orderBy: { email: 'asc' } });
    await mergeLeads(actor, { survivorId: a?.id ?? '', mergedId: b?.id ?? '' }, new Date());
    expect(await run('leads', file)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await readLead(a?.id ?? '')).toMatchObject({ attributes: { title: 'CFO' } });
    const news = file.replace('CEO', 'Chair');
    expect(await run('leads', news)).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(await readLead(a?.id ?? '')).toMatchObject({ attributes: { title: 'Chair', firstName: 'Ann' } });
    expect(await run('events', 'type,at,email,id\nDemo Requested,2026-01-01,b@x.example,1\n')).toMatchObject({
      created: 1,
    });
    expect(await getDb().event.findFirst()).toMatchObject({ leadId: a?.id });
  });
});
