import { z } from 'zod';
import { choiceParam, idParam } from '@/lib/leads/address';
import { ALERT_TABS } from './constants';

/** What the alerts are asked for: `/alerts?tab=nurtured&before=ID`. Bad values fall back to none. */
export const alertSearchSchema = z.object({
  tab: choiceParam(ALERT_TABS, 'yours'),
  before: idParam,
});

export const seenSchema = z.object({ until: z.int().min(0) });
