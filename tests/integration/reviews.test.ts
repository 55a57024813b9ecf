import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { grant, type Actor } from '@/lib/auth/actor';
import { listQueue, listQueueTiers } from '@/lib/queue/data';
import { WHOLE_QUEUE } from '@/lib/queue/queue-conditions';
import { countReviews, listDecisions, listReviews } from '@/lib/reviews/data';
import { reviewLead } from '@/lib/reviews/mutations';
import { closeDb, getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import { addHeads, askForDemo, later, leadOf, MONDAY, setRouting } from '../support/routing-fixtures';
import { addLeads, clearJobs, setLiveRubric, SMALL_RUBRIC } from '../support/score-fixtures';
import { addWorker, scoreLeads } from '../support/work-fixtures';

/** Clerks who ask for a demo: of low fit and high intent, and of a tier that is held back. */
async function addEagerClerks(count: number): Promise<string[]> {
  const ids = await addLeads(Array.from({ length: count }, () => ({ title: 'Clerk' })));
  await askForDemo(ids);
  return ids;
}

const waiting = async () => (await listReviews({})).rows.map(({ id }) => id);

describe('reviews of leads of low fit and high intent', () => {
  let boss: Actor<'leads:review'>;
  let maya: Actor<'leads:work'>;
  beforeEach(async () => {
    await clearDatabase();
    await clearJobs();
    await setLiveRubric(SMALL_RUBRIC);
    await setRouting({});
    maya = await addWorker('Maya Krause');
    const reviewer = grant(await addWorker('Boss Mann', 'manager'), 'leads:review');
    if (!reviewer) throw new Error('A manager may review.');
    boss = reviewer;
  });
  afterAll(closeDb);

  it('wait in a list of their own: open ones that nobody owns', async () => {
    const [one = '', owned = '', done = ''] = await addEagerClerks(3);
    const heads = await addHeads(1);
    await askForDemo(heads);
    await getDb().lead.update({ where: { id: owned }, data: { ownerId: maya.id } });
    await getDb().lead.update({ where: { id: done }, data: { state: 'disqualified' } });
    expect(await waiting()).toEqual([one]);
    expect(await countReviews()).toBe(1);
  });

  it('send a lead to a rep with a clock and a reason, and it stands in their queue though its tier is held', async () => {
    const [lead = ''] = await addEagerClerks(1);
    const choice = { leadId: lead, decision: 'routed', toUserId: maya.id, note: 'Knows the board' } as const;
    await reviewLead(boss, choice, MONDAY);
    expect(await leadOf(lead)).toMatchObject({ ownerId: maya.id, respondBy: later(5) });
    const assignment = await getDb().assignment.findFirstOrThrow({ where: { leadId: lead } });
    expect(assignment).toMatchObject({ userId: maya.id, tier: 'C', reason: 'Reviewed by Boss Mann' });
    const view = { userId: maya.id, now: MONDAY };
    const request = { tab: 'mine', filter: WHOLE_QUEUE, tiers: await listQueueTiers(), view } as const;
    expect((await listQueue(request, {})).rows.map(({ id }) => id)).toEqual([lead]);
    expect(await waiting()).toEqual([]);
    const entry = await getDb().auditEntry.findFirstOrThrow({ where: { action: 'lead.review_routed' } });
    expect(entry).toMatchObject({ subject: `lead:${lead}`, userId: boss.id });
  });

  it('send it to whoever the rules choose, and say so when nobody can take it', async () => {
    const [lead = '', other = ''] = await addEagerClerks(2);
    await getDb().user.update({ where: { id: maya.id }, data: { capacity: 1 } });
    await reviewLead(boss, { leadId: lead, decision: 'routed', toUserId: null }, MONDAY);
    expect((await leadOf(lead)).ownerId).toBe(maya.id);
    await expect(
      reviewLead(boss, { leadId: other, decision: 'routed', toUserId: null }, MONDAY),
    ).rejects.toThrow('Left free: all reps: 1 with as many leads as they can take');
    expect(await waiting()).toEqual([other]);
  });

  it('leave a lead where it is until it comes to be of low fit and high intent anew', async () => {
    const [lead = ''] = await addEagerClerks(1);
    await reviewLead(boss, { leadId: lead, decision: 'left', note: 'A student' }, MONDAY);
    expect(await waiting()).toEqual([]);
    expect(await listDecisions(5)).toMatchObject([{ decision: 'left', note: 'A student', userId: boss.id }]);
    await scoreLeads([lead], later(30 * 24 * 60));
    await askForDemo([lead], later(31 * 24 * 60));
    expect(await waiting()).toEqual([lead]);
  });

  it('are decided by one person, also when two do so at once', async () => {
    const [lead = ''] = await addEagerClerks(1);
    const tim = await addWorker('Tim Brandt');
    const results = await Promise.allSettled(
      [maya, tim].map(({ id }) =>
        reviewLead(boss, { leadId: lead, decision: 'routed', toUserId: id }, MONDAY),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await getDb().assignment.count({ where: { leadId: lead, endedAt: null } })).toBe(1);
    expect(await getDb().review.count()).toBe(1);
  });
});
