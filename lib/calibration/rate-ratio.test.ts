import { describe, expect, it } from 'vitest';
import { rateRatio } from './rate-ratio';

const of = (won: number, all: number) => ({ won, lost: all - won });

describe('rateRatio', () => {
  it('gives the interval that Koopman published for 36 of 40 against 16 of 80', () => {
    const { ratio, interval } = rateRatio(of(36, 40), of(16, 80));
    expect(ratio).toBeCloseTo(4.5, 12);
    expect(interval.low).toBeCloseTo(2.94, 2);
    expect(interval.high).toBeCloseTo(7.15, 2);
  });

  // Published with the logarithmic interval, which so many cases make all but the same.
  it('agrees with the published ratio of the Physicians’ Health Study (Agresti): 1.82, 1.43 to 2.31', () => {
    const { ratio, interval } = rateRatio(of(189, 11034), of(104, 11037));
    expect(ratio).toBeCloseTo(1.82, 2);
    expect(Math.abs(interval.low - 1.43)).toBeLessThan(0.01);
    expect(Math.abs(interval.high - 2.31)).toBeLessThan(0.01);
  });

  it('turns over when the groups change places', () => {
    const forward = rateRatio(of(30, 70), of(12, 90));
    const backward = rateRatio(of(12, 90), of(30, 70));
    expect(forward.interval.low).toBeCloseTo(1 / backward.interval.high, 9);
    expect(forward.interval.high).toBeCloseTo(1 / backward.interval.low, 9);
  });

  it('bounds the ratio from below when the others won nothing', () => {
    const { ratio, interval } = rateRatio(of(10, 20), of(0, 40));
    expect(ratio).toBe(Infinity);
    expect(interval.high).toBe(Infinity);
    expect(interval.low).toBeGreaterThan(3);
    expect(interval.low).toBeLessThan(10);
  });

  it('bounds the ratio from above when the group won nothing', () => {
    const { ratio, interval } = rateRatio(of(0, 40), of(10, 20));
    expect(ratio).toBe(0);
    expect(interval.low).toBe(0);
    expect(interval.high).toBeLessThan(1 / 3);
  });

  it('holds 1 when both groups won everything', () => {
    const { ratio, interval } = rateRatio(of(5, 5), of(8, 8));
    expect(ratio).toBe(1);
    expect(interval.low).toBeLessThan(1);
    expect(interval.high).toBeGreaterThan(1);
  });

  it.each([
    ['nobody won', of(0, 10), of(0, 10)],
    ['the group is empty', of(0, 0), of(3, 10)],
    ['the others are none', of(3, 10), of(0, 0)],
  ])('says nothing when %s', (_case, group, other) => {
    expect(rateRatio(group, other)).toEqual({ ratio: null, interval: { low: 0, high: Infinity } });
  });
});
