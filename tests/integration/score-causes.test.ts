import { describe, expect, it } from 'vitest';
import { listTimeline } from '@/lib/activities/data';
import { findOutlook } from '@/lib/forecast/data';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { toDocument } from '@/lib/rubrics/schema';
import { toHistory } from '@/lib/leads/score-history';
import { listScoreChanges, loadRuleNames } from '@/lib/scores/data';
import { describeScoreChange } from '@/lib/scores/describe-score-change';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { getDb, getPool } from '@/lib/server/db';
import { scoreBy } from '../support/fresh-house';
import {
  addCompany,
  addLeads,
  daysBefore,
  readStoredContributions,
  receiveEvents,
  SMALL_RUBRIC,
} from '../support/score-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const later = (days: number) => daysBefore(NOW, -days);
const rescoreAt = (instant: Date) => rescoreStale({ clock: () => instant });

/** Every change of a lead in words, newest first. */
async function tellChanges(leadId: string): Promise<string[]> {
  const rules = await loadRuleNames(leadId);
  return (await listScoreChanges(leadId)).map((entry) => {
    const names = rules.get(entry.rubricNumber);
    return names ? describeScoreChange(entry, names) : '';
  });
}

describe('a change of a stored score', () => {
  scoreBy(SMALL_RUBRIC);

  it('keeps decay and news apart, in the row, the history and the timeline', async () => {
    const [lead = ''] = await addLeads([{ title: 'Head of Sales' }]);
    await receiveEvents([{ leadId: lead, type: 'demo_requested', at: NOW }]);
    await rescoreAt(NOW);
    await receiveEvents([{ leadId: lead, type: 'page_viewed', at: later(10) }]);
    await rescoreAt(later(10));
    const [last] = await listScoreChanges(lead);
    expect(last?.moved).toMatchObject([
      { criterionId: 'demo', before: 80, after: 40, decay: -40 },
      { criterionId: 'page', before: 0, after: 4 },
    ]);
    const sentence = '70 → 52: decay −20, viewed a page +2';
    expect(await tellChanges(lead)).toEqual([sentence, 'First scored 70: requested a demo +40, a head +30']);
    const { entries } = await listTimeline({ id: lead, companyId: null }, ['score'], later(10));
    expect(entries[0]).toMatchObject({ title: 'Became B', detail: sentence });
    const history = toHistory(await listScoreChanges(lead), await loadRuleNames(lead), 0);
    expect(history.at(-1)?.cause).toBe(sentence);
  });

  it('is foreseen, with what would lift the lead a tier', async () => {
    const [lead = ''] = await addLeads([{ title: 'Head of Sales' }]);
    await receiveEvents([{ leadId: lead, type: 'page_viewed', at: NOW }]);
    await rescoreAt(NOW);
    const outlook = await findOutlook(lead, NOW);
    expect(outlook?.lift).toMatchObject({ tier: 'C', target: { name: 'B' }, keeps: false, shortfalls: [] });
    const [option] = outlook?.lift?.options ?? [];
    expect(option?.actions).toMatchObject([{ criterionId: 'demo', times: 1 }]);
    await receiveEvents([{ leadId: lead, type: 'demo_requested', at: NOW }]);
    await rescoreAt(NOW);
    const stored = await getDb().leadScore.findUnique({ where: { leadId: lead } });
    expect(stored).toMatchObject({ score: option?.score, tier: 'A' });
    expect(outlook?.now.axes.intent.groups[0]?.criteria[1]).toMatchObject({
      nextMove: { at: later(30).getTime(), by: -4 },
    });
  });

  it('reads rows from before decay was kept apart', async () => {
    const [lead = ''] = await addLeads([{ title: 'Head of Sales' }]);
    await receiveEvents([{ leadId: lead, type: 'demo_requested', at: NOW }]);
    await rescoreAt(NOW);
    const due = (await getDb().leadScore.findUnique({ where: { leadId: lead } }))?.nextChangeAt ?? NOW;
    await rescoreAt(due);
    const [last] = await listScoreChanges(lead);
    const sentence = (await tellChanges(lead))[0];
    expect(sentence).toMatch(/decay/);
    await getDb().scoreChange.update({
      where: { id: last?.id ?? '' },
      data: { moved: [{ criterionId: 'demo', before: 80, after: 79.4 }] },
    });
    expect((await tellChanges(lead))[0]).toBe(sentence);
  });

  it('names the rules of the versions on both sides of a publication', async () => {
    const [lead = ''] = await addLeads([{ title: 'Head of Sales' }]);
    await enqueueRescore(getPool(), { leadIds: [lead], cause: 'attribute' });
    await rescoreAt(NOW);
    const live = await getDb().rubricVersion.findFirstOrThrow({ where: { live: true } });
    const [group] = SMALL_RUBRIC.fit.groups;
    const document = structuredClone({
      ...SMALL_RUBRIC,
      fit: {
        groups: group ? [{ ...group, criteria: group.criteria.filter(({ id }) => id !== 'head') }] : [],
      },
    });
    await getDb().rubricVersion.update({ where: { id: live.id }, data: { live: false, state: 'retired' } });
    await getDb().rubricVersion.create({
      data: {
        rubricId: live.rubricId,
        number: 2,
        state: 'published',
        live: true,
        document: toDocument(document),
      },
    });
    await enqueueRescore(getPool(), { leadIds: [lead], cause: 'rubric' });
    await rescoreAt(later(0.001));
    expect((await tellChanges(lead))[0]).toBe('30 → 0 by rubric 2: a head −30');
  });
});

