import { addDays, addMonths, nextMonday, set } from 'date-fns';

export interface SnoozeChoice {
  label: string;
  until: Date;
}

function atNine(day: Date): Date {
  return set(day, { hours: 9, minutes: 0, seconds: 0, milliseconds: 0 });
}

/** When a snoozed lead may come back: mornings at nine, in the viewer's own time. */
export function listSnoozeChoices(now: Date): SnoozeChoice[] {
  const choices = [
    { label: 'Tomorrow', until: atNine(addDays(now, 1)) },
    { label: 'In 3 days', until: atNine(addDays(now, 3)) },
    { label: 'Next Monday', until: atNine(nextMonday(now)) },
    { label: 'In a month', until: atNine(addMonths(now, 1)) },
  ];
  // On a Sunday, tomorrow is next Monday.
  const instants = choices.map(({ until }) => until.getTime());
  return choices.filter(({ until }, index) => instants.indexOf(until.getTime()) === index);
}

/** A day as a date field holds it ("2026-03-02"), as nine in the morning of the viewer; null when it is none. */
export function readSnoozeDay(text: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [, year, month, day] = match.map(Number);
  const until = new Date(year ?? 0, (month ?? 1) - 1, day ?? 1, 9);
  return Number.isNaN(until.getTime()) ? null : until;
}
