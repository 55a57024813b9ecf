import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, events, leads, LISTS, rubric } from '@/tests/support/arbitrary-scoring';
import { compileRubric } from './compile-rubric';
import { measureLead, prepareLead } from './evidence';
import { matchEvents } from './match-events';
import { keepsTime, packEvidence, unpackEvidence } from './pack-evidence';
import { scoreMeasured } from './score-lead';
import type { EventInput, LeadInput, Rubric } from './types';

const DAY = 86_400_000;

function prepareFirst(document: Rubric, [lead]: LeadInput[], given: EventInput[]) {
  if (!lead) throw new Error('A case needs a lead.');
  const compiled = compileRubric(document, LISTS);
  const own = given.filter(({ leadId }) => leadId === lead.id);
  const company = matchEvents(compiled, 'company', given);
  return { compiled, prepared: prepareLead(compiled, lead, matchEvents(compiled, 'lead', own), company) };
}

describe('packed evidence', () => {
  it('gives the same score at its instant, and where time turns no condition at any later one', () => {
    fc.assert(
      fc.property(rubric, leads, events, fc.double({ min: 0, max: 90, noNaN: true }), (...given) => {
        const [document, people, happened, days] = given;
        const { compiled, prepared } = prepareFirst(document, people, happened);
        const measures = measureLead(compiled, prepared, AS_OF);
        const unpacked = unpackEvidence(
          compiled,
          prepared.lead.id,
          packEvidence(compiled, prepared, measures),
        );
        expect(measureLead(compiled, unpacked, AS_OF).units).toEqual(measures.units);
        if (!keepsTime(compiled)) return;
        for (const at of [AS_OF, Math.floor(AS_OF + days * DAY)]) {
          expect(scoreMeasured(compiled, unpacked, measureLead(compiled, unpacked, at))).toEqual(
            scoreMeasured(compiled, prepared, measureLead(compiled, prepared, at)),
          );
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('grows with what still counts, not with what ever happened', () => {
    const criteria = [
      {
        id: 'a',
        label: 'A',
        points: 1,
        kind: 'each' as const,
        on: 'x',
        decay: { kind: 'none' as const },
        limit: 3,
      },
    ];
    const document: Rubric = {
      format: 'leadgrid.rubric/1',
      name: 'Short',
      fit: { groups: [] },
      intent: { groups: [{ id: 'g', label: 'G', criteria }] },
      disqualifiers: [],
      fitWeight: 0.5,
      grid: { fitCut: 50, intentCut: 50 },
      tiers: [{ name: 'A', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' }],
    };
    const many = Array.from({ length: 1_000 }, (_, n) => ({
      id: String(n),
      leadId: 'ada',
      companyId: null,
      type: 'x',
      at: AS_OF - n,
      properties: {},
    }));
    const ada = { id: 'ada', email: null, createdAt: 0, attributes: {} };
    const { compiled, prepared } = prepareFirst(document, [ada], many);
    expect(packEvidence(compiled, prepared, measureLead(compiled, prepared, AS_OF))).toHaveLength(9 + 6 + 24);
    expect(() => unpackEvidence(compiled, 'ada', new Uint8Array([9]))).toThrow(RangeError);
  });
});
