import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from './area-under-curve';

// The ratings of 109 CT images in J. A. Hanley and B. J. McNeil, Radiology 143 (1982): normal and abnormal by rating.
const IMAGES = [
  { score: 1, won: 3, lost: 33 },
  { score: 2, won: 2, lost: 6 },
  { score: 3, won: 2, lost: 6 },
  { score: 4, won: 11, lost: 11 },
  { score: 5, won: 33, lost: 2 },
];

function countPairs(rows: { score: number; won: number; lost: number }[]): number {
  let better = 0;
  let pairs = 0;
  for (const won of rows) {
    for (const lost of rows) {
      const count = won.won * lost.lost;
      pairs += count;
      better += won.score > lost.score ? count : won.score === lost.score ? count / 2 : 0;
    }
  }
  return better / pairs;
}

describe('areaUnderCurve', () => {
  it('gives the published area of the CT ratings, and the DeLong error that Stata’s manual prints for them', () => {
    const result = areaUnderCurve(IMAGES);
    expect(result?.auc).toBeCloseTo(0.8932, 4);
    expect(result?.standardError).toBeCloseTo(0.0307, 4);
    expect(result?.interval?.low).toBeCloseTo(0.83295, 4);
    expect(result?.interval?.high).toBeCloseTo(0.95339, 4);
  });

  it('equals the count over all pairs, with split and unordered rows', () => {
    const rows = [
      { score: 40, won: 3, lost: 9 },
      { score: 80, won: 7, lost: 1 },
      { score: 40, won: 1, lost: 2 },
      { score: 10, won: 0, lost: 5 },
    ];
    expect(areaUnderCurve(rows)?.auc).toBeCloseTo(countPairs(rows), 12);
  });

  it('is a half when the score says nothing', () => {
    expect(areaUnderCurve([{ score: 50, won: 5, lost: 20 }])?.auc).toBe(0.5);
  });

  it('claims no interval where no pair disagrees or where there is one deal of a kind', () => {
    const perfect = areaUnderCurve([
      { score: 90, won: 4, lost: 0 },
      { score: 20, won: 0, lost: 4 },
    ]);
    expect(perfect).toEqual({ auc: 1, standardError: null, interval: null });
    const single = areaUnderCurve([
      { score: 90, won: 1, lost: 0 },
      { score: 20, won: 0, lost: 4 },
    ]);
    expect(single?.interval).toBeNull();
  });

  it('does not exist without won or without lost deals', () => {
    expect(areaUnderCurve([])).toBeNull();
    expect(areaUnderCurve([{ score: 1, won: 3, lost: 0 }])).toBeNull();
  });
});
