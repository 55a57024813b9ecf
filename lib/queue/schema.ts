import { z } from 'zod';
import { choiceParam, idParam, listParam, textParam } from '@/lib/leads/address';
import { QUEUE_TABS } from './constants';

const filters = {
  q: textParam(),
  tier: listParam,
  source: listParam,
  country: listParam,
};

/** What the queue is asked for: `/queue?tab=free&tier=A&lead=ID`. Bad values fall back to none. */
export const queueSearchSchema = z.object({
  tab: choiceParam(QUEUE_TABS, 'mine'),
  ...filters,
  owner: idParam,
  lead: idParam,
  after: textParam(),
  before: textParam(),
});

export type QueueSearch = z.output<typeof queueSearchSchema>;

/** Among which free leads the next one is chosen. */
export const nextLeadSchema = z.object(filters);

export const takeLeadSchema = z.object({ leadId: z.uuid() });
