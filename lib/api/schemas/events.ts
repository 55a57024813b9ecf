import { z } from 'zod';
import { answeredId, answeredInstant, cursor, domain, email, instant, key, limit } from '../fields';

/** The most that an event's properties may take, as JSON, in bytes. */
export const EVENT_BYTES = 32 * 1024;

/** Whom an event or a deal is of. */
export const leadRef = z
  .strictObject({
    id: z.uuid().optional(),
    email: email.optional(),
    externalId: key.optional(),
    source: key.optional().meta({ description: 'The system that gave `externalId`; “api” when absent.' }),
  })
  .refine(
    ({ id, email, externalId }) => [id, email, externalId].some((value) => value !== undefined),
    'Name the lead by id, email or externalId',
  )
  .meta({ id: 'LeadRef', description: 'A lead that is known, by id, e-mail address or external id.' });

export const companyRef = z
  .strictObject({ domain })
  .meta({ id: 'CompanyRef', description: 'A company that is known, by its domain.' });

/** An event as it comes in. */
export const eventInput = z
  .strictObject({
    type: key.meta({
      description: 'A key such as `demo_requested`, or a name that tools send, such as “Demo Requested”.',
    }),
    at: instant.optional().meta({ description: 'When it happened; now when absent.' }),
    messageId: key.optional().meta({
      description: 'Your id of the event: sent twice it counts once. One is made when absent.',
    }),
    lead: leadRef.optional(),
    company: companyRef.optional(),
    properties: z
      .record(z.string().max(200), z.unknown())
      .optional()
      .refine(
        (properties) => Buffer.byteLength(JSON.stringify(properties ?? {})) <= EVENT_BYTES,
        'An event’s properties take 32 KB at most',
      )
      .meta({ description: 'What is told of it; criteria can look at it. 32 KB at most.' }),
  })
  .refine(
    ({ lead, company }) => lead !== undefined || company !== undefined,
    'An event needs a lead or a company',
  )
  .meta({ id: 'EventInput' });

export type EventInput = z.output<typeof eventInput>;

/** An event as answers carry it. */
export const event = z
  .strictObject({
    id: answeredId,
    messageId: z.string(),
    type: z.string(),
    at: answeredInstant,
    receivedAt: answeredInstant,
    leadId: answeredId.nullable(),
    companyId: answeredId.nullable(),
    properties: z.record(z.string(), z.unknown()),
    source: z.string(),
    filteredAs: z.string().nullable().meta({
      description: 'Why it is kept but not counted, such as `bot`; null when it counts.',
    }),
  })
  .meta({ id: 'Event' });

export type EventAnswer = z.output<typeof event>;

export const eventQuery = z.strictObject({
  type: key.optional().meta({ description: 'Only events of this type, by its key.' }),
  limit,
  cursor: cursor.optional(),
});
