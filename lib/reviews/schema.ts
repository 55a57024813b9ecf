import { z } from 'zod';
import { textParam } from '@/lib/leads/address';

export const reviewSearchSchema = z.object({ after: textParam(), before: textParam() });

const note = z
  .string()
  .trim()
  .max(500, 'At most 500 characters')
  .transform((text) => text.replaceAll('\0', ''))
  .optional();

/** What somebody decides about a lead of low fit and high intent. */
export const reviewSchema = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('left'), leadId: z.uuid(), note }),
  z.object({
    decision: z.literal('routed'),
    leadId: z.uuid(),
    /** Null for whoever the rules of routing choose. */
    toUserId: z.uuid().nullable(),
    note,
  }),
]);
