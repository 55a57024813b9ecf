import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, events, leads, LISTS, rubric } from '@/tests/support/arbitrary-scoring';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { sumAxis } from '@/lib/scoring/score-units';
import type { Axis } from '@/lib/scoring/types';
import { createScorer } from './score-facts';
import { splitMove } from './split-move';
import type { Facts, MovedPart } from './types';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';

const DAY = 86_400_000;

function sumOf(parts: readonly MovedPart[], axisOf: (part: MovedPart) => Axis, axis: Axis): number {
  return parts
    .filter((part) => axisOf(part) === axis)
    .reduce((sum, { before, after }) => sum + after - before, 0);
}

describe('splitMove', () => {
  const one = (criterionId: string, contribution: number) => ({
    criterionId,
    units: 1,
    points: contribution,
    contribution,
  });

  it('keeps decay apart from what is new, and says what the limits of a group took', () => {
    const before = { contributions: [one('demo-requested', 40), one('trial-started', 25)] };
    const after = {
      contributions: [one('demo-requested', 60), one('trial-started', 20), one('unsubscribed', -30)],
    };
    const fades = new Map([
      ['demo-requested', -20],
      ['trial-started', -5],
    ]);
    expect(splitMove(B2B_SAAS_TEMPLATE, before, after, { fades })).toEqual([
      { criterionId: 'unsubscribed', before: 0, after: -30 },
      { criterionId: 'demo-requested', before: 40, after: 60, decay: -20 },
      { limitOf: 'buying', axis: 'intent', before: 0, after: -10 },
      { criterionId: 'trial-started', before: 25, after: 20, decay: -5 },
    ]);
  });

  it('keeps what faded while something new made up for it', () => {
    const same = { contributions: [one('demo-requested', 40)] };
    expect(
      splitMove(B2B_SAAS_TEMPLATE, same, same, { fades: new Map([['demo-requested', -6]]) }),
    ).toMatchObject([{ criterionId: 'demo-requested', before: 40, after: 40, decay: -6 }]);
  });

  it('names no limits when the earlier score was by another rubric', () => {
    const parts = splitMove(
      B2B_SAAS_TEMPLATE,
      { contributions: [] },
      { contributions: [one('demo-requested', 80)] },
      { sameRubric: false },
    );
    expect(parts).toEqual([{ criterionId: 'demo-requested', before: 0, after: 80 }]);
  });

  it('adds up to the change of each axis, for any rubric, lead and two instants', () => {
    fc.assert(
      fc.property(
        fc.record({ rubric, leads, events, days: fc.double({ min: 0.01, max: 40, noNaN: true }) }),
        (given) => {
          const compiled = compileRubric(given.rubric, LISTS);
          const [lead] = given.leads;
          if (!lead) return;
          const own = given.events.filter(({ leadId }) => leadId === lead.id);
          const companyEvents = new Map(lead.company ? [[lead.company.id, given.events]] : []);
          const facts: Facts = { leads: [{ lead, events: own }], companyEvents, pastValues: new Map() };
          const scorer = createScorer(compiled, facts);
          const [from, to] = [AS_OF, Math.round(AS_OF + given.days * DAY)];
          const before = { ...scorer.score({ lead, events: own }, from), asOf: from };
          const after = { ...scorer.score({ lead, events: own }, to), asOf: to };
          const parts = scorer.splitMove({ lead, events: own }, before, after, true);
          const fitIds = new Set(compiled.criteria.slice(0, compiled.fitCount).map(({ id }) => id));
          const axisOf = (part: MovedPart): Axis =>
            'limitOf' in part ? part.axis : fitIds.has(part.criterionId) ? 'fit' : 'intent';
          const clamped = (axis: Axis, asOf: number) => {
            const { units } = scorer.measure({ lead, events: own }, asOf);
            return Math.min(100, Math.max(0, sumAxis(compiled.plan, axis, units, 0)));
          };
          for (const axis of ['fit', 'intent'] as const) {
            expect(sumOf(parts, axisOf, axis)).toBeCloseTo(clamped(axis, to) - clamped(axis, from), 3);
          }
          // With no event between the two instants, all that fading criteria lost is decay.
          const isQuiet = given.events.every(({ at }) => Number(new Date(at)) <= from);
          for (const part of isQuiet ? parts : []) {
            const criterion =
              'limitOf' in part ? undefined : compiled.criteria.find(({ id }) => id === part.criterionId);
            if (!criterion || !('decay' in criterion) || 'limitOf' in part || criterion.where) continue;
            expect(part.decay).toBeCloseTo(part.after - part.before, 6);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
