import { z } from 'zod';
import { rubricSchema } from '@/lib/rubrics/schema';

/** What evidence is asked for. */
export const gatherSchema = z.object({
  part: z.enum(['leads', 'deals']),
  /** A rubric with those criteria and disqualifiers alone whose evidence is wanted. */
  rubric: rubricSchema,
  /** The part that the answer is to go with: its instant, its rows, and the last of them; null for a new one. */
  known: z.object({ asOf: z.number(), fingerprint: z.string(), lastId: z.uuid().nullable() }).nullable(),
});

export type GatherRequest = z.output<typeof gatherSchema>;
