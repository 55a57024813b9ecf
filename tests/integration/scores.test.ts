import { describe, expect, it } from 'vitest';
import { listScoreChanges } from '@/lib/scores/data';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { explainLead } from '@/lib/scores/mutations/explain-lead';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { getDb, getPool } from '@/lib/server/db';
import { scoreBy } from '../support/fresh-house';
import {
  addCompany,
  addLeads,
  changeTitle,
  daysBefore,
  receiveEvents,
  SMALL_RUBRIC,
} from '../support/score-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const at = (instant: Date) => ({ clock: () => instant });
const findScore = (leadId: string) => getDb().leadScore.findUnique({ where: { leadId } });

describe('stored scores', () => {
  scoreBy(SMALL_RUBRIC);

  it('follow an event, and leave a row that says what moved and why', async () => {
    const [lead = ''] = await addLeads([{ title: 'Head of Sales' }]);
    await enqueueRescore(getPool(), { leadIds: [lead], cause: 'attribute' });
    expect(await rescoreStale(at(NOW))).toBe(1);
    expect(await findScore(lead)).toMatchObject({ fit: 60, intent: 0, score: 30, tier: 'C', tierRank: 2 });

    await receiveEvents([{ leadId: lead, type: 'demo_requested', at: later(60) }]);
    expect(await rescoreStale(at(later(60)))).toBe(1);
    expect(await getDb().staleScore.count()).toBe(0);
    expect(await findScore(lead)).toMatchObject({
      fit: 60,
      intent: 80,
      score: 70,
      tier: 'A',
      tierRank: 0,
      tierSince: later(60),
      reason: {
        criterionId: 'demo',
        label: 'Requested a demo',
        contribution: 80,
        at: later(60).toISOString(),
      },
    });

    const [last, first] = await listScoreChanges(lead);
    expect(first).toMatchObject({ cause: 'first', scoreBefore: null, score: 30 });
    expect(last).toMatchObject({
      cause: 'event',
      scoreBefore: 30,
      score: 70,
      tierBefore: 'C',
      tier: 'A',
      quadrantBefore: 'nurture',
      quadrant: 'route_now',
      moved: [{ criterionId: 'demo', before: 0, after: 80 }],
    });
  });

  it('fall by themselves at the moment they are due, and not before', async () => {
    const [lead = ''] = await addLeads([{ title: 'Head of Sales' }]);
    await receiveEvents([{ leadId: lead, type: 'demo_requested', at: NOW }]);
    await rescoreStale(at(NOW));
    const due = (await findScore(lead))?.nextChangeAt ?? NOW;
    expect(due.getTime()).toBeGreaterThan(NOW.getTime());
    const planned = await getPool().query(
      `SELECT run_at FROM graphile_worker.jobs WHERE key = 'rescore-due'`,
    );
    expect(planned.rows).toEqual([{ run_at: due }]);

    expect(await rescoreStale(at(new Date(due.getTime() - 1)))).toBe(0);
    let clock = due;
    while ((await findScore(lead))?.intent === 80) {
      expect(await rescoreStale(at(clock))).toBe(1);
      clock = (await findScore(lead))?.nextChangeAt ?? clock;
    }
    const [last] = await listScoreChanges(lead);
    expect(last).toMatchObject({ cause: 'decay', intent: 79 });
    // 80 points with a half-life of 10 days show as 79 once they are below 79.5.
    const days = ((last?.at.getTime() ?? 0) - NOW.getTime()) / 86_400_000;
    expect(days).toBeCloseTo(10 * Math.log2(80 / 79.5), 4);
  });

  it('keep the time at which their tier began while the tier stays', async () => {
    const [lead = ''] = await addLeads([{ title: 'Head of Sales' }]);
    await receiveEvents([{ leadId: lead, type: 'page_viewed', at: NOW }]);
    await rescoreStale(at(NOW));
    await receiveEvents([{ leadId: lead, type: 'page_viewed', at: later(5) }]);
    await rescoreStale(at(later(5)));
    expect(await findScore(lead)).toMatchObject({ intent: 8, tier: 'C', tierSince: NOW, scoredAt: later(5) });
  });

  it('give a colleague’s event and a company’s news to everyone there', async () => {
    const companyId = await addCompany(500);
    const [one = '', other = '', stranger = ''] = await addLeads([{ companyId }, { companyId }, {}]);
    await receiveEvents([
      { leadId: one, type: 'page_viewed', at: daysBefore(NOW, 1) },
      { leadId: stranger, type: 'page_viewed', at: daysBefore(NOW, 1) },
    ]);
    expect(await rescoreStale(at(NOW))).toBe(3);
    expect(await findScore(other)).toMatchObject({ fit: 40, intent: 0 });

    await receiveEvents([{ leadId: other, type: 'page_viewed', at: later(1) }]);
    expect(await rescoreStale(at(later(1)))).toBe(2);
    expect(await findScore(one)).toMatchObject({ intent: 14 });
    expect((await listScoreChanges(one))[0]).toMatchObject({
      cause: 'company',
      moved: [{ criterionId: 'committee', before: 0, after: 10 }],
    });
    expect(await findScore(stranger)).toMatchObject({ fit: 0, intent: 4 });

    await getDb().company.update({ where: { id: companyId }, data: { attributes: { employees: 20 } } });
    await enqueueRescore(getPool(), { companyIds: [companyId], cause: 'company' });
    expect(await rescoreStale(at(later(2)))).toBe(2);
    expect(await findScore(other)).toMatchObject({ fit: 0 });
  });

  it('come out the same for events that were late as for events in time', async () => {
    const [prompt = '', late = ''] = await addLeads([{}, {}]);
    const early = { type: 'demo_requested', at: daysBefore(NOW, 3) };
    const recent = { type: 'page_viewed', at: daysBefore(NOW, 1) };
    for (const event of [early, recent]) {
      await receiveEvents([{ leadId: prompt, ...event }]);
      await rescoreStale(at(event.at));
    }
    for (const event of [recent, early]) {
      await receiveEvents([{ leadId: late, ...event }]);
      await rescoreStale(at(NOW));
    }
    await enqueueRescore(getPool(), { leadIds: [prompt, late], cause: 'event' });
    await rescoreStale(at(NOW));
    const [a, b] = [await findScore(prompt), await findScore(late)];
    expect(a).toMatchObject({ intent: 69 });
    expect({ ...a, leadId: late, tierSince: b?.tierSince }).toEqual(b);
  });

  it('leave out what was filtered, and count it again once it is restored', async () => {
    const [lead = ''] = await addLeads([{}]);
    await receiveEvents([{ leadId: lead, type: 'demo_requested', at: NOW }]);
    await getDb().event.updateMany({ data: { filteredAs: 'bot' } });
    await rescoreStale(at(NOW));
    expect(await findScore(lead)).toMatchObject({ intent: 0, reason: null });
    await getDb().event.updateMany({ data: { filteredAs: null } });
    await enqueueRescore(getPool(), { leadIds: [lead], cause: 'restore' });
    await rescoreStale(at(later(1)));
    expect(await findScore(lead)).toMatchObject({ intent: 80 });
    expect((await listScoreChanges(lead))[0]).toMatchObject({ cause: 'restore' });
  });

  it('are put right before they are explained, and the explanation adds up to them', async () => {
    const [lead = ''] = await addLeads([{ title: 'Clerk' }]);
    await receiveEvents([{ leadId: lead, type: 'demo_requested', at: NOW }]);
    await rescoreStale(at(NOW));
    await changeTitle(lead, 'Head of Sales', later(1));
    const answer = await explainLead(lead, later(2));
    expect(answer?.explanation).toMatchObject({ fit: 60, intent: 80, score: 70, tier: 'A' });
    expect(answer?.explanation.axes.fit.groups[0]).toMatchObject({ sum: 60, total: 60 });
    expect(await findScore(lead)).toMatchObject({ fit: 60, intent: 80, score: 70, tier: 'A' });
    expect(await getDb().staleScore.count()).toBe(0);
    expect((await listScoreChanges(lead))[0]).toMatchObject({ cause: 'attribute' });
  });

  it('go when their lead was merged into another', async () => {
    const [kept = '', merged = ''] = await addLeads([{}, {}]);
    await enqueueRescore(getPool(), { leadIds: [kept, merged], cause: 'attribute' });
    await rescoreStale(at(NOW));
    await getDb().lead.update({ where: { id: merged }, data: { mergedIntoId: kept } });
    await enqueueRescore(getPool(), { leadIds: [kept, merged], cause: 'merge' });
    await rescoreStale(at(later(1)));
    expect(await getDb().leadScore.findMany({ select: { leadId: true } })).toEqual([{ leadId: kept }]);
    expect(await getDb().staleScore.count()).toBe(0);
  });

  it('wait on their list while there is no rubric', async () => {
    const [lead = ''] = await addLeads([{ title: 'Head' }]);
    await getDb().rubricVersion.updateMany({ data: { live: false } });
    await enqueueRescore(getPool(), { leadIds: [lead], cause: 'attribute' });
    expect(await rescoreStale(at(NOW))).toBe(0);
    expect(await explainLead(lead, NOW)).toBeNull();
    await getDb().rubricVersion.updateMany({ data: { live: true } });
    expect(await rescoreStale(at(NOW))).toBe(1);
    expect(await findScore(lead)).toMatchObject({ fit: 60 });
  });
});
