import { z } from 'zod';
import { LeadState, Quadrant } from '@/lib/generated/prisma/enums';
import { choiceParam, idParam, listParam, textParam } from '@/lib/leads/address';
import { COMPANY_SIZE_KEYS } from '@/lib/leads/constants';
import { segmentParams } from '@/lib/leads/schema';
import type { LeadPage, LeadRow } from '@/lib/leads/types';
import { QUEUE_TABS } from './constants';
import type { QueueTier, ResponseClock } from './types';

/** What the queue is asked for: `/queue?tab=free&tier=A&lead=ID`. Bad values fall back to none. */
export const queueSearchSchema = z.object({
  tab: choiceParam(QUEUE_TABS, 'mine'),
  q: textParam(),
  tier: listParam,
  ...segmentParams,
  owner: idParam,
  lead: idParam,
  after: textParam(),
  before: textParam(),
});

export type QueueSearch = z.output<typeof queueSearchSchema>;

// Postgres takes no NUL in a text.
const text = z
  .string()
  .max(120)
  .transform((value) => value.replaceAll('\0', ''));
const texts = z.array(text).max(30);

/** Among which free leads the next one is chosen. */
export const nextLeadSchema = z.object({
  q: text.optional(),
  tier: texts,
  source: texts,
  country: texts,
  industry: texts,
  size: z.array(z.enum(COMPANY_SIZE_KEYS)).max(COMPANY_SIZE_KEYS.length),
  added: z.number().int().min(1).max(3_660).optional(),
});

export const takeLeadSchema = z.object({ leadId: z.uuid() });

/** A lead as a row of the queue. */
export interface QueueRow extends LeadRow {
  clock: ResponseClock | null;
}

/** What of an open queue changes by itself. */
export interface QueueRows {
  tiers: QueueTier[];
  page: Omit<LeadPage, 'rows'> & { rows: QueueRow[] };
  counts: Record<(typeof QUEUE_TABS)[number], number>;
}

const person = z.object({ id: z.string(), name: z.string() });
const instant = z.number().nullable();

const queueRowSchema = z.object({
  ...person.shape,
  title: z.string().nullable(),
  company: person.nullable(),
  state: z.enum(LeadState),
  owner: person.nullable(),
  lock: person.extend({ until: z.number() }).nullable(),
  snoozedUntil: instant,
  snoozeIntent: z.number().nullable(),
  firstEngagedAt: instant,
  respondBy: instant,
  score: z
    .object({
      fit: z.number(),
      intent: z.number(),
      score: z.number(),
      tier: z.string(),
      tierRank: z.number(),
      quadrant: z.enum(Quadrant),
      tierSince: z.number(),
      reason: z.object({ label: z.string(), at: instant }).nullable(),
    })
    .nullable(),
  clock: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('running'),
        startedAt: z.number(),
        warnAt: z.number(),
        dueAt: z.number(),
      }),
      z.object({ kind: z.literal('answered'), at: z.number() }),
      z.object({ kind: z.literal('untimed'), since: z.number() }),
    ])
    .nullable(),
});

/** Reads in the browser what an open queue is given anew. */
export const queueRowsSchema = z.object({
  tiers: z.array(
    z.object({ name: z.string(), rank: z.number(), action: z.enum(['route', 'nurture', 'hold']) }),
  ),
  page: z.object({
    rows: z.array(queueRowSchema),
    first: z.number(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  }),
  counts: z.record(z.enum(QUEUE_TABS), z.number()),
}) satisfies z.ZodType<QueueRows>;

/** What a notification on the desktop says of a lead, as the browser reads it. */
export const noticeSchema = z.object({
  name: z.string(),
  company: z.string().nullable(),
  tier: z.string(),
  reason: z.string().nullable(),
});

export type Notice = z.output<typeof noticeSchema>;
