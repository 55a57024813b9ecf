import { describe, expect, it } from 'vitest';
import { planRetry, readRetryAfter } from './plan-retry';

const HOUR_MS = 3_600_000;

describe('planRetry', () => {
  it('tries ten times in about three days, each wait longer than the one before', () => {
    const delays = Array.from({ length: 12 }, (_, i) => planRetry(i + 1, null, 0));
    const known = delays.filter((delay) => delay !== null);
    expect(known).toHaveLength(9);
    expect(delays.slice(9)).toEqual([null, null, null]);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(known[0]).toBe(5_000);
    const whole = known.reduce((sum, delay) => sum + delay, 0) / HOUR_MS;
    expect(whole).toBeGreaterThan(72);
    expect(whole).toBeLessThan(80);
  });

  it('adds at most a tenth by chance, and never takes away', () => {
    expect(planRetry(2, null, 1)).toBe(330_000);
    expect(planRetry(2, null, 0.5)).toBe(315_000);
  });

  it('waits as long as the receiver asks, but no longer than a day, and never shorter than planned', () => {
    expect(planRetry(1, 60_000, 0)).toBe(60_000);
    expect(planRetry(4, 60_000, 0)).toBe(2 * HOUR_MS);
    expect(planRetry(1, 90 * HOUR_MS, 0)).toBe(24 * HOUR_MS);
    expect(planRetry(10, 60_000, 0)).toBeNull();
  });
});

describe('readRetryAfter', () => {
  const now = Date.parse('2026-11-02T09:00:00Z');

  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 02 Nov 2026 09:00:30 GMT', 30_000],
    ['Mon, 02 Nov 2026 08:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['', null],
    [undefined, null],
    [['1'], null],
  ])('%j asks for %s', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });
});
