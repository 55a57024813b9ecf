import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, events, leads, LISTS, rubric } from '@/tests/support/arbitrary-scoring';
import { compileRubric } from './compile-rubric';
import { computeEvidence } from './evidence';
import { scoreAll } from './score-all';
import { ColumnScorer, toColumn } from './score-columns';
import { planScore, QUADRANTS } from './score-units';
import type { EventInput, Evidence, Group, LeadInput, Rubric } from './types';

const RUNS = 1_500;

/** Points, limits, weight, cuts and tiers as an editor changes them; the criteria stay. */
interface Edit {
  factor: number;
  from: number;
  max: number | undefined;
  fitWeight: number;
  cut: number;
  minScore: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  factor: fc.constantFrom(1, -1, 0, 0.5, 1.37),
  from: fc.nat(6),
  max: fc.constantFrom(undefined, 12, 33.5),
  fitWeight: fc.constantFrom(0, 0.35, 0.5, 1),
  cut: fc.integer({ min: 0, max: 100 }),
  minScore: fc.integer({ min: 0, max: 100 }),
});

function applyTo(document: Rubric, { factor, from, max, fitWeight, cut, minScore }: Edit) {
  const edited = structuredClone(document);
  const groups: Group[] = [...edited.fit.groups, ...edited.intent.groups];
  const criteria = groups.flatMap<{ points: number }>((group) => group.criteria);
  criteria.forEach((criterion, place) => (criterion.points *= place < from ? 1 : factor));
  if (groups[0] && max !== undefined)
    Object.assign(groups[0], { max, min: Math.min(groups[0].min ?? 0, max) });
  const [best, ...others] = edited.tiers;
  return {
    ...edited,
    fitWeight,
    grid: { ...edited.grid, fitCut: cut },
    tiers: best ? [{ ...best, minScore }, ...others] : [],
  };
}

function measureAll(document: Rubric, everyone: LeadInput[], happened: EventInput[]): Evidence[] {
  const compiled = compileRubric(document, LISTS);
  return everyone.map((lead) => {
    const own = happened.filter(({ leadId }) => leadId === lead.id);
    const company = lead.company?.id;
    const members = everyone.filter((one) => one.company?.id === company).map(({ id }) => id);
    const ofCompany = happened.filter(({ leadId, companyId }) =>
      leadId === null ? companyId === company : members.includes(leadId),
    );
    return computeEvidence(compiled, lead, own, company === undefined ? own : ofCompany, AS_OF);
  });
}

function layOut(document: Rubric, evidence: readonly Evidence[]) {
  const width = planScore(document).points.length;
  return {
    columns: Array.from({ length: width }, (_, place) =>
      toColumn(Float64Array.from(evidence, ({ units }) => units[place] ?? 0)),
    ),
    disqualified: document.disqualifiers.map(({ id }) =>
      toColumn(Float64Array.from(evidence, ({ disqualifiedBy }) => Number(disqualifiedBy.includes(id)))),
    ),
  };
}

describe('ColumnScorer', () => {
  it('scores every lead as scoreLead does, edit after edit', () => {
    fc.assert(
      fc.property(
        rubric,
        leads,
        events,
        fc.array(edit, { maxLength: 3 }),
        (document, everyone, happened, edits) => {
          const { columns, disqualified } = layOut(document, measureAll(document, everyone, happened));
          const scorer = new ColumnScorer(everyone.length);
          for (const edited of [document, ...edits.map((one) => applyTo(document, one)), document]) {
            const scored = scorer.score(planScore(edited), columns, disqualified);
            const seen = everyone.map((_, row) => ({
              fit: scored.fit[row],
              intent: scored.intent[row],
              score: scored.score[row],
              tier: edited.tiers[scored.tier[row] ?? 0]?.name,
              quadrant: QUADRANTS[scored.quadrant[row] ?? 0],
            }));
            const wanted = scoreAll(compileRubric(edited, LISTS), everyone, happened, AS_OF);
            expect(seen).toEqual(
              wanted.map(({ fit, intent, score, tier, quadrant }) => ({
                fit,
                intent,
                score,
                tier,
                quadrant,
              })),
            );
          }
        },
      ),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('rounds sums a hair below a half up, as the engine does', () => {
    const units = Float64Array.from([0.1 + 0.2, 1]);
    const document: Rubric = {
      format: 'leadgrid.rubric/1',
      name: 'Half',
      fit: {
        groups: [
          {
            id: 'g',
            label: 'G',
            criteria: [{ id: 'c', label: 'C', when: { all: [] }, points: 8.333333333 }],
          },
        ],
      },
      intent: { groups: [] },
      disqualifiers: [],
      fitWeight: 1,
      grid: { fitCut: 50, intentCut: 50 },
      tiers: [{ name: 'A', minScore: 0, minFit: 0, minIntent: 0, action: 'route' }],
    };
    expect([...new ColumnScorer(2).score(planScore(document), [toColumn(units)]).fit]).toEqual([3, 8]);
  });
});
