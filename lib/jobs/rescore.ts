import type { Task } from 'graphile-worker';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { logger } from '@/lib/server/logger';

/** Task `rescore`: brings stale and due scores up to date. */
export const rescore: Task = async (_payload, { abortSignal }) => {
  const rescored = await rescoreStale({ clock: () => new Date(), signal: abortSignal });
  if (rescored > 0) logger.debug('Scores brought up to date', { leads: rescored });
};
