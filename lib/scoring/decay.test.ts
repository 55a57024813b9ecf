import { describe, expect, test } from 'vitest';
import { decayWeight, powerOfHalf } from './decay';
import type { Decay } from './types';

describe('powerOfHalf', () => {
  test('is exact for whole numbers', () => {
    for (let n = 0; n < 1074; n += 1) expect(powerOfHalf(n)).toBe(2 ** -n);
    expect(powerOfHalf(5000)).toBe(0);
    expect(powerOfHalf(Number.POSITIVE_INFINITY)).toBe(0);
  });

  test('is within two units in the last place elsewhere, and never rises', () => {
    const faults: number[] = [];
    for (let x = 0; x < 60; x += 1.37e-4) {
      const expected = Math.pow(2, -x);
      const isClose = Math.abs(powerOfHalf(x) - expected) <= expected * 4.5e-16;
      if (!isClose || powerOfHalf(x + 1e-9) > powerOfHalf(x)) faults.push(x);
    }
    expect(faults).toEqual([]);
  });
});

const halfLife: Decay = { kind: 'half_life', days: 7 };
const linear: Decay = { kind: 'linear', days: 10 };
const expire: Decay = { kind: 'expire', days: 7 };

test.each<[Decay, number, number]>([
  [{ kind: 'none' }, 0, 1],
  [{ kind: 'none' }, 10_000, 1],
  [halfLife, 0, 1],
  [halfLife, 7, 0.5],
  [halfLife, 14, 0.25],
  [halfLife, 3.5, Math.SQRT1_2],
  [linear, 0, 1],
  [linear, 2.5, 0.75],
  [linear, 10, 0],
  [linear, 11, 0],
  [expire, 0, 1],
  [expire, 6.999_999, 1],
  [expire, 7, 0],
  [expire, 8, 0],
])('%j at %d days weighs %d', (decay, age, weight) => {
  expect(decayWeight(decay, age)).toBeCloseTo(weight, 12);
});
