import { describe, expect, it } from 'vitest';
import { freezeEngagements } from '@/lib/engagements/mutations';
import { EvidenceHolder } from '@/lib/evidence/evidence-holder';
import { idAt } from '@/lib/evidence/lead-ids';
import { countFlow } from '@/lib/evidence/data/flow';
import { gatherEvidence } from '@/lib/evidence/data/gather';
import { gatherDeals } from '@/lib/evidence/data/deals';
import { gatherLeads } from '@/lib/evidence/data/leads';
import { measureInThread } from '@/lib/evidence/data/measure-in-thread';
import { measureEffect } from '@/lib/effects/measure-effect';
import { thresholdFromCapacity } from '@/lib/effects/threshold-from-capacity';
import { compileDocument } from '@/lib/rubrics/data';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import type { Rubric } from '@/lib/scoring/types';
import { getDb, getPool } from '@/lib/server/db';
import { scoreBy } from '../support/fresh-house';
import {
  addCompany,
  addEvents,
  addLeads,
  changeTitle,
  daysBefore,
  setLiveRubric,
  SMALL_RUBRIC,
} from '../support/score-fixtures';
import { addWorker } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');

/** Another condition, another decay, and a disqualifier: nothing of it is stored. */
function editConditions(): Rubric {
  const edited = structuredClone(SMALL_RUBRIC);
  const [head] = edited.fit.groups[0]?.criteria ?? [];
  if (head) head.when = { field: 'title', op: 'contains_word', value: 'clerk' };
  const [demo] = edited.intent.groups[0]?.criteria ?? [];
  if (demo?.kind === 'each') demo.decay = { kind: 'linear', days: 20 };
  edited.disqualifiers = [
    { id: 'out', label: 'Out', when: { field: 'title', op: 'contains_word', value: 'intern' } },
  ];
  return edited;
}

async function rescore(leads: readonly string[], now: Date): Promise<void> {
  await enqueueRescore(getPool(), { leadIds: [...leads], cause: 'attribute' });
  await rescoreStale({ clock: () => now });
}

/** A few leads of one company and none, with events now and long ago. */
async function fillHouse(): Promise<string[]> {
  const company = await addCompany(400);
  const leads = await addLeads([
    { title: 'Head of Sales', companyId: company },
    { title: 'Clerk', companyId: company },
    { title: 'Head of Nothing' },
    { title: 'Intern clerk' },
    {},
  ]);
  await addEvents([
    { leadId: leads[0], type: 'demo_requested', at: daysBefore(NOW, 4) },
    { leadId: leads[0], type: 'page_viewed', at: daysBefore(NOW, 3) },
    { leadId: leads[1], type: 'page_viewed', at: daysBefore(NOW, 2) },
    { leadId: leads[2], type: 'page_viewed', at: daysBefore(NOW, 40) },
    { leadId: leads[3], type: 'demo_requested', at: daysBefore(NOW, 1) },
  ]);
  await rescore(leads, daysBefore(NOW, 1));
  return leads;
}

/** Score and tier by lead, from evidence gathered for a rubric and scored by columns. */
async function scoreByColumns(rubric: Rubric, asOf: Date) {
  const part = await gatherLeads(await compileDocument(rubric), asOf.getTime());
  const { score, tier } = new EvidenceHolder(part, rubric).score('after', rubric);
  return new Map(
    Array.from({ length: part.rowCount }, (_, row) => [
      idAt(part.rows.ids, row),
      [score[row], rubric.tiers[tier[row] ?? 0]?.name],
    ]),
  );
}

/** The same as the worker stores it: the rubric made live, everyone rescored. */
async function scoreByRescoring(leads: readonly string[], rubric: Rubric, asOf: Date) {
  await setLiveRubric(rubric);
  await rescore(leads, asOf);
  const stored = await getDb().leadScore.findMany();
  return new Map(stored.map(({ leadId, score, tier }) => [leadId, [score, tier]]));
}

scoreBy(SMALL_RUBRIC);

