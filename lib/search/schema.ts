import { z } from 'zod';

/** What is typed into the search over everything. */
export const searchSchema = z.object({
  q: z
    .string('q is needed')
    // Postgres takes no NUL in a text.
    .transform((text) => text.replaceAll('\0', ''))
    .pipe(z.string().trim().min(2, 'At least 2 characters').max(120, 'At most 120 characters')),
});
