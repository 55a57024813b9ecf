import { z } from 'zod';
import { DEFAULT_CALM } from './constants';

/** What is stored, and what the form sends; what is missing is as when nothing was said. */
export const calmSettingsSchema = z.object({
  fallPoints: z.int('Whole points').min(0).max(100, 'At most 100 points').default(DEFAULT_CALM.fallPoints),
  days: z.int('Whole days').min(0).max(365, 'At most 365 days').default(DEFAULT_CALM.days),
});

export const saveCalmSchema = z.object({
  /** When what was edited had been saved, in milliseconds since 1970; null when it never was. */
  basedOn: z.int().nullable(),
  calm: calmSettingsSchema,
});
