import { WEEKDAYS } from './constants';
import type { WorkingHours } from './types';

/** A minute of the day as clocks show it: 570 is "09:30". */
export function describeMinuteOfDay(minute: number): string {
  const two = (count: number) => String(count).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Working hours in words, days alike together: "Mon–Fri 09:00–17:00, Sat 10:00–14:00". */
export function describeHours({ week }: WorkingHours): string {
  const said = week.map((day) => day && `${describeMinuteOfDay(day.from)}–${describeMinuteOfDay(day.to)}`);
  const parts: string[] = [];
  for (let first = 0; first < said.length;) {
    let last = first;
    while (last + 1 < said.length && said[last + 1] === said[first]) last += 1;
    const name = (place: number) => WEEKDAYS[place]?.slice(0, 3) ?? '';
    const days = first === last ? name(first) : `${name(first)}–${name(last)}`;
    if (said[first]) parts.push(`${days} ${said[first]}`);
    first = last + 1;
  }
  return parts.join(', ');
}
