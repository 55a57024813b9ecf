import { describe, expect, it } from 'vitest';
import { calibrateBands, countRises, SCORE_BANDS } from './score-bands';

describe('calibrateBands', () => {
  it('puts every score from 0 to 100 into exactly one band', () => {
    const rows = Array.from({ length: 101 }, (_, score) => ({ score, won: 1, lost: 0 }));
    const bands = calibrateBands(rows);
    expect(bands.map((band) => band.closed)).toEqual([20, 10, 10, 10, 10, 10, 10, 21]);
    expect(bands).toHaveLength(SCORE_BANDS.length);
  });

  it('shows no rate for a band with too few deals', () => {
    const bands = calibrateBands([
      { score: 75, won: 6, lost: 6 },
      { score: 82, won: 3, lost: 1 },
    ]);
    expect(bands.at(-2)?.rate).toBe(0.5);
    expect(bands.at(-1)).toMatchObject({ won: 3, closed: 4, rate: null, interval: null });
  });
});

describe('countRises', () => {
  it('passes over bands that have no rate', () => {
    const bands = calibrateBands([
      { score: 10, won: 1, lost: 19 },
      { score: 25, won: 1, lost: 1 },
      { score: 35, won: 4, lost: 16 },
      { score: 45, won: 3, lost: 17 },
    ]);
    expect(countRises(bands)).toEqual({ rises: 1, steps: 2 });
  });
});
