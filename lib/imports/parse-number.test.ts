import { describe, expect, it } from 'vitest';
import { findNumberStyle, isDigitCode, parseNumber } from './parse-number';

describe('parseNumber', () => {
  it.each([
    ['42', 42],
    ['-1,234.5', -1234.5],
    ['1 200 000', 1_200_000],
    ["1'200", 1200],
    ['$1,200.50', 1200.5],
    ['12 €', 12],
    ['−7', -7],
    ['.5', 0.5],
    ['1.2e5', 120_000],
  ])('reads "%s" in English style', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each([
    ['1.234,5', 1234.5],
    ['12,5', 12.5],
    ['1.234', 1234],
    ['-3', -3],
  ])('reads "%s" in European style', (text, value) => expect(parseNumber(text, 'european')).toBe(value));

  it.each(['', 'abc', '12a', '1,23', '1.2.3', '-', '.', '1e999', '11-50', '12:30'])('refuses "%s"', (text) =>
    expect(parseNumber(text)).toBeNull(),
  );
});

describe('findNumberStyle', () => {
  it.each([
    ['12.5', 'english'],
    ['12,5', 'european'],
    ['1,234,567.8', 'english'],
    ['1.234.567', 'european'],
    ['1234', 'either'],
    ['1.234', 'unclear'],
    ['1,234', 'unclear'],
    ['x', null],
  ])('%s is %s', (text, style) => expect(findNumberStyle(text)).toBe(style));
});

describe('isDigitCode', () => {
  it.each(['007', '+44 20 7946', '4111111111111111', '00'])('%s names something', (text) =>
    expect(isDigitCode(text)).toBe(true),
  );
  it.each(['0', '0.5', '1234', '-12'])('%s counts something', (text) =>
    expect(isDigitCode(text)).toBe(false),
  );
});
