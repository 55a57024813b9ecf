import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatInitials,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPercentRange,
  formatSigned,
  formatUpTo,
} from './format';

describe('formatNumber', () => {
  it.each([
    [18412, 0, '18,412'],
    [-4.94, 1, '−4.9'],
    [-0.04, 1, '0'],
    [74.9, 0, '75'],
    [0.996, 3, '0.996'],
  ])('writes %d with %d decimals as %s', (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });
});

describe('formatSigned', () => {
  it.each([
    [39.8, '+39.8'],
    [30, '+30'],
    [-4.9, '−4.9'],
    [0, '0'],
    [-0.01, '0'],
  ])('writes %d as %s', (value, text) => {
    expect(formatSigned(value)).toBe(text);
  });
});

describe('formatPercent', () => {
  it('keeps figure and sign on one line', () => {
    expect(formatPercent(0.2345)).toBe('23\u00a0%');
    expect(formatPercent(0.2345, 1)).toBe('23.5\u00a0%');
    expect(formatPercentRange(0.523, 0.731)).toBe('52–73\u00a0%');
  });
});

describe('formatMoney', () => {
  it('leaves out cents that are not there', () => {
    expect(formatMoney(48000, 'EUR')).toBe('€48,000');
    expect(formatMoney(-12.5, 'GBP')).toBe('−£12.50');
  });

  it('shortens large amounts when asked', () => {
    expect(formatMoney(1_240_000, 'USD', true)).toBe('US$1.2m');
  });
});

describe('formatCount', () => {
  it('agrees with its noun', () => {
    expect(formatCount(1, 'lead')).toBe('1 lead');
    expect(formatCount(2400, 'lead')).toBe('2,400 leads');
    expect(formatCount(2, 'company', 'companies')).toBe('2 companies');
  });
});

describe('formatInitials', () => {
  it.each([
    ['Maya Krause', 'MK'],
    ['  ana maría del Río ', 'AR'],
    ['Ines', 'I'],
    ['', ''],
    ['𝒵oe Ångström', '𝒵Å'],
  ])('shortens "%s" to "%s"', (name, initials) => {
    expect(formatInitials(name)).toBe(initials);
  });
});

describe('formatUpTo', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000+'],
  ])('writes %d of at most 1,000 as %s', (count, text) => {
    expect(formatUpTo(count, 1_000)).toBe(text);
  });
});
