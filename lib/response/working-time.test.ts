import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkingHours } from './types';
import { addWorkingTime, isWorkingTime, toLocalDay, workingTimeBetween } from './working-time';

const HOUR = 3_600_000;
const nine = { from: 540, to: 1_020 };
const office: WorkingHours = {
  timeZone: 'Europe/Berlin',
  week: [nine, nine, nine, nine, nine, null, null],
};
const always = (timeZone: string): WorkingHours => ({
  timeZone,
  week: Array.from({ length: 7 }, () => ({ from: 0, to: 1_440 })),
});
const at = (text: string) => Date.parse(text);

const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
);
const day = fc.option(
  fc
    .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 48 }))
    .filter(([from, to]) => to > from)
    .map(([from, to]) => ({ from: from * 30, to: to * 30 })),
  { nil: null },
);
const hours: fc.Arbitrary<WorkingHours> = fc
  .record({ timeZone: zone, week: fc.array(day, { minLength: 7, maxLength: 7 }) })
  .filter(({ week }) => week.some((one) => one !== null && one.to - one.from >= 120));
const instant = fc.integer({ min: at('2025-01-01T00:00Z'), max: at('2027-12-31T00:00Z') });
const span = fc.integer({ min: 0, max: 40 * HOUR });

describe('addWorkingTime', () => {
  it.each([
    ['within a day', '2026-03-02T08:30Z', 1, '2026-03-02T09:30Z'],
    ['before work begins', '2026-03-02T05:00Z', 1, '2026-03-02T09:00Z'],
    ['over night', '2026-03-02T15:30Z', 1, '2026-03-03T08:30Z'],
    ['over the weekend', '2026-03-06T15:30Z', 1, '2026-03-09T08:30Z'],
    ['over the weekend on which the clock goes forward', '2026-03-27T15:30Z', 1, '2026-03-30T07:30Z'],
    ['over the weekend on which it goes back', '2026-10-23T14:30Z', 1, '2026-10-26T08:30Z'],
    ['until the very end of a day', '2026-03-02T15:00Z', 1, '2026-03-02T16:00Z'],
  ])('%s', (_words, from, count, due) => {
    expect(addWorkingTime(at(from), count * HOUR, office)).toBe(at(due));
  });

  it('answers when work next begins when no time is to pass', () => {
    expect(addWorkingTime(at('2026-03-07T12:00Z'), 0, office)).toBe(at('2026-03-09T08:00Z'));
    expect(addWorkingTime(at('2026-03-09T12:00Z'), 0, office)).toBe(at('2026-03-09T12:00Z'));
  });

  it('adds just the working time asked for, and ends in or at the end of working time', () => {
    fc.assert(
      fc.property(hours, instant, span, (given, from, ms) => {
        const due = addWorkingTime(from, ms, given);
        expect(due).toBeGreaterThanOrEqual(from);
        expect(workingTimeBetween(from, due, given)).toBe(ms);
        expect(isWorkingTime(ms === 0 ? due : due - 1, given)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('may be done in two steps', () => {
    fc.assert(
      fc.property(hours, instant, span, span, (given, from, one, other) => {
        const twice = addWorkingTime(addWorkingTime(from, one, given), other, given);
        expect(workingTimeBetween(from, twice, given)).toBe(one + other);
      }),
      { numRuns: 200 },
    );
  });
});

describe('workingTimeBetween', () => {
  it('adds up over stretches', () => {
    fc.assert(
      fc.property(hours, instant, span, span, (given, from, one, other) => {
        const whole = workingTimeBetween(from, from + one + other, given);
        const parts =
          workingTimeBetween(from, from + one, given) +
          workingTimeBetween(from + one, from + one + other, given);
        expect(whole).toBe(parts);
      }),
      { numRuns: 400 },
    );
  });

  it('is all the time where there is always work, whatever the clocks do', () => {
    fc.assert(
      fc.property(zone, instant, span, (timeZone, from, ms) => {
        expect(workingTimeBetween(from, from + ms, always(timeZone))).toBe(ms);
      }),
      { numRuns: 400 },
    );
  });

  it('is nothing backwards', () => {
    expect(workingTimeBetween(at('2026-03-03T10:00Z'), at('2026-03-02T10:00Z'), office)).toBe(0);
  });
});

describe('toLocalDay', () => {
  it('is the day where the clock hangs', () => {
    expect(toLocalDay(at('2026-03-29T22:30Z'), 'Europe/Berlin')).toBe('2026-03-30');
    expect(toLocalDay(at('2026-03-29T22:30Z'), 'America/New_York')).toBe('2026-03-29');
  });
});
