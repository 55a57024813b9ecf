import { once } from 'node:events';
import { closeDb } from '@/lib/server/db';
import { logger } from '@/lib/server/logger';
import { startWorker } from './worker-jobs';

/**
 * The worker process: works off jobs until SIGTERM or SIGINT, or until the process that started it is gone; ends what is
 * under way in order. Any number of them may run on one database.
 */
async function work(): Promise<void> {
  const asked = [once(process, 'SIGTERM'), once(process, 'SIGINT')];
  if (process.connected) asked.push(once(process, 'disconnect'));
  const runner = await startWorker();
  logger.info('The worker runs');
  // When the runner ends by itself, something is badly wrong: the process ends too, and is started anew.
  await Promise.race([...asked, runner.promise]);
  await runner.stop().catch(() => undefined);
  await closeDb();
}

try {
  await work();
  process.exit(0);
} catch (error) {
  logger.error('The worker cannot go on', { error });
  process.exit(1);
}
