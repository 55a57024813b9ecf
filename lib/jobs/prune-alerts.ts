import type { Task } from 'graphile-worker';
import { pruneAlerts } from '@/lib/alerts/mutations';
import { logger } from '@/lib/server/logger';

/** Task `prune-alerts`: forgets what people were told of leads long ago. */
export const pruneOldAlerts: Task = async (_payload, { abortSignal }) => {
  const pruned = await pruneAlerts(new Date(), abortSignal);
  if (pruned > 0) logger.info('Old alerts were deleted', { alerts: pruned });
};
