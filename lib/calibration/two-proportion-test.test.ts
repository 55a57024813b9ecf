import { describe, expect, it } from 'vitest';
import { twoSidedP } from './normal';
import { testTwoProportions } from './two-proportion-test';

describe('testTwoProportions', () => {
  it('gives the published z of 5.00 for the Physicians’ Health Study (Agresti)', () => {
    const { z, p } = testTwoProportions({ won: 189, lost: 10845 }, { won: 104, lost: 10933 });
    expect(z).toBeCloseTo(5, 2);
    expect(p).toBeLessThan(1e-6);
  });

  it('changes only its sign when the groups change places', () => {
    const forward = testTwoProportions({ won: 9, lost: 21 }, { won: 4, lost: 40 });
    const backward = testTwoProportions({ won: 4, lost: 40 }, { won: 9, lost: 21 });
    expect(forward.z).toBeCloseTo(-backward.z, 12);
    expect(forward.p).toBeCloseTo(backward.p, 12);
  });

  it.each([
    [
      { won: 0, lost: 0 },
      { won: 3, lost: 4 },
    ],
    [
      { won: 0, lost: 5 },
      { won: 0, lost: 9 },
    ],
    [
      { won: 5, lost: 0 },
      { won: 9, lost: 0 },
    ],
  ])('sees no difference where none can be seen: %o, %o', (group, other) => {
    expect(testTwoProportions(group, other)).toEqual({ z: 0, p: 1 });
  });
});

describe('twoSidedP', () => {
  it.each([
    [0, 1],
    [1, 0.317311],
    [1.959964, 0.05],
    [-2.575829, 0.01],
    [3.290527, 0.001],
  ])('z %f gives the tabled %f', (z, p) => {
    expect(twoSidedP(z)).toBeCloseTo(p, 6);
  });
});
