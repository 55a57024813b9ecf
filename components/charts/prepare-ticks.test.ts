import { describe, expect, it } from 'vitest';
import { prepareTicks } from './prepare-ticks';

describe('prepareTicks', () => {
  it('gives round steps that reach the largest value', () => {
    expect(prepareTicks(73)).toEqual([0, 20, 40, 60, 80]);
    expect(prepareTicks(100)).toEqual([0, 25, 50, 75, 100]);
    expect(prepareTicks(0.3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(prepareTicks(7)).toEqual([0, 2, 4, 6, 8]);
  });

  it('draws an axis even when there is nothing', () => {
    expect(prepareTicks(0)).toEqual([0, 1]);
    expect(prepareTicks(Number.NaN)).toEqual([0, 1]);
  });
});
