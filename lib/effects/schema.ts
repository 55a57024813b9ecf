import { z } from 'zod';
import { rubricSchema } from '@/lib/rubrics/schema';

/** The leads of a short list that are to be named. */
export const nameLeadsSchema = z.object({ leadIds: z.array(z.uuid()).max(100) });

export const versionIdSchema = z.uuid();

/** Two rubrics to be compared on every lead. */
export const measureSchema = z.object({
  before: rubricSchema,
  after: rubricSchema,
  movers: z.int().min(1).max(50).optional(),
  /** Measures everyone anew, as of now. */
  fresh: z.boolean(),
});

/** A rubric of which is asked how many leads came into its best tier. */
export const flowSchema = z.object({ rubric: rubricSchema });
