import { describe, expect, it } from 'vitest';
import { formatClock, formatInstant, formatRelative, formatSpan } from './format-time';

const NOW = Date.parse('2025-12-02T10:46:48Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('formatRelative', () => {
  it.each([
    [-20_000, 'just now'],
    [30_000, 'just now'],
    [-50_000, '1 min ago'],
    [-59 * MINUTE, '59 min ago'],
    [-2 * HOUR, '2 h ago'],
    [-11 * DAY, '11 d ago'],
    [3 * DAY, 'in 3 d'],
    [-40 * DAY, '23 Oct'],
    [-400 * DAY, '28 Oct 2024'],
  ])('says %d ms from now as %s', (distance, text) => {
    expect(formatRelative(NOW + distance, NOW, 'UTC')).toBe(text);
  });
});

describe('formatInstant', () => {
  it("uses the viewer's zone", () => {
    const late = Date.parse('2025-12-02T23:30:00Z');
    expect(formatInstant(late, 'day', 'UTC')).toBe('2 Dec');
    expect(formatInstant(late, 'day', 'Europe/Berlin')).toBe('3 Dec');
    expect(formatInstant(late, 'time', 'Europe/Berlin')).toBe('00:30');
  });

  it('names days and months in short and in full', () => {
    const day = Date.parse('2025-09-03T12:00:00Z');
    expect(formatInstant(day, 'weekday', 'UTC')).toBe('Wed 3 Sep');
    expect(formatInstant(day, 'long', 'UTC')).toBe('3 September 2025');
    expect(formatInstant(day, 'exact', 'UTC')).toMatch(/^3 September 2025.*12:00:00 UTC$/u);
  });
});

describe('formatClock', () => {
  it.each([
    [3 * MINUTE + 12_000, '3:12'],
    [41 * MINUTE + 5_000, '41:05'],
    [80 * MINUTE, '1 h 20'],
    [122 * MINUTE, '2 h 02'],
    [4.5 * DAY, '4 d'],
    [-90_000, '1:30'],
    [0, '0:00'],
  ])('writes %d ms as %s', (length, text) => {
    expect(formatClock(length)).toBe(text);
  });
});

describe('formatSpan', () => {
  it('rounds down to its largest unit, and never to nothing', () => {
    expect(formatSpan(1_000)).toBe('1 min');
    expect(formatSpan(119 * MINUTE)).toBe('1 h');
    expect(formatSpan(49 * HOUR)).toBe('2 d');
  });
});
