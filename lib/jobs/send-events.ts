import type { Task } from 'graphile-worker';
import { logger } from '@/lib/server/logger';
import { pruneOldDeliveries } from '@/lib/webhooks/mutations/prune-deliveries';
import { sendEvents } from '@/lib/webhooks/mutations/send-events';

/** Task `send-events`: sends what is in the outbox, and what is due to be tried again. */
export const sendOutgoing: Task = async (_payload, { abortSignal }) => {
  const tries = await sendEvents({ clock: () => new Date(), signal: abortSignal });
  if (tries > 0) logger.debug('Events were sent', { tries });
};

/** Task `prune-deliveries`: forgets deliveries that are older than they are kept. */
export const pruneDeliveries: Task = async (_payload, { abortSignal }) => {
  const pruned = await pruneOldDeliveries(new Date(), abortSignal);
  if (pruned > 0) logger.info('Old deliveries were deleted', { deliveries: pruned });
};
