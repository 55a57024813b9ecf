import { z } from 'zod';
import { toQueueAddress } from '@/lib/queue/queue-address';
import { queueSearchSchema } from '@/lib/queue/schema';

/** What a view is called. */
const nameSchema = z
  .string()
  .trim()
  .min(1, 'A view needs a name')
  .max(60, 'At most 60 characters')
  // Postgres takes no NUL in a text.
  .transform((name) => name.replaceAll('\0', ''));

/** An address of the queue, of which the filters are kept: neither the open lead nor the page. */
const addressSchema = z
  .string()
  .max(2_000)
  .transform((address) => {
    const params = Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? ''));
    const start = { lead: undefined, after: undefined, before: undefined };
    return toQueueAddress(queueSearchSchema.parse(params), start);
  });

export const saveViewSchema = z.object({ name: nameSchema, address: addressSchema, shared: z.boolean() });

export type SaveView = z.output<typeof saveViewSchema>;

export const changeViewSchema = z.object({ id: z.uuid(), name: nameSchema, shared: z.boolean() });

export const viewIdSchema = z.object({ id: z.uuid() });
