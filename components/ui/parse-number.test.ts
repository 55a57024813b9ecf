import { describe, expect, it } from 'vitest';
import { parseTypedNumber, snapNumber } from './parse-number';

describe('parseTypedNumber', () => {
  it.each([
    ['40', 40],
    [' +2.5 ', 2.5],
    ['-3', -3],
    ['−3', -3],
    ['1,200', 1200],
    ['.5', 0.5],
  ])('reads "%s" as %d', (text, value) => {
    expect(parseTypedNumber(text)).toBe(value);
  });

  it.each(['', '-', 'abc', '1e3', '3 4', '1,2', 'Infinity'])('takes "%s" for no number', (text) => {
    expect(parseTypedNumber(text)).toBeUndefined();
  });
});

describe('snapNumber', () => {
  it('keeps to the limits and the steps, without binary dust', () => {
    expect(snapNumber(107, -100, 100, 1)).toBe(100);
    expect(snapNumber(0.30000000000000004, 0, 1, 0.1)).toBe(0.3);
    expect(snapNumber(12.4, 0, 100, 5)).toBe(10);
    expect(Object.is(snapNumber(-0.2, -10, 10, 1), 0)).toBe(true);
  });
});
