import { z } from 'zod';

/** The leads of a short list that are to be named. */
export const nameLeadsSchema = z.object({ leadIds: z.array(z.uuid()).max(50) });

export const versionIdSchema = z.uuid();

const whole = z.int().min(0);

/** Evidence as it travels to the browser. */
export const evidenceTableSchema = z.object({
  asOf: z.number(),
  leadIds: z.array(z.string()),
  disqualified: z.array(whole),
  columns: z.array(z.object({ criterionId: z.string(), rows: z.array(whole), units: z.array(z.number()) })),
});
