import { z } from 'zod';
import { choicesParam, idParam } from '@/lib/leads/address';
import { EVENT_TYPES } from '@/lib/outbox/constants';
import { filtersSchema } from './read-filters';

const name = z
  .string()
  .trim()
  .min(1, 'Give it a name')
  .max(80, 'At most 80 characters')
  .regex(/^\P{Cc}*$/u, 'No line breaks or control characters');

const url = z.string().trim().min(1, 'An address is needed').max(2_000, 'At most 2,000 characters');

const common = { name, filters: filtersSchema, includeBulk: z.boolean().default(false) };

const recipientIds = z.array(z.uuid()).min(1, 'Choose at least one person').max(50, 'At most 50 people');

/** An endpoint as a form or a program describes it, by its kind. */
export const endpointSchema = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('webhook'),
    url,
    eventTypes: z.array(z.enum(EVENT_TYPES)).min(1, 'Choose at least one event'),
  }),
  z.object({
    ...common,
    kind: z.literal('slack'),
    /** Left out when it stays as it is: it is a secret, and never shown back. */
    url: url.optional(),
  }),
  z.object({ ...common, kind: z.literal('email'), recipientIds }),
]);

export type EndpointInput = z.output<typeof endpointSchema>;

export const endpointIdSchema = z.object({ id: z.uuid() });

export const saveEndpointSchema = z.object({ id: z.uuid().nullable(), endpoint: endpointSchema });

export const switchEndpointSchema = z.object({ id: z.uuid(), active: z.boolean() });

export const replaySchema = z.object({ deliveryId: z.uuid() });

export const replayFailedSchema = z.object({
  id: z.uuid(),
  since: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});

export const networkSchema = z.object({ allowPrivateAddresses: z.boolean() });

const MAIL_URL = /^smtps?:\/\/\S+$/i;

export const mailSchema = z.object({
  /** Left out when it stays as it is: it holds a password, and is never shown back. */
  url: z
    .string()
    .trim()
    .max(1_000)
    .refine((text) => MAIL_URL.test(text) && URL.canParse(text) && new URL(text).hostname !== '', {
      message: 'This is not an address such as smtp://user:password@mail.example.com:587',
    })
    .optional(),
  from: z
    .string()
    .trim()
    .min(3, 'An address is needed')
    .max(254)
    .regex(
      /^(?:[^<>\p{Cc}@]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u,
      'This is not an address such as leads@example.com',
    ),
});

/** What an endpoint's page is asked for: `?state=failed&delivery=ID&before=…`; what cannot be read is left out. */
export const deliverySearchSchema = z.object({
  state: choicesParam(['pending', 'sent', 'failed'] as const),
  delivery: idParam,
  before: idParam,
});
