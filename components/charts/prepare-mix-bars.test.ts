import { describe, expect, it } from 'vitest';
import { placeMarks, prepareMixBars } from './prepare-mix-bars';

describe('bars of a mix', () => {
  it('are as tall as their share of the largest', () => {
    expect(
      prepareMixBars([
        { at: 1, count: 10, all: 100 },
        { at: 2, count: 50, all: 250 },
        { at: 3, count: 0, all: 0 },
      ]),
    ).toEqual([
      { at: 1, share: 0.1, height: 50 },
      { at: 2, share: 0.2, height: 100 },
      { at: 3, share: 0, height: 0 },
    ]);
  });

  it('are flat where there is nothing', () => {
    expect(prepareMixBars([{ at: 1, count: 0, all: 5 }])).toEqual([{ at: 1, share: 0, height: 0 }]);
    expect(prepareMixBars([])).toEqual([]);
  });

  it('have marks before the bar that first tells of them', () => {
    const points = [{ at: 10 }, { at: 20 }, { at: 30 }, { at: 40 }];
    const marks = [
      { at: 5, label: 'v1' },
      { at: 20, label: 'v2' },
      { at: 21, label: 'v3' },
      { at: 41, label: 'v4' },
    ];
    expect(placeMarks(points, marks)).toEqual([
      { label: 'v1', place: 0 },
      { label: 'v2', place: 25 },
      { label: 'v3', place: 50 },
    ]);
  });
});
