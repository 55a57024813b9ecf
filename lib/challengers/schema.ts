import { z } from 'zod';

const note = z.string().trim().min(1, 'Say in a few words what changed and why.').max(2000);

export const startChallengerSchema = z.object({
  note,
  /** The draft's revision as it was last seen. */
  revision: z.int().min(1),
});

export const withdrawChallengerSchema = z.object({ challengerId: z.uuid() });
