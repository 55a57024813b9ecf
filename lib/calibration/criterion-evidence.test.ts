import { describe, expect, it } from 'vitest';
import { judgeCriterion } from './criterion-evidence';

describe('judgeCriterion', () => {
  it('finds that outcomes agree with a sign, or contradict it', () => {
    const had = { won: 40, lost: 60 };
    const without = { won: 20, lost: 180 };
    expect(judgeCriterion(10, had, without).flag).toBe('agrees');
    expect(judgeCriterion(-10, had, without).flag).toBe('contradicts');
    expect(judgeCriterion(10, without, had).flag).toBe('contradicts');
    expect(judgeCriterion(0, had, without).flag).toBe('unclear');
  });

  it('does not judge by a difference that may be chance', () => {
    expect(judgeCriterion(-10, { won: 12, lost: 40 }, { won: 40, lost: 160 }).flag).toBe('unclear');
  });

  it.each([
    ['never', { won: 0, lost: 0 }, { won: 20, lost: 40 }],
    ['always', { won: 20, lost: 40 }, { won: 0, lost: 0 }],
    ['too_few', { won: 9, lost: 0 }, { won: 20, lost: 40 }],
    ['too_few', { won: 20, lost: 40 }, { won: 0, lost: 9 }],
    ['too_few', { won: 0, lost: 0 }, { won: 0, lost: 0 }],
  ])('says %s', (flag, had, without) => {
    expect(judgeCriterion(5, had, without).flag).toBe(flag);
  });

  it('weighs by the shares of won and of lost, halves added', () => {
    const { weight, informationValue, lift, had } = judgeCriterion(
      5,
      { won: 30, lost: 20 },
      { won: 20, lost: 130 },
    );
    const [ofWon, ofLost] = [30.5 / 51, 20.5 / 151];
    expect(weight).toBeCloseTo(Math.log(ofWon / ofLost), 12);
    expect(informationValue).toBeCloseTo(
      (ofWon - ofLost) * (Math.log(ofWon / ofLost) - Math.log((1 - ofWon) / (1 - ofLost))),
      12,
    );
    expect(lift.ratio).toBeCloseTo(0.6 / (20 / 150), 12);
    expect(had.rate).toBe(0.6);
  });
});
