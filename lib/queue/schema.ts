import { z } from 'zod';
import { choiceParam, idParam, listParam, textParam } from '@/lib/leads/address';
import { QUEUE_TABS } from './constants';

/** What the queue is asked for: `/queue?tab=free&tier=A&lead=ID`. Bad values fall back to none. */
export const queueSearchSchema = z.object({
  tab: choiceParam(QUEUE_TABS, 'mine'),
  q: textParam(),
  tier: listParam,
  source: listParam,
  country: listParam,
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
});

export const takeLeadSchema = z.object({ leadId: z.uuid() });
