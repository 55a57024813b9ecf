import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { proposeDuplicates } from '@/lib/duplicates/mutations';
import { logger } from '@/lib/server/logger';

const payloadSchema = z.looseObject({ since: z.iso.datetime().optional() });

/** Task `find-duplicates`: proposes leads that may be one person; with `since`, only where one was written since. */
export const findDuplicates: Task = async (payload) => {
  const { since } = payloadSchema.parse(payload ?? {});
  const found = await proposeDuplicates(since ? new Date(since) : null);
  if (found > 0) logger.info('Possible duplicates were found', { pairs: found });
};
