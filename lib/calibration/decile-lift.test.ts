import { describe, expect, it } from 'vitest';
import { liftByDecile } from './decile-lift';
import { gainsCurve } from './gains-curve';

describe('liftByDecile', () => {
  it('counts each tenth’s wins against all', () => {
    const rows = Array.from({ length: 10 }, (_, i) => ({
      score: 95 - i * 10,
      won: i < 2 ? 5 : 0,
      lost: i < 2 ? 5 : 10,
    }));
    const deciles = liftByDecile(gainsCurve(rows));
    expect(deciles.map(({ lift }) => Number(lift.toFixed(9)))).toEqual([5, 5, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(deciles.reduce((sum, { wins }) => sum + wins, 0)).toBeCloseTo(1, 12);
  });

  it('is 1 everywhere when one score is all there is', () => {
    for (const { lift } of liftByDecile(gainsCurve([{ score: 50, won: 3, lost: 40 }]))) {
      expect(lift).toBeCloseTo(1, 12);
    }
  });

  it('has nothing to say when nothing was won', () => {
    expect(liftByDecile(gainsCurve([{ score: 50, won: 0, lost: 4 }]))).toEqual([]);
  });
});
