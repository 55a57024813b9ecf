import { z } from 'zod';
import { DEFAULT_REASONS } from './constants';

// More would not fit the figures that pick one.
const MOST_REASONS = 9;

const reasonList = z
  .array(z.string().trim().min(1, 'A reason has a name').max(60, 'At most 60 characters'))
  .transform((reasons) => [...new Set(reasons)])
  .refine((reasons) => reasons.length > 0, 'At least one reason is needed')
  .refine((reasons) => reasons.length <= MOST_REASONS, `At most ${MOST_REASONS}, one for each figure`);

/** Why leads are given up: what a rep may choose from, in order. */
export const reasonsSchema = z.object({
  disqualified: reasonList.default(DEFAULT_REASONS.disqualified),
  lost: reasonList.default(DEFAULT_REASONS.lost),
});

export type Reasons = z.output<typeof reasonsSchema>;

/** A change to the reasons, with the state it was made from. */
export const saveReasonsSchema = z.object({
  /** When what was edited had been saved, in milliseconds since 1970; null when it never was. */
  basedOn: z.int().nullable(),
  reasons: reasonsSchema,
});
