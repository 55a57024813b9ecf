import { describe, expect, test } from 'vitest';
import {
  DAY_MS,
  instantAtAge,
  LAST_INSTANT,
  parseInstant,
  requireMilliseconds,
  toMilliseconds,
} from './instants';

describe('parseInstant', () => {
  test.each([
    ['2026-06-01', Date.UTC(2026, 5, 1)],
    ['20260601', Date.UTC(2026, 5, 1)],
    [' 2026-06-01\t', Date.UTC(2026, 5, 1)],
    ['2026-06-01T12:30', Date.UTC(2026, 5, 1, 12, 30)],
    ['2026-06-01T12:30:15', Date.UTC(2026, 5, 1, 12, 30, 15)],
    ['2026-06-01 12:30:15', Date.UTC(2026, 5, 1, 12, 30, 15)],
    ['2026-06-01t12:30:15z', Date.UTC(2026, 5, 1, 12, 30, 15)],
    ['2026-06-01T12:30:15.5Z', Date.UTC(2026, 5, 1, 12, 30, 15, 500)],
    ['2026-06-01T12:30:15,25Z', Date.UTC(2026, 5, 1, 12, 30, 15, 250)],
    ['2026-06-01T12:30:15.999999999Z', Date.UTC(2026, 5, 1, 12, 30, 15, 999)],
    ['1969-12-31T23:59:59.9999Z', -1],
    ['2026-06-01T01:00:00+02:00', Date.UTC(2026, 4, 31, 23)],
    ['2026-06-01T01:00:00+0200', Date.UTC(2026, 4, 31, 23)],
    ['2026-06-01T01:00:00-05', Date.UTC(2026, 5, 1, 6)],
    ['20260601T010000Z', Date.UTC(2026, 5, 1, 1)],
    ['2026-06-01T24:00:00', Date.UTC(2026, 5, 2)],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2000-02-29', Date.UTC(2000, 1, 29)],
    ['0000-03-01', Date.parse('0000-03-01T00:00:00Z')],
    ['0099-12-31', Date.parse('0099-12-31T00:00:00Z')],
    ['+012026-06-01T00:00:00.000Z', Date.parse('+012026-06-01T00:00:00.000Z')],
    ['-000044-03-15', Date.parse('-000044-03-15T00:00:00Z')],
  ])('reads %j', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  test.each([
    '',
    'soon',
    '2026',
    '2026-06',
    '2026-6-1',
    '2026-0601',
    '2026-13-01',
    '2026-00-10',
    '2026-06-31',
    '2026-02-29',
    '1900-02-29',
    '2026-06-01T',
    '2026-06-01T25:00',
    '2026-06-01T24:00:01',
    '2026-06-01T12:60',
    '2026-06-01T12:30:60',
    '2026-06-01T12:30:15.Z',
    '2026-06-01T12:30+24:00',
    '2026-06-01Z12',
    '1 June 2026',
    '+999999-01-01',
  ])('reads nothing in %j', (text) => {
    expect(parseInstant(text)).toBeNaN();
  });

  test('agrees with the calendar on every day of four centuries', () => {
    for (let day = Date.UTC(1800, 0, 1); day < Date.UTC(2200, 0, 1); day += DAY_MS) {
      const text = new Date(day).toISOString();
      if (parseInstant(text) !== day) expect(parseInstant(text)).toBe(day);
    }
  });
});

test('milliseconds are whole and within the dates there are', () => {
  expect(toMilliseconds(12.9)).toBe(12);
  expect(toMilliseconds(Number.POSITIVE_INFINITY)).toBeNaN();
  expect(toMilliseconds(LAST_INSTANT + 1)).toBeNaN();
  expect(() => requireMilliseconds('soon')).toThrow('"soon" is not an instant');
});

describe('instantAtAge', () => {
  const at = Date.UTC(2026, 5, 1);

  test.each([1, 7, 0.1, 1 / 3, 1e-9, 30.000001, 36_525])('finds the first millisecond at %d days', (days) => {
    const instant = instantAtAge(at, days);
    expect((instant - at) / DAY_MS).toBeGreaterThanOrEqual(days);
    expect((instant - 1 - at) / DAY_MS).toBeLessThan(days);
    const beyond = instantAtAge(at, days, true);
    expect((beyond - at) / DAY_MS).toBeGreaterThan(days);
    expect((beyond - 1 - at) / DAY_MS).toBeLessThanOrEqual(days);
  });

  test('has no instant past the last date', () => {
    expect(instantAtAge(at, 1e12)).toBe(Number.POSITIVE_INFINITY);
    expect(instantAtAge(at, -1e12, true)).toBe(Number.NEGATIVE_INFINITY);
  });
});
