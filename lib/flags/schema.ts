import { z } from 'zod';

const words = (least: string) => z.string().trim().min(3, least).max(1_000, 'At most 1,000 characters.');

export const raiseFlagSchema = z.object({
  kind: z.enum(['criterion', 'disqualifier']),
  itemId: z.string().trim().min(1).max(200),
  reason: words('Say in a few words what is wrong, and why.'),
  /** The lead on which it was noticed. */
  leadId: z.uuid().optional(),
});

export const answerFlagSchema = z.object({
  id: z.uuid(),
  outcome: z.enum(['changed', 'kept']),
  answer: words('Say in a few words what you did, or why it stays.'),
});

export const flagIdSchema = z.object({ id: z.uuid() });
