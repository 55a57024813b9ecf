import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { resumeClocks } from '@/lib/routing/mutations/clocks';
import { routeLeads } from '@/lib/routing/mutations/route-leads';
import { tellClock } from '@/lib/routing/mutations/tell-clock';
import { logger } from '@/lib/server/logger';

/** Task `route-leads`: gives leads that came into a routed tier to reps. */
export const routeWaiting: Task = async (_payload, { abortSignal }) => {
  const looked = await routeLeads({ clock: () => new Date(), signal: abortSignal });
  if (looked > 0) logger.debug('Leads were routed', { changes: looked });
};

const payloadSchema = z.object({ leadId: z.uuid() });

/** Task `answer-clock`: says what a lead's response clock has to say; without a lead, looks for clocks that were missed. */
export const tellAnswerClock: Task = async (payload) => {
  const lead = payloadSchema.safeParse(payload).data;
  if (lead) await tellClock(lead.leadId, new Date());
  else await resumeClocks(new Date());
};
