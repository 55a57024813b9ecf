import type { Task } from 'graphile-worker';
import { rescoreAll } from '@/lib/scores/mutations';
import { logger } from '@/lib/server/logger';

/** Task `rescore-all`: scores everyone whom the live version has not scored yet. */
export const rescoreEveryone: Task = async (_payload, { abortSignal }) => {
  const start = performance.now();
  const rescored = await rescoreAll({ clock: () => new Date(), signal: abortSignal });
  const seconds = (performance.now() - start) / 1000;
  if (rescored > 0) {
    logger.info('Everyone is scored by the live rubric', { leads: rescored, seconds: Math.round(seconds) });
  }
};
