import type { Task } from 'graphile-worker';
import { countOutdated, rescoreAll, type RescoreAllOptions } from '@/lib/scores/mutations/rescore-all';
import { logger } from '@/lib/server/logger';
import { startRescoreCrew } from './rescore-threads';

/** Fewer leads are rescored before threads would have started. */
const WORTH_THREADS = 5_000;

/** As `rescoreAll`, with the pages spread over threads when there are enough of them to be worth it. */
export async function rescoreAllInThreads(options: RescoreAllOptions): Promise<number> {
  if ((await countOutdated(WORTH_THREADS)) < WORTH_THREADS) return rescoreAll(options);
  const crew = startRescoreCrew();
  try {
    return await rescoreAll({ ...options, crew });
  } finally {
    await crew.stop();
  }
}

/** Task `rescore-all`: scores everyone whom the live version has not scored yet. */
export const rescoreEveryone: Task = async (_payload, { abortSignal }) => {
  const start = performance.now();
  const rescored = await rescoreAllInThreads({ clock: () => new Date(), signal: abortSignal });
  const seconds = (performance.now() - start) / 1000;
  if (rescored > 0) {
    logger.info('Everyone is scored by the live rubric', { leads: rescored, seconds: Math.round(seconds) });
  }
};
