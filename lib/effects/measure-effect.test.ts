import { describe, expect, it } from 'vitest';
import { ColumnBuilder } from '@/lib/evidence/column-builder';
import { EvidenceHolder } from '@/lib/evidence/evidence-holder';
import { packIds } from '@/lib/evidence/lead-ids';
import type { DealRows, LeadRows } from '@/lib/evidence/types';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { measureLead, prepareLead } from '@/lib/scoring/evidence';
import { scoreLead } from '@/lib/scoring/score-lead';
import type { LeadInput, Rubric } from '@/lib/scoring/types';
import { measureEffect } from './measure-effect';
import { listScoredDeals, measureOutcomes } from './measure-outcomes';

const RUBRIC: Rubric = {
  format: 'leadgrid.rubric/1',
  name: 'Two criteria',
  fit: {
    groups: [
      {
        id: 'g',
        label: 'Group',
        max: 90,
        criteria: [
          {
            id: 'senior',
            label: 'Senior',
            when: { field: 'title', op: 'contains_word', value: 'vp' },
            points: 60,
          },
          {
            id: 'large',
            label: 'Large',
            when: { field: 'company.employees', op: 'gte', value: 200 },
            points: 40,
          },
        ],
      },
    ],
  },
  intent: { groups: [] },
  disqualifiers: [
    { id: 'x', label: 'X', when: { field: 'title', op: 'contains_word', value: 'competitor' } },
  ],
  fitWeight: 1,
  grid: { fitCut: 50, intentCut: 50 },
  tiers: [
    { name: 'A', minScore: 70, minFit: 0, minIntent: 0, action: 'route' },
    { name: 'B', minScore: 40, minFit: 0, minIntent: 0, action: 'nurture' },
    { name: 'C', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' },
  ],
};

function lead(id: string, title: string, employees: number): LeadInput {
  return { id, email: null, createdAt: 0, attributes: { title }, company: { id: `c-${id}`, employees } };
}

const LEADS = [
  lead('both', 'VP Sales', 500),
  lead('senior', 'VP Sales', 5),
  lead('large', 'Clerk', 500),
  lead('none', 'Clerk', 5),
  lead('out', 'VP Competitor', 500),
];

const IDS = LEADS.map((_, row) => `0190a000-0000-7000-8000-00000000000${row}`);

function measureAll(rubric: Rubric) {
  const compiled = compileRubric(rubric);
  const builder = new ColumnBuilder(compiled.criteria.length + rubric.disqualifiers.length);
  LEADS.forEach((one, row) => {
    const { units, disqualified } = measureLead(compiled, prepareLead(compiled, one, [], []), 0);
    builder.add(row, units, disqualified);
  });
  return builder.finish();
}

/** The five leads: two of them in Ann's queue, one free, one put off, one won. */
function holdLeads(): EvidenceHolder<LeadRows> {
  const rows: LeadRows = {
    kind: 'leads',
    ids: packIds(IDS),
    waits: Uint16Array.from([2, 2, 1, 0, 0]),
    people: [{ id: 'ann', name: 'Ann' }],
  };
  const part = { asOf: 7, rowCount: LEADS.length, fingerprint: '', lastId: null, rows };
  return new EvidenceHolder({ ...part, columns: measureAll(RUBRIC) }, RUBRIC);
}

function withPoints(senior: number, large: number): Rubric {
  const [group] = RUBRIC.fit.groups;
  const criteria = (group?.criteria ?? []).map((one) => ({
    ...one,
    points: one.id === 'senior' ? senior : large,
  }));
  return { ...RUBRIC, fit: { groups: group ? [{ ...group, criteria }] : [] } };
}

function effectOf(after: Rubric, most?: number) {
  return measureEffect(holdLeads(), { before: RUBRIC, after }, most);
}

describe('measureEffect', () => {
  it('finds nothing moved when nothing was edited', () => {
    const effect = effectOf(RUBRIC);
    expect(effect).toMatchObject({ asOf: 7, moved: 0, up: [], down: [], leadCount: 5 });
    expect(effect.before.tiers).toEqual([1, 2, 2]);
    expect(effect.after).toEqual(effect.before);
  });

  it.each([
    [60, 40],
    [-10, 75],
    [33.3, 36.2],
    [0, 0],
  ])('counts what scoring each lead anew gives, for points %d and %d', (senior, large) => {
    const rubric = withPoints(senior, large);
    const compiled = compileRubric(rubric);
    const scores = LEADS.map((one) => scoreLead(compiled, one, [], [], 0));
    const { after } = effectOf(rubric);
    expect(after.tiers).toEqual(
      rubric.tiers.map(({ name }) => scores.filter(({ tier }) => tier === name).length),
    );
    const drawn = scores.filter(({ disqualifiedBy }) => disqualifiedBy.length === 0);
    expect(after.scores).toEqual(
      Array.from({ length: 101 }, (_, score) => drawn.filter((one) => one.score === score).length),
    );
    expect(after.cells.reduce((sum, { count }) => sum + count, 0)).toBe(drawn.length);
  });

  it('counts who moves from where to where; the disqualified stay where they are', () => {
    const effect = effectOf(withPoints(30, 75));
    expect(effect.moves).toEqual([
      [1, 0, 0],
      [1, 0, 1],
      [0, 0, 2],
    ]);
    expect(effect.after.tiers).toEqual([2, 0, 3]);
    expect(effect.moved).toBe(2);
  });

  it('names the biggest movers each way, and what moved them', () => {
    const effect = effectOf(withPoints(30, 75));
    const large = { leadId: IDS[2], scoreBefore: 40, scoreAfter: 75, tierBefore: 'B', tierAfter: 'A' };
    const senior = { leadId: IDS[1], scoreBefore: 60, scoreAfter: 30, tierBefore: 'B', tierAfter: 'C' };
    expect(effect.up).toEqual([{ ...large, because: [{ label: 'Large', change: 35 }] }]);
    expect(effect.down).toEqual([{ ...senior, because: [{ label: 'Senior', change: -30 }] }]);
    expect(effect.intoBest.map(({ leadId }) => leadId)).toEqual([IDS[2]]);
    expect(effect.outOfBest).toEqual([]);
  });

  it('counts a change of tier alone as a move, with no criterion to blame', () => {
    const [best, ...others] = RUBRIC.tiers;
    const effect = effectOf({ ...RUBRIC, tiers: best ? [{ ...best, minScore: 60 }, ...others] : [] });
    expect(effect.up).toMatchObject([{ leadId: IDS[1], scoreBefore: 60, scoreAfter: 60, because: [] }]);
    expect(effect.up[0]?.tierAfter).toBe('A');
  });

  it('keeps only as many movers as asked for', () => {
    expect(effectOf(withPoints(0, 0), 1)).toMatchObject({ down: [{ leadId: IDS[0] }], up: [] });
  });

  it('compares by name where the tiers themselves differ', () => {
    const tiers = RUBRIC.tiers.filter(({ name }) => name !== 'B');
    const effect = effectOf({ ...RUBRIC, tiers });
    expect(effect.moves).toEqual([
      [1, 0],
      [0, 2],
      [0, 2],
    ]);
    expect(effect.moved).toBe(2);
  });

  it('counts whose queue grows and shrinks; who waits nowhere counts for nobody', () => {
    expect(effectOf(withPoints(0, 75)).queues).toEqual([
      { person: 'Ann', before: 2, after: 1 },
      { person: null, before: 1, after: 1 },
    ]);
  });
});

describe('measureOutcomes', () => {
  const rows: DealRows = {
    kind: 'deals',
    won: Uint8Array.from([1, 0, 1, 0, 0]),
    engagedAt: Float64Array.from([5, 4, 3, 2, 1]),
  };
  const part = { asOf: 7, rowCount: LEADS.length, fingerprint: '', lastId: null, rows };
  const hold = () => new EvidenceHolder({ ...part, columns: measureAll(RUBRIC) }, RUBRIC);

  it('judges both rubrics by the same deals, and the deals that change places', () => {
    const after = withPoints(30, 75);
    const outcomes = measureOutcomes(hold(), { before: RUBRIC, after }, () => true);
    expect(outcomes.before.rates.tiers).toMatchObject([
      { tier: 'A', won: 1, closed: 1 },
      { tier: 'B', won: 1, closed: 2 },
      { tier: 'C', won: 0, closed: 2 },
    ]);
    expect(outcomes.after.rates.tiers).toMatchObject([{ won: 2, closed: 2 }, { closed: 0 }, { closed: 3 }]);
    expect(outcomes.swap).toMatchObject({ into: { won: 1, closed: 1 }, outOf: { closed: 0 } });
    // Of the pairs of a won and a lost deal: 90 ties with the disqualified one, 40 loses to 60 and 90.
    expect(outcomes.before.auc?.auc).toBeCloseTo(3.5 / 6);
    expect(outcomes.after.auc?.auc).toBeCloseTo(4.5 / 6);
  });

  it('counts those deals alone that it is to count, and says how many it left out', () => {
    const outcomes = measureOutcomes(hold(), { before: RUBRIC, after: RUBRIC }, (at) => at >= 4);
    expect(outcomes).toMatchObject({ deals: 2, young: 3 });
    expect(outcomes.after.rates.all).toMatchObject({ won: 1, closed: 2 });
  });

  it('lists deals by what a rubric would have scored them', () => {
    expect(listScoredDeals(hold(), RUBRIC, (at) => at > 1 && at !== 4)).toEqual([
      { score: 90, qualifies: true, won: true },
      { score: 40, qualifies: true, won: true },
      { score: 0, qualifies: true, won: false },
    ]);
  });
});
