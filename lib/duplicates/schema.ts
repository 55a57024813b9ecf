import { z } from 'zod';

const KEY = /^(0(?:\.\d{1,9})?|1)_([0-9a-f-]{36})_([0-9a-f-]{36})$/;

/** The key of a pair in an address: `0.83_ID_ID`; null when absent or malformed. */
export const pairKeySchema = z
  .string()
  .regex(KEY)
  .transform((text) => {
    const [, likeness = '', leadId = '', otherId = ''] = KEY.exec(text) ?? [];
    return { likeness: Number(likeness), leadId, otherId };
  })
  .refine(({ leadId, otherId }) => z.uuid().safeParse(leadId).success && z.uuid().safeParse(otherId).success)
  .nullable()
  .catch(null);

/** What is decided of two leads: the same after all, or not. */
export const judgeSchema = z.object({ leadId: z.uuid(), otherId: z.uuid(), same: z.boolean() });
