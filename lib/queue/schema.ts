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

const texts = z.array(z.string().max(120)).max(30);

/** Among which free leads the next one is chosen. */
export const nextLeadSchema = z.object({
  q: z.string().max(120).optional(),
  tier: texts,
  source: texts,
  country: texts,
});

export const takeLeadSchema = z.object({ leadId: z.uuid() });
