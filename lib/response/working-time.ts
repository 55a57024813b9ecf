import { TZDate } from '@date-fns/tz';
import type { WorkingHours } from './types';

const DAY_MS = 86_400_000;

/** The day of a zone that an instant falls on, as its year, month (from 0) and day. */
function dayOf(instant: number, timeZone: string): [year: number, month: number, day: number] {
  const local = new TZDate(instant, timeZone);
  return [local.getFullYear(), local.getMonth(), local.getDate()];
}

/** The working time of a day, in milliseconds since 1970; null on a day off. Days may be counted past a month's end. */
function hoursOn(year: number, month: number, day: number, { timeZone, week }: WorkingHours) {
  // The weekday of a date is the same in every zone.
  const weekday = (new Date(Date.UTC(year, month, day)).getUTCDay() + 6) % 7;
  const hours = week[weekday];
  if (!hours) return null;
  const at = (minute: number) => new TZDate(year, month, day, 0, minute, timeZone).getTime();
  return { opens: at(hours.from), closes: at(hours.to) };
}

/**
 * The instant at which so much working time has passed since another. With none to pass, the first instant that is
 * working time: the given one, or when work next begins.
 *
 * @param from milliseconds since 1970.
 * @param workingMs at least 0.
 * @param hours with at least one day on which there is work.
 */
export function addWorkingTime(from: number, workingMs: number, hours: WorkingHours): number {
  const [year, month, first] = dayOf(from, hours.timeZone);
  let left = workingMs;
  // A week has a working day, and a day at least half an hour of it.
  for (let day = first; ; day += 1) {
    const open = hoursOn(year, month, day, hours);
    if (!open) continue;
    const start = Math.max(from, open.opens);
    const room = open.closes - start;
    if (room > 0 && left <= room) return start + left;
    left -= Math.max(0, room);
  }
}

/** How much working time lies between two instants, in milliseconds; 0 when the second is not after the first. */
export function workingTimeBetween(from: number, to: number, hours: WorkingHours): number {
  if (to <= from) return 0;
  const [year, month, first] = dayOf(from, hours.timeZone);
  const days = Math.ceil((to - from) / DAY_MS) + 1;
  let sum = 0;
  for (let day = first; day <= first + days; day += 1) {
    const open = hoursOn(year, month, day, hours);
    if (open) sum += Math.max(0, Math.min(to, open.closes) - Math.max(from, open.opens));
  }
  return sum;
}

/** Whether an instant is working time: from the minute at which work begins until before the one at which it ends. */
export function isWorkingTime(instant: number, hours: WorkingHours): boolean {
  const open = hoursOn(...dayOf(instant, hours.timeZone), hours);
  return open !== null && instant >= open.opens && instant < open.closes;
}

/** The day of a zone that an instant falls on, as ISO 8601 writes it: "2026-03-29". */
export function toLocalDay(instant: number, timeZone: string): string {
  const [year, month, day] = dayOf(instant, timeZone);
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}
