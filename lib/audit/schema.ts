import { z } from 'zod';

const keySchema = z
  .string()
  .regex(/^\d{1,15}_[0-9a-f-]{36}$/u)
  .transform((text) => {
    const [at = '', id = ''] = text.split('_');
    return { at: new Date(Number(at)), id };
  })
  .refine(({ at, id }) => !Number.isNaN(at.getTime()) && z.uuid().safeParse(id).success);

/** The audit screen's address; what cannot be read is left out. */
export const auditAddressSchema = z.object({
  action: z
    .string()
    .regex(/^[a-z0-9_.-]{1,80}$/u)
    .optional()
    .catch(undefined),
  before: keySchema.optional().catch(undefined),
  after: keySchema.optional().catch(undefined),
});

/** Writes a page's key as the address holds it. */
export function formatAuditKey({ at, id }: { at: Date; id: string }): string {
  return `${at.getTime()}_${id}`;
}
