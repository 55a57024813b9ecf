import { z } from 'zod';
import { LEAD_STATES, QUADRANTS } from '@/lib/leads/constants';
import {
  answeredId,
  answeredInstant,
  cursor,
  domain,
  email,
  instant,
  key,
  limit,
  name,
  points,
  texts,
  wordsOf,
} from '../fields';
import { answeredAttributes, companyAttributes, leadAttributes } from './attributes';

/** The company that a lead brings along. */
const companyOfLead = z
  .strictObject({
    domain: domain.optional(),
    name: name.optional(),
    attributes: companyAttributes.optional(),
  })
  .refine(
    ({ domain, name }) => domain !== undefined || name !== undefined,
    'A company needs a domain or a name',
  )
  .meta({ description: 'The company they work for: found by domain, else by name, else made.' });

/** A lead as it comes in. */
export const leadInput = z
  .strictObject({
    email: email.optional(),
    externalId: key.optional().meta({ description: 'The id that another system gave them.' }),
    source: key.optional().meta({ description: 'The system that gave `externalId`; “api” when absent.' }),
    name: name.optional().meta({ description: 'First and last name when absent.' }),
    createdAt: instant
      .optional()
      .meta({ description: 'When they became known; the earliest instant given stays.' }),
    owner: email.optional().meta({
      description: 'The e-mail address of whoever works them; does not take a lead away from its owner.',
    }),
    attributes: leadAttributes.optional(),
    company: companyOfLead.optional(),
  })
  .refine(
    ({ email, externalId }) => email !== undefined || externalId !== undefined,
    'A lead needs an e-mail address or an external id',
  )
  .meta({ id: 'LeadInput' });

export type LeadInput = z.output<typeof leadInput>;

const reason = z.strictObject({ label: z.string(), at: answeredInstant.nullable() }).nullable();

/** A lead's stored score. */
const scoreOfLead = z.strictObject({
  fit: z.int(),
  intent: z.int(),
  score: z.int(),
  tier: z.string(),
  quadrant: z.enum(QUADRANTS),
  reason: reason.meta({ description: 'The strongest present reason, and when it happened.' }),
  tierSince: answeredInstant,
  scoredAt: answeredInstant,
});

/** A lead as answers carry it. */
export const lead = z
  .strictObject({
    id: answeredId,
    email: z.string().nullable(),
    source: z.string().nullable(),
    externalId: z.string().nullable(),
    name: z.string().nullable(),
    state: z.enum(LEAD_STATES),
    owner: z.strictObject({ id: answeredId, name: z.string(), email: z.string() }).nullable(),
    company: z.strictObject({ id: answeredId, name: z.string(), domain: z.string().nullable() }).nullable(),
    attributes: answeredAttributes,
    score: scoreOfLead.nullable().meta({ description: 'Null until the lead is scored for the first time.' }),
    scorePending: z
      .boolean()
      .meta({ description: 'Something changed since; the score follows in a moment.' }),
    createdAt: answeredInstant,
    updatedAt: answeredInstant,
    firstEngagedAt: answeredInstant.nullable(),
    snoozedUntil: answeredInstant.nullable(),
  })
  .meta({ id: 'Lead' });

export type LeadAnswer = z.output<typeof lead>;

/** The order of a list of leads; the first is the one that pages stay whole in while scores move. */
export const LIST_ORDERS = ['added', 'rank', 'score'] as const;

const owner = z
  .union([z.literal('none'), z.uuid()])
  .meta({ description: 'The id of a person, or “none” for leads that nobody owns.' });

/** What a list of leads is narrowed by. */
export const leadQuery = z.strictObject({
  q: z.string().trim().min(1).max(120).optional().meta({
    description: 'The beginning of a name, of an address, or of the company’s name.',
  }),
  tier: texts.optional(),
  quadrant: wordsOf(QUADRANTS).optional(),
  state: wordsOf(LEAD_STATES).optional(),
  companyId: z.uuid().optional(),
  owner: owner.optional(),
  source: texts.optional().meta({ description: 'Where leads came from, with commas between.' }),
  country: texts.optional(),
  minFit: points.optional(),
  maxFit: points.optional(),
  minIntent: points.optional(),
  maxIntent: points.optional(),
  order: z.enum(LIST_ORDERS).default('added').meta({
    description:
      'The last added first; or by rank (tier, then score), or score. While scores move between two pages, only the first repeats and skips none.',
  }),
  limit,
  cursor: cursor.optional(),
});

export type LeadQuery = z.output<typeof leadQuery>;

/** What the queue is narrowed by. */
export const queueQuery = leadQuery.pick({
  q: true,
  tier: true,
  owner: true,
  source: true,
  country: true,
  limit: true,
  cursor: true,
});

export const leadId = z.strictObject({ id: z.uuid() });
export const leadEmail = z.strictObject({ email });
export const externalIdPath = z.strictObject({ source: key, externalId: key });

/** A lead of the queue, with its place in it. */
export const queuedLead = z
  .strictObject({
    rank: z.int().meta({ description: 'The lead’s place in this list, counted from 1.' }),
    lead,
  })
  .meta({ id: 'QueuedLead' });
