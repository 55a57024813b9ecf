import { z } from 'zod';
import { findPathFault } from '@/lib/scoring/fields';

const leadPath = z
  .string()
  .min(1)
  .max(200)
  .refine((path) => findPathFault(path, 'lead') === null, 'is not a field');

/** Of which field the values are asked for, or of which event types, parted by line breaks, the properties. */
export const fieldsQuerySchema = z.union([
  z.object({ lead: leadPath }),
  z.object({ events: z.string().min(1).max(4_000) }),
]);

const valueSchema = z.object({ value: z.union([z.string(), z.number(), z.boolean()]), count: z.number() });

/** Reads in the browser which values occur. */
export const fieldValuesSchema = z.object({ values: z.array(valueSchema), isEstimate: z.boolean() });

/** Reads in the browser which properties events have. */
export const eventPropertiesSchema = z.object({
  properties: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      type: z.enum(['text', 'number', 'boolean', 'date', 'list']),
      values: z.array(valueSchema),
    }),
  ),
  events: z.number(),
});
