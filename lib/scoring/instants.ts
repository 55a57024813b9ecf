import type { Instant } from './types';

/** Milliseconds in a day: the unit of every age and duration in a rubric. */
export const DAY_MS = 86_400_000;

/** The last instant that a date can name; nothing is looked for beyond it. */
export const LAST_INSTANT = 8_640_000_000_000_000;

const ISO_8601 =
  /^([+-]\d{6}|\d{4})(-?)(\d{2})\2(\d{2})(?:[Tt ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?(?:([Zz])|([+-])(\d{2})(?::?(\d{2}))?)?)?$/;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar, counted in 400-year cycles from 1 March. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(shifted / 400);
  const yearOfCycle = shifted - cycle * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * 146_097 + dayOfCycle - 719_468;
}

/** Milliseconds into the day, or NaN when the clock shows no such time. 24:00 is the end of the day. */
function timeOfDay(hour: number, minute: number, second: number, millisecond: number): number {
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
  return minute > 59 || second > 59 || time > DAY_MS ? Number.NaN : time;
}

/**
 * Reads an ISO 8601 date or instant.
 *
 * A date alone is midnight UTC, a time without a zone is UTC, digits finer than a millisecond are dropped.
 *
 * @returns milliseconds since 1970 UTC, or NaN when the text is not a date that exists.
 * @example parseInstant('2026-06-01') === parseInstant('2026-06-01T02:00:00.0009+02:00')
 */
export function parseInstant(text: string): number {
  const match = ISO_8601.exec(text.trim());
  if (!match) return Number.NaN;
  const [, years, , months, days, hours, minutes, seconds, fraction, , sign, zoneHours, zoneMinutes] = match;
  const year = Number(years);
  const month = Number(months);
  const day = Number(days);
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return Number.NaN;
  const millisecond = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const time = timeOfDay(Number(hours ?? 0), Number(minutes ?? 0), Number(seconds ?? 0), millisecond);
  const zoneHour = Number(zoneHours ?? 0);
  const zoneMinute = Number(zoneMinutes ?? 0);
  if (zoneHour > 23 || zoneMinute > 59) return Number.NaN;
  const offset = (zoneHour * 60 + zoneMinute) * 60_000 * (sign === '-' ? -1 : 1);
  const instant = daysSinceEpoch(year, month, day) * DAY_MS + time - offset;
  return Math.abs(instant) <= LAST_INSTANT ? instant : Number.NaN;
}

/** Milliseconds since 1970 UTC of an instant in either form; NaN when it is none. Finer digits are dropped. */
export function toMilliseconds(instant: Instant): number {
  if (typeof instant === 'string') return parseInstant(instant);
  return Math.abs(instant) <= LAST_INSTANT ? Math.floor(instant) : Number.NaN;
}

/**
 * As {@link toMilliseconds}, for an instant that must be one.
 *
 * @throws RangeError when it is not.
 */
export function requireMilliseconds(instant: Instant): number {
  const milliseconds = toMilliseconds(instant);
  if (Number.isNaN(milliseconds)) {
    throw new RangeError(`"${instant}" is not an instant: ISO 8601 or milliseconds since 1970 is wanted.`);
  }
  return milliseconds;
}

/** Age in days of something that happened at `at`, as of `asOf`; both in milliseconds. Negative before it happens. */
export function ageInDays(at: number, asOf: number): number {
  return (asOf - at) / DAY_MS;
}

/**
 * The first millisecond at which something that happened at `at` is at least `days` old (older than that, when
 * `beyond`). Infinity, or −Infinity, when no date can name it.
 */
export function instantAtAge(at: number, days: number, beyond = false): number {
  const guess = at + Math.ceil(days * DAY_MS);
  if (!(guess < LAST_INSTANT)) return Number.POSITIVE_INFINITY;
  if (guess <= -LAST_INSTANT) return Number.NEGATIVE_INFINITY;
  const reached = (instant: number) => {
    const age = ageInDays(at, instant);
    return beyond ? age > days : age >= days;
  };
  // The division rounds, so the guess can be a millisecond off either way.
  let instant = guess;
  while (reached(instant - 1)) instant -= 1;
  while (!reached(instant)) instant += 1;
  return instant;
}
