import { z } from 'zod';
import { DEFAULT_RESPONSE } from './constants';

/** Minutes in two weeks: no target is longer. */
const MOST_MINUTES = 20_160;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const dayHoursSchema = z
  .object({ from: z.int().min(0).max(1_410), to: z.int().min(30).max(1_440) })
  .refine(({ from, to }) => to >= from + 30, 'A working day has to last at least half an hour');

export const workingHoursSchema = z.object({
  timeZone: z.string().max(60).refine(isTimeZone, 'This is not a time zone'),
  week: z
    .array(dayHoursSchema.nullable())
    .length(7)
    .refine((week) => week.some((day) => day !== null), 'At least one day has to be a working day'),
});

const minutes = z.int('Whole minutes').min(1, 'At least a minute').max(MOST_MINUTES, 'At most two weeks');

export const targetSchema = z
  .object({ tier: z.string().trim().min(1).max(60), minutes, alarmMinutes: minutes })
  .refine(({ minutes: target, alarmMinutes }) => alarmMinutes > target, {
    path: ['alarmMinutes'],
    message: 'The alarm has to come after the target',
  });

/** What is stored, and what the form sends; what is missing is as when nothing was said. */
export const responseSettingsSchema = z.object({
  targets: z.array(targetSchema).max(20).default(DEFAULT_RESPONSE.targets),
  warnShare: z.number().min(0.1).max(0.9).default(DEFAULT_RESPONSE.warnShare),
  hours: workingHoursSchema.default(DEFAULT_RESPONSE.hours),
  escalateTo: z.array(z.uuid()).max(50).default(DEFAULT_RESPONSE.escalateTo),
  reassign: z.boolean().default(DEFAULT_RESPONSE.reassign),
});

/** A change of the settings, with the state it was made from: two people who edit at once never overwrite each other. */
export const saveResponseSchema = z.object({
  /** When what was edited had been saved, in milliseconds since 1970; null when it never was. */
  basedOn: z.int().nullable(),
  response: responseSettingsSchema,
});
