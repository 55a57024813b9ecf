import { z } from 'zod';

/** A person's word on an event that a rule set aside. */
export const decideEventSchema = z.object({
  eventId: z.uuid(),
  /** True has it counted; false takes that back. */
  counts: z.boolean(),
});

const reason = z.string().regex(/^[a-z0-9_-]{1,40}$/u);

export const restoreReasonSchema = z.object({ reason });

const keySchema = z
  .string()
  .regex(/^\d{1,15}_[0-9a-f-]{36}$/u)
  .transform((text) => {
    const [at = '', id = ''] = text.split('_');
    return { at: new Date(Number(at)), id };
  })
  .refine(({ at, id }) => !Number.isNaN(at.getTime()) && z.uuid().safeParse(id).success);

/** The address of the screen of filtered events; what cannot be read is left out. */
export const filteredAddressSchema = z.object({
  reason: reason.optional().catch(undefined),
  before: keySchema.optional().catch(undefined),
  after: keySchema.optional().catch(undefined),
});

/** Reads an event's key as `formatEventKey` wrote it; undefined for anything else. */
export function readEventKey(text: string): { at: Date; id: string } | undefined {
  return keySchema.safeParse(text).data;
}

/** Writes a page's key as the address holds it. */
export function formatEventKey({ at, id }: { at: Date; id: string }): string {
  return `${at.getTime()}_${id}`;
}
