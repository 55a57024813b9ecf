import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from './area-under-curve';
import { gainsCurve, winsWithin } from './gains-curve';

const ROWS = [
  { score: 30, won: 1, lost: 5 },
  { score: 80, won: 3, lost: 1 },
  { score: 55, won: 0, lost: 0 },
  { score: 50, won: 1, lost: 4 },
];

describe('gainsCurve', () => {
  it('takes the best scores first and ends with everything', () => {
    expect(gainsCurve(ROWS)).toEqual([
      { score: 101, share: 0, wins: 0 },
      { score: 80, share: 4 / 15, wins: 3 / 5 },
      { score: 50, share: 9 / 15, wins: 4 / 5 },
      { score: 30, share: 1, wins: 1 },
    ]);
  });

  it('has no points when nothing was won', () => {
    expect(gainsCurve([{ score: 10, won: 0, lost: 7 }])).toEqual([]);
  });

  it('encloses the area that belongs to the AUC: (area − p/2) ÷ (1 − p), p the share of wins', () => {
    const curve = gainsCurve(ROWS);
    const area = curve.slice(1).reduce((sum, point, index) => {
      const before = curve[index];
      return before ? sum + ((point.share - before.share) * (point.wins + before.wins)) / 2 : sum;
    }, 0);
    const p = 5 / 15;
    expect((area - p / 2) / (1 - p)).toBeCloseTo(areaUnderCurve(ROWS)?.auc ?? 0, 12);
  });
});

describe('winsWithin', () => {
  it('reads between two points in proportion', () => {
    const curve = gainsCurve(ROWS);
    expect(winsWithin(curve, 2 / 15)).toBeCloseTo(0.3, 12);
    expect(winsWithin(curve, 4 / 15)).toBeCloseTo(0.6, 12);
    expect(winsWithin(curve, 1)).toBe(1);
    expect(winsWithin(curve, 0)).toBe(0);
  });
});
