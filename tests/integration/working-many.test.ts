import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { undoWork } from '@/lib/activities/mutations/undo-work';
import { addNote, logTouch } from '@/lib/activities/mutations/work-lead';
import { disqualifyLeads, passLeads, snoozeLeads } from '@/lib/activities/mutations/work-leads';
import type { Actor } from '@/lib/auth/actor';
import { listQueue } from '@/lib/queue/data';
import { WHOLE_QUEUE } from '@/lib/queue/queue-conditions';
import { closeDb, getDb } from '@/lib/server/db';
import { addEvents, addLeads } from '../support/score-fixtures';
import { addEndpoint, addWebhookAdmin } from '../support/webhook-fixtures';
import { scoreLeads, startWithTwoReps } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const countLeads = (where: { state?: 'disqualified' | 'new'; ownerId?: string | null }) =>
  getDb().lead.count({ where });

/** Has somebody told of leads that are disqualified. */
async function listen(): Promise<void> {
  const { manager } = await addWebhookAdmin();
  await addEndpoint(manager, { url: 'https://hooks.example', eventTypes: ['lead.disqualified'] });
}

describe('work on many leads at once', () => {
  let maya: Actor<'leads:work'>;
  let tim: Actor<'leads:work'>;
  let leads: string[];
  beforeEach(async () => {
    [maya, tim] = await startWithTwoReps();
    const sketches = Array.from({ length: 40 }, (_, at) => ({
      title: 'Head of Sales',
      email: `lead${at}@acme.example`,
    }));
    leads = await addLeads(sketches);
    await scoreLeads(leads, NOW);
  });
  afterAll(closeDb);

  it('leaves out what others work and what is gone, and says how many', async () => {
    const [his = ''] = leads;
    await listen();
    await logTouch(tim, { leadId: his, type: 'call', outcome: 'Reached' }, NOW);
    const asked = [...leads, '01936b2e-7a10-7000-8000-000000000001'];
    const done = await disqualifyLeads(maya, { leadIds: asked, reason: 'No need' }, later(1));
    expect(done.activityIds).toHaveLength(39);
    expect(done.refused).toBe(2);
    expect(await countLeads({ state: 'disqualified' })).toBe(39);
    expect(await getDb().activity.count({ where: { type: 'disqualified', outcome: 'No need' } })).toBe(39);
    expect(await getDb().outboxEvent.count({ where: { types: { has: 'lead.disqualified' } } })).toBe(39);
    expect(await getDb().auditEntry.count({ where: { action: 'lead.disqualified' } })).toBe(39);
    const refused = disqualifyLeads(maya, { leadIds: [his], reason: 'No need' }, later(1));
    await expect(refused).rejects.toThrow('Tim Brandt works this lead.');
  });

  it('takes all of it back, but for what has changed since', async () => {
    const done = await passLeads(maya, { leadIds: leads, toUserId: tim.id }, NOW);
    expect(await countLeads({ ownerId: tim.id })).toBe(40);
    expect(await getDb().assignment.count({ where: { userId: tim.id, endedAt: null } })).toBe(40);
    const [worked = ''] = leads;
    await logTouch(tim, { leadId: worked, type: 'call', outcome: 'Reached' }, later(1));
    const undone = await undoWork(maya, done.activityIds, later(2));
    expect(new Set(undone.leadIds)).toEqual(new Set(leads.slice(1)));
    expect(await countLeads({ ownerId: null })).toBe(39);
    expect(await getDb().assignment.count({ where: { endedAt: null } })).toBe(1);
  });

  it('brings leads back when their intent has risen by ten points, and forgets that when it is taken back', async () => {
    const done = await snoozeLeads(maya, { leadIds: leads, until: null }, NOW);
    expect(await countLeads({ ownerId: maya.id })).toBe(40);
    const [riser = ''] = leads;
    await addEvents([{ leadId: riser, type: 'demo_requested', at: later(1) }]);
    await scoreLeads([riser], later(2));
    const tiers = ['A', 'B', 'C'].map((name, rank) => ({ name, rank, action: 'route' as const }));
    const view = { userId: maya.id, now: later(3) };
    const mine = await listQueue({ tab: 'mine', filter: WHOLE_QUEUE, tiers, view }, {});
    expect(mine.rows.map(({ id }) => id)).toEqual([riser]);
    await undoWork(maya, done.activityIds, later(4));
    const waiting = { snoozedUntil: null, snoozedAt: null, snoozeIntent: null, ownerId: null };
    expect(await getDb().lead.count({ where: waiting })).toBe(40);
  });

  it('keeps a note without engaging anybody', async () => {
    const [lead = ''] = leads;
    await addNote(maya, { leadId: lead, note: 'Back from leave in May' }, NOW);
    expect(await getDb().activity.findFirst({ where: { leadId: lead } })).toMatchObject({
      type: 'note',
      note: 'Back from leave in May',
      userId: maya.id,
    });
    expect(await getDb().engagement.count()).toBe(0);
    expect(await getDb().lead.findUnique({ where: { id: lead } })).toMatchObject({
      state: 'new',
      ownerId: null,
      firstEngagedAt: null,
    });
  });

  it('gives two who disqualify the same leads at once no deadlock and each lead one reason', async () => {
    await listen();
    const done = await Promise.all([
      disqualifyLeads(maya, { leadIds: leads, reason: 'No need' }, NOW),
      disqualifyLeads(tim, { leadIds: [...leads].reverse(), reason: 'No budget' }, NOW),
    ]);
    expect(done.map(({ activityIds }) => activityIds.length)).toEqual([40, 40]);
    expect(await getDb().outboxEvent.count({ where: { types: { has: 'lead.disqualified' } } })).toBe(40);
  });
});
