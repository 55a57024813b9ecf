import { describe, expect, test } from 'vitest';
import { listVectors, readVector, type Vector } from '@/tests/support/read-vector';
import { compileRubric } from './compile-rubric';
import { parseScoreInput, type ScoreInput } from './input';
import { requireMilliseconds } from './instants';
import { parseRubric } from './rubric';
import { scoreAll, type LeadScore } from './score-all';
import type { Rubric } from './types';

function openVector(name: string): { rubric: Rubric; input: ScoreInput; vector: Vector } {
  const vector = readVector(name);
  const rubric = parseRubric(vector.rubric);
  const input = parseScoreInput(vector.input);
  if (!rubric.ok) throw new Error(JSON.stringify(rubric.issues));
  if (!input.ok) throw new Error(JSON.stringify(input.issues));
  return { rubric: rubric.rubric, input: input.value, vector };
}

/** What nextChangeAt speaks of. */
function visible({ fit, intent, score, tier, quadrant, disqualifiedBy }: LeadScore) {
  return JSON.stringify({ fit, intent, score, tier, quadrant, disqualifiedBy });
}

/** Instants between two, close to both ends and spread between. */
function sample(from: number, to: number): number[] {
  const near = [1, 2, 1000, 3_600_000].flatMap((distance) => [from + distance, to - distance]);
  const spread = Array.from({ length: 12 }, (_, i) => Math.floor(from + ((to - from) * (i + 1)) / 13));
  return [...near, ...spread].filter((instant) => instant > from && instant < to);
}

describe.each(listVectors())('vector %s', (name) => {
  const { rubric, input, vector } = openVector(name);
  const compiled = compileRubric(rubric);
  const asOf = requireMilliseconds(vector.asOf);
  const scores = scoreAll(compiled, input.leads, input.events, vector.asOf);
  const scoreAt = (leadId: string, instant: number) => {
    const found = scoreAll(compiled, input.leads, input.events, instant).find((one) => one.leadId === leadId);
    if (!found) throw new Error(`no score of ${leadId}`);
    return found;
  };

  test('scores every lead as prescribed', () => {
    expect(scores.map(({ leadId }) => leadId)).toEqual(vector.expected.map(({ leadId }) => leadId));
    for (const [place, { contributions: expected, ...rest }] of vector.expected.entries()) {
      const contributions = scores[place]?.contributions ?? [];
      expect(scores[place]).toMatchObject(rest);
      expect(contributions.map((one) => one.criterionId)).toEqual(expected.map((one) => one.criterionId));
      for (const [i, contribution] of expected.entries()) {
        expect(contributions[i]?.points).toBe(contribution.points);
        expect(Math.abs((contributions[i]?.units ?? 0) - contribution.units)).toBeLessThan(1e-6);
        const difference = (contributions[i]?.contribution ?? 0) - contribution.contribution;
        expect(Math.abs(difference)).toBeLessThan(1e-6);
      }
    }
  });

  test('nothing changes before nextChangeAt, and something does at it', () => {
    const farAhead = asOf + 4000 * 86_400_000;
    for (const score of scores) {
      const next = score.nextChangeAt;
      if (next !== null) expect(next).toBeGreaterThan(asOf);
      for (const instant of sample(asOf, next ?? farAhead)) {
        expect(visible({ ...scoreAt(score.leadId, instant), leadId: score.leadId })).toBe(visible(score));
      }
      if (next !== null) expect(visible(scoreAt(score.leadId, next))).not.toBe(visible(score));
    }
  });
});