describe('what happens at a company', () => {
  scoreBy(B2B_SAAS_TEMPLATE);

  it.each([
    ['funding_raised', 15],
    ['hiring', 6],
    ['expansion', 6],
    ['technology_adopted', 6],
  ])('%s comes in as an event and counts for everyone there, and for nobody else', async (type, points) => {
    const companyId = await addCompany(500);
    const leads = await addLeads([{ companyId }, { companyId }, {}]);
    await enqueueRescore(getPool(), { leadIds: leads, cause: 'attribute' });
    await rescoreAt(NOW);
    const intents = async () => {
      const contributions = await readStoredContributions(leads);
      return leads.map((id) => contributions.get(id));
    };
    const before = await intents();
    await receiveEvents([{ companyId, type, at: later(0.001) }]);
    expect(await rescoreAt(later(0.001))).toBe(2);
    const [one, other, stranger] = await intents();
    for (const contributions of [one, other]) {
      expect(contributions).toContainEqual(expect.objectContaining({ contribution: points }));
    }
    expect(stranger).toEqual(before[2]);
  });

  it('becomes a committee with the third person, and ends when the first was last seen too long ago', async () => {
    const companyId = await addCompany(500);
    const [one = '', other = '', third = ''] = await addLeads([{ companyId }, { companyId }, { companyId }]);
    await receiveEvents([{ leadId: one, type: 'form_submitted', at: NOW }]);
    await rescoreAt(NOW);
    await receiveEvents([{ leadId: other, type: 'form_submitted', at: later(1) }]);
    await rescoreAt(later(1));
    expect(
      (await listScoreChanges(one))[0]?.moved.some(
        (part) => 'criterionId' in part && part.criterionId === 'committee',
      ),
    ).toBe(false);
    await receiveEvents([{ leadId: third, type: 'form_submitted', at: later(2) }]);
    await rescoreAt(later(2));
    for (const lead of [one, other, third]) {
      const [last] = await listScoreChanges(lead);
      expect(last?.moved).toContainEqual({ criterionId: 'committee', before: 0, after: 15 });
    }
    expect((await tellChanges(one))[0]).toMatch(/3 people of the company active in a month \+\d/);
    for (let clock = later(2); clock < later(31);) {
      const due = (await getDb().leadScore.findUnique({ where: { leadId: one } }))?.nextChangeAt;
      if (!due) break;
      clock = due;
      await rescoreAt(due);
    }
    const ended = (await listScoreChanges(one)).find(({ moved }) =>
      moved.some((part) => 'criterionId' in part && part.criterionId === 'committee' && part.after === 0),
    );
    expect(ended).toMatchObject({ at: later(30), cause: 'decay' });
  });
});
