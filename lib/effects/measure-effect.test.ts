import { describe, expect, it } from 'vitest';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { computeEvidence } from '@/lib/scoring/evidence';
import { scoreEvidence } from '@/lib/scoring/score-evidence';
import type { LeadInput, Rubric } from '@/lib/scoring/types';
import { addToEvidenceTable, layOutEvidence, startEvidenceTable } from './evidence-table';
import { measureEffect, scoreRows } from './measure-effect';
import { evidenceTableSchema } from './schema';

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

function scoreBy(rubric: Rubric) {
  const compiled = compileRubric(rubric);
  return LEADS.map((one) => scoreEvidence(compiled, computeEvidence(compiled, one, [], [], 0)));
}

function tableOf(rubric: Rubric) {
  const table = startEvidenceTable(rubric, 0);
  const compiled = compileRubric(rubric);
  for (const one of LEADS) addToEvidenceTable(table, one.id, computeEvidence(compiled, one, [], [], 0));
  return table;
}

function withPoints(senior: number, large: number): Rubric {
  const [group] = RUBRIC.fit.groups;
  const criteria = (group?.criteria ?? []).map((one) => ({
    ...one,
    points: one.id === 'senior' ? senior : large,
  }));
  return { ...RUBRIC, fit: { groups: group ? [{ ...group, criteria }] : [] } };
}

describe('evidence table', () => {
  it('holds what is not zero, by criterion, and who is disqualified', () => {
    expect(tableOf(RUBRIC)).toEqual({
      asOf: 0,
      leadIds: ['both', 'senior', 'large', 'none', 'out'],
      disqualified: [4],
      columns: [
        { criterionId: 'senior', rows: [0, 1, 4], units: [1, 1, 1] },
        { criterionId: 'large', rows: [0, 2, 4], units: [1, 1, 1] },
      ],
    });
  });

  it('survives the journey as JSON and is laid out in rubric order', () => {
    const matrix = layOutEvidence(
      evidenceTableSchema.parse(JSON.parse(JSON.stringify(tableOf(RUBRIC)))),
      RUBRIC,
    );
    expect([...matrix.units]).toEqual([1, 1, 1, 0, 0, 1, 0, 0, 1, 1]);
    expect([...matrix.disqualified]).toEqual([0, 0, 0, 0, 1]);
  });
});

describe('scoreRows', () => {
  it.each([
    [60, 40],
    [-10, 75],
    [33.3, 36.2],
    [0, 0],
  ])('gives what scoring each lead anew gives, for points %d and %d', (senior, large) => {
    const rubric = withPoints(senior, large);
    const rows = scoreRows(layOutEvidence(tableOf(RUBRIC), rubric), rubric);
    const shown = [...rows.scores].map((score, row) => [score, rows.tierNames[rows.tiers[row] ?? 0]]);
    expect(shown).toEqual(scoreBy(rubric).map(({ score, tier }) => [score, tier]));
  });
});

describe('measureEffect', () => {
  const before = scoreRows(layOutEvidence(tableOf(RUBRIC), RUBRIC), RUBRIC);
  const effectOf = (senior: number, large: number) => {
    const rubric = withPoints(senior, large);
    return measureEffect(before, scoreRows(layOutEvidence(tableOf(RUBRIC), rubric), rubric));
  };

  it('finds nothing moved when nothing was edited', () => {
    const effect = effectOf(60, 40);
    expect(effect).toMatchObject({ moved: 0, up: [], down: [], leadCount: 5 });
    expect(effect.countsBefore).toEqual([1, 2, 2]);
    expect(effect.countsAfter).toEqual(effect.countsBefore);
  });

  it('counts who moves from where to where; the disqualified stay where they are', () => {
    const effect = effectOf(30, 75);
    expect(effect.moves).toEqual([
      [1, 0, 0],
      [1, 0, 1],
      [0, 0, 2],
    ]);
    expect(effect.countsAfter).toEqual([2, 0, 3]);
    expect(effect.moved).toBe(2);
  });

  it('names the biggest movers each way', () => {
    const effect = effectOf(30, 75);
    expect(effect.up).toEqual([{ row: 2, scoreBefore: 40, scoreAfter: 75, tierBefore: 'B', tierAfter: 'A' }]);
    expect(effect.down.map(({ row, scoreBefore, scoreAfter }) => [row, scoreBefore, scoreAfter])).toEqual([
      [1, 60, 30],
    ]);
  });

  it('keeps only as many movers as asked for, the biggest first, the earlier first among equals', () => {
    const many = (scores: number[]) => ({
      tierNames: ['A'],
      scores: Uint8Array.from(scores),
      tiers: new Uint8Array(scores.length),
    });
    const effect = measureEffect(many([0, 0, 0, 0, 50]), many([3, 9, 3, 7, 40]), 3);
    expect(effect.up.map(({ row }) => row)).toEqual([1, 3, 0]);
    expect(effect.down.map(({ row }) => row)).toEqual([4]);
  });

  it('compares by name where the tiers themselves differ', () => {
    const rows = (tierNames: string[], tiers: number[]) => ({
      tierNames,
      scores: new Uint8Array(tiers.length),
      tiers: Uint8Array.from(tiers),
    });
    const effect = measureEffect(rows(['A', 'C'], [0, 1, 1]), rows(['A', 'B', 'C'], [0, 1, 2]));
    expect(effect.moves).toEqual([
      [1, 0, 0],
      [0, 1, 1],
    ]);
    expect(effect.moved).toBe(1);
  });
});
