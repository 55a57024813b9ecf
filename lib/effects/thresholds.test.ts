import { describe, expect, it } from 'vitest';
import type { Flow } from '@/lib/evidence/types';
import { flowAt, thresholdFromCapacity } from './threshold-from-capacity';
import { thresholdFromHistory, wonScoreAt } from './threshold-from-history';
import type { ScoredDeal } from './types';

/** Two weeks in which one lead more comes in with every score less. */
const week = Array.from({ length: 101 }, (_, score) => 100 - score);
const FLOW: Flow = { weeks: [week, week.map((count) => count * 3)], sampled: 10, active: 10 };

describe('thresholdFromCapacity', () => {
  it('takes the lowest score at which no more come than can be taken', () => {
    expect(thresholdFromCapacity(FLOW, 40)).toEqual({ minScore: 80, perWeek: 40, weeks: [20, 60] });
    expect(thresholdFromCapacity(FLOW, 39)?.minScore).toBe(81);
  });

  it('scales a sample up to everyone', () => {
    const sampled = { ...FLOW, active: 20 };
    expect(flowAt(sampled, 90)).toEqual([20, 60]);
    expect(thresholdFromCapacity(sampled, 40)?.minScore).toBe(90);
  });

  it('finds none when even the highest score lets too many in', () => {
    const crowd = { ...FLOW, weeks: [week.map(() => 50)] };
    expect(thresholdFromCapacity(crowd, 40)).toBeNull();
  });

  it('goes down to 0 when fewer come than can be taken', () => {
    expect(thresholdFromCapacity({ ...FLOW, weeks: [] }, 1)?.minScore).toBe(0);
  });
});

function deals(count: number, score: number, won: number, qualifies = true): ScoredDeal[] {
  return Array.from({ length: count }, (_, place) => ({ score, qualifies, won: place < won }));
}

describe('thresholdFromHistory', () => {
  it('refuses when too few deals have closed or were won, and says how many are needed', () => {
    expect(thresholdFromHistory(deals(39, 50, 20), 3)).toEqual({
      kind: 'too_few',
      closed: 39,
      won: 20,
      wanted: { closed: 40, won: 10 },
    });
    expect(thresholdFromHistory(deals(100, 50, 9), 3)).toMatchObject({ kind: 'too_few', won: 9 });
  });

  it('takes the lowest score that parts them so clearly', () => {
    const closed = [...deals(30, 80, 18), ...deals(30, 60, 12), ...deals(100, 30, 5)];
    const answer = thresholdFromHistory(closed, 3);
    expect(answer).toMatchObject({
      kind: 'found',
      threshold: { minScore: 60, best: { won: 30, closed: 60 }, rest: { won: 5, closed: 100 } },
    });
    expect(answer.kind === 'found' && answer.threshold.lift.ratio).toBeCloseTo(10);
  });

  it('does not count those whose fit or intent does not suffice', () => {
    const closed = [...deals(30, 80, 18, false), ...deals(30, 60, 12), ...deals(100, 30, 5)];
    expect(thresholdFromHistory(closed, 2)).toMatchObject({
      kind: 'found',
      threshold: { minScore: 60, best: { closed: 30 }, rest: { closed: 130 } },
    });
  });

  it('says so when no score does, with the nearest', () => {
    const closed = [...deals(50, 80, 15), ...deals(50, 20, 14)];
    expect(thresholdFromHistory(closed, 3)).toMatchObject({ kind: 'none', nearest: { minScore: 80 } });
    expect(thresholdFromHistory(deals(60, 50, 20), 3)).toEqual({ kind: 'none', nearest: null });
  });
});

describe('wonScoreAt', () => {
  it('reads quantiles of the won deals alone', () => {
    const closed = [...deals(1, 10, 1), ...deals(1, 20, 1), ...deals(1, 30, 1), ...deals(9, 90, 0)];
    expect([0, 0.5, 1].map((share) => wonScoreAt(closed, share))).toEqual([10, 20, 30]);
    expect(wonScoreAt(deals(3, 5, 0), 0.5)).toBeNull();
  });
});
