import { z } from 'zod';
import { QUADRANTS } from '@/lib/leads/constants';
import {
  amount,
  answeredId,
  answeredInstant,
  currency,
  cursor,
  email,
  instant,
  key,
  limit,
  name,
} from '../fields';
import { companyRef, leadRef } from './events';

export const OUTCOMES = ['open', 'won', 'lost'] as const;

const values = {
  name: name.optional(),
  stage: name.optional(),
  outcome: z.enum(OUTCOMES).optional(),
  amount: amount.optional(),
  currency: currency.optional(),
  closedAt: instant.optional().meta({
    description: 'When it was won or lost; now when absent. A deal that is opened again loses it.',
  }),
  lostReason: name.optional(),
  owner: email.optional().meta({ description: 'The e-mail address of whoever works it.' }),
  lead: leadRef.optional(),
  company: companyRef.optional(),
};

interface Closing {
  outcome?: 'open' | 'won' | 'lost';
  closedAt?: string;
}

const isOpenAndClosed = ({ outcome, closedAt }: Closing) => outcome === 'open' && closedAt !== undefined;
const OPEN_AND_CLOSED = { path: ['closedAt'], message: 'An open deal is not closed' };

/** A deal as it comes in. */
export const dealInput = z
  .strictObject({
    externalId: key.meta({ description: 'Your id of the deal: sent again, it changes the deal.' }),
    source: key.optional().meta({ description: 'The system that gave `externalId`; “api” when absent.' }),
    createdAt: instant.optional().meta({ description: 'When it was opened; now when absent.' }),
    ...values,
  })
  .refine(
    ({ lead, company }) => lead !== undefined || company !== undefined,
    'A deal needs a lead or a company',
  )
  .refine((deal) => !isOpenAndClosed(deal), OPEN_AND_CLOSED)
  .meta({ id: 'DealInput' });

export type DealInput = z.output<typeof dealInput>;

/** What changes of a deal that is stored. */
export const dealChange = z
  .strictObject(values)
  .refine((change) => Object.keys(change).length > 0, 'Name at least one thing that changes')
  .refine((change) => !isOpenAndClosed(change), OPEN_AND_CLOSED)
  .meta({ id: 'DealChange' });

export type DealChange = z.output<typeof dealChange>;

/** A deal as answers carry it. */
export const deal = z
  .strictObject({
    id: answeredId,
    source: z.string().nullable(),
    externalId: z.string().nullable(),
    name: z.string(),
    leadId: answeredId.nullable(),
    companyId: answeredId.nullable(),
    owner: z.strictObject({ id: answeredId, name: z.string(), email: z.string() }).nullable(),
    stage: z.string().nullable(),
    outcome: z.enum(OUTCOMES),
    amount: z
      .string()
      .nullable()
      .meta({ description: 'Decimal text with two digits, so that none is lost.' }),
    currency: z.string().nullable(),
    lostReason: z.string().nullable(),
    createdAt: answeredInstant,
    closedAt: answeredInstant.nullable(),
    engagement: z
      .strictObject({
        at: answeredInstant,
        fit: z.int(),
        intent: z.int(),
        score: z.int(),
        tier: z.string(),
        quadrant: z.enum(QUADRANTS),
      })
      .nullable()
      .meta({
        description: 'The lead’s score when a rep first engaged it: what close rates are counted by.',
      }),
    updatedAt: answeredInstant,
  })
  .meta({ id: 'Deal' });

export type DealAnswer = z.output<typeof deal>;

export const dealQuery = z.strictObject({
  outcome: z.enum(OUTCOMES).optional(),
  leadId: z.uuid().optional(),
  companyId: z.uuid().optional(),
  limit,
  cursor: cursor.optional(),
});

export type DealQuery = z.output<typeof dealQuery>;

export const dealId = z.strictObject({ id: z.uuid() });
