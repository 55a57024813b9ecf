import { describe, expect, it } from 'vitest';
import { listMonths, maturityCutoff, readPeriod } from './period';

const NOW = new Date('2026-11-22T10:30:00Z');

describe('readPeriod', () => {
  it('takes whole months, the last one included', () => {
    const period = readPeriod(
      { from: '2026-01', to: '2026-08' },
      { first: '2025-05', enough: '2026-01' },
      NOW,
    );
    expect(period).toMatchObject({ from: '2026-01', to: '2026-08' });
    expect(period.start.toISOString()).toBe('2026-01-01T00:00:00.000Z');
    expect(period.end.toISOString()).toBe('2026-09-01T00:00:00.000Z');
  });

  it('covers the last 18 months when nothing is asked', () => {
    expect(readPeriod({}, { first: '2020-01', enough: '2026-01' }, NOW)).toMatchObject({
      from: '2025-06',
      to: '2026-11',
    });
  });

  it('begins with the oldest deal when that is younger', () => {
    expect(readPeriod({}, { first: '2026-03', enough: '2026-01' }, NOW)).toMatchObject({
      from: '2026-03',
      to: '2026-11',
    });
  });

  it('reaches back for closed deals when the last 18 months hold too few', () => {
    const span = { first: '2021-03', enough: '2023-08' };
    expect(readPeriod({}, span, NOW)).toMatchObject({ from: '2023-08', to: '2026-11' });
    expect(readPeriod({ from: '2026-01' }, span, NOW)).toMatchObject({ from: '2026-01' });
  });

  it.each([
    [{ from: '2026-13' }, '2025-06', '2026-11'],
    [{ from: 'soon', to: '0000-00' }, '2025-06', '2026-11'],
    [{ to: '2031-01' }, '2025-06', '2026-11'],
    [{ from: '2026-09', to: '2026-02' }, '2024-09', '2026-02'],
    [{ from: '2026-1' }, '2025-06', '2026-11'],
  ])('falls back for %o', (asked, from, to) => {
    expect(readPeriod(asked, { first: null, enough: null }, NOW)).toMatchObject({ from, to });
  });
});

describe('listMonths', () => {
  it('runs backwards over a turn of the year', () => {
    expect(listMonths('2025-11', '2026-02')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  });

  it('is empty when the first lies behind the last', () => {
    expect(listMonths('2026-03', '2026-02')).toEqual([]);
  });
});

describe('maturityCutoff', () => {
  it('lies 90 days back, to the millisecond', () => {
    expect(maturityCutoff(NOW).toISOString()).toBe('2026-08-24T10:30:00.000Z');
  });
});