describe('evidence of every lead', () => {
  it('scores as rescoring would, from what is stored and from facts that have changed since', async () => {
    const leads = await fillHouse();
    await changeTitle(leads[1] ?? '', 'Head of Clerks', NOW);
    await addLeads([{ title: 'Head that nobody scored yet' }]);
    const seen = await scoreByColumns(SMALL_RUBRIC, NOW);
    expect(seen.size).toBe(6);
    const everyone = await getDb().lead.findMany({ select: { id: true } });
    const ids = everyone.map(({ id }) => id);
    expect(seen).toEqual(await scoreByRescoring(ids, SMALL_RUBRIC, NOW));
  });

  it('scores as rescoring would where conditions, decay and disqualifiers were edited', async () => {
    const leads = await fillHouse();
    const seen = await scoreByColumns(editConditions(), NOW);
    expect(seen).toEqual(await scoreByRescoring(leads, editConditions(), NOW));
  });

  it('says who waits where', async () => {
    const [first = '', second = '', third = ''] = await fillHouse();
    const rep = await addWorker('Ruth Rep');
    await getDb().lead.update({ where: { id: first }, data: { ownerId: rep.id } });
    await getDb().lead.update({ where: { id: second }, data: { state: 'won' } });
    const snoozedUntil = new Date(NOW.getTime() + 1_000);
    await getDb().lead.update({ where: { id: third }, data: { snoozedUntil } });
    const { rows } = await gatherLeads(await compileDocument(SMALL_RUBRIC), NOW.getTime());
    const waits = new Map(Array.from(rows.waits, (place, row) => [idAt(rows.ids, row), place]));
    expect([first, second, third].map((id) => waits.get(id))).toEqual([2, 0, 0]);
    expect(rows.people).toEqual([{ id: rep.id, name: 'Ruth Rep' }]);
  });

  it('goes with what was gathered before: newcomers are left out, and a lead that went is told of', async () => {
    const leads = await fillHouse();
    const ask = (known: Parameters<typeof gatherEvidence>[0]['known']) =>
      gatherEvidence({ part: 'leads', rubric: SMALL_RUBRIC, known }, NOW.getTime());
    const first = await ask(null);
    await addLeads([{ title: 'Head that came later' }]);
    expect((await ask(first)).rowCount).toBe(leads.length);
    await getDb().lead.update({ where: { id: leads[0] }, data: { mergedIntoId: leads[1] } });
    await expect(ask(first)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('evidence of closed deals', () => {
  it('is that of the first engagement, whatever became of the lead since', async () => {
    const leads = await fillHouse();
    const engagedAt = daysBefore(NOW, 3);
    await freezeEngagements(
      getPool(),
      leads.map((leadId) => ({ leadId, at: engagedAt, basis: 'touch' as const })),
    );
    const engagements = await getDb().engagement.findMany();
    await getDb().deal.createMany({
      data: engagements.map(({ leadId, at }, place) => ({
        name: `Deal ${place}`,
        leadId,
        engagedAt: at,
        outcome: place % 2 === 0 ? ('won' as const) : ('lost' as const),
      })),
    });
    await changeTitle(leads[0] ?? '', 'Retired', daysBefore(NOW, 1));
    await addEvents([{ leadId: leads[4], type: 'demo_requested', at: daysBefore(NOW, 1) }]);

    const part = await gatherDeals(await compileDocument(SMALL_RUBRIC), NOW.getTime());
    const { score } = new EvidenceHolder(part, SMALL_RUBRIC).score('after', SMALL_RUBRIC);
    expect([...score].sort()).toEqual(engagements.map((one) => one.score).sort());
    expect([...part.rows.won].reduce((sum, won) => sum + won, 0)).toBe(3);
  });
});

describe('the flow into the best tier', () => {
  it('counts who came in, week by week, as of what was known then', async () => {
    const company = await addCompany(400);
    const [early, late, always, clerk] = await addLeads([
      { title: 'Head', companyId: company },
      { title: 'Head', companyId: company },
      { title: 'Head', companyId: company },
      { title: 'Clerk' },
    ]);
    await addEvents([
      { leadId: early, type: 'demo_requested', at: daysBefore(NOW, 25) },
      { leadId: late, type: 'demo_requested', at: daysBefore(NOW, 2) },
      { leadId: always, type: 'demo_requested', at: daysBefore(NOW, 29) },
      { leadId: clerk, type: 'demo_requested', at: daysBefore(NOW, 2) },
    ]);
    const flow = await countFlow(SMALL_RUBRIC, NOW.getTime());
    expect(flow).toMatchObject({ sampled: 4, active: 4 });
    // At 90 (fit 100, intent 80) only a request of that moment suffices; the clerk has no fit.
    expect(flow.weeks.map((week) => week[90])).toEqual([1, 0, 0, 1]);
    expect(flow.weeks.map((week) => week[91])).toEqual([0, 0, 0, 0]);
    expect(thresholdFromCapacity(flow, 0.4)?.minScore).toBe(91);
  });
});

describe('the thread that holds the evidence of many leads', () => {
  it('finds the effect that is found without it, of edited conditions too', async () => {
    await fillHouse();
    const rubrics = { before: SMALL_RUBRIC, after: editConditions() };
    const seen = await measureInThread(rubrics, false);
    const holder = new EvidenceHolder(
      await gatherLeads(await compileDocument(SMALL_RUBRIC), seen.asOf),
      SMALL_RUBRIC,
    );
    const edited = await gatherLeads(await compileDocument(rubrics.after), seen.asOf);
    holder.add(rubrics.after, edited.columns);
    expect(seen).toEqual(measureEffect(holder, rubrics));
    expect(seen.moved).toBeGreaterThan(0);
    const fresh = await measureInThread({ before: rubrics.after, after: rubrics.after }, true);
    expect(fresh.moved).toBe(0);
    expect(fresh.asOf).toBeGreaterThan(seen.asOf);
  });
});
