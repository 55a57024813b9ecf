import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { ImportFault } from '@/lib/imports/import-fault';
import { importUpload } from '@/lib/imports/mutations/run-import';
import { logger } from '@/lib/server/logger';

const payloadSchema = z.object({ importId: z.uuid() });

/** Task `run-import`: imports an uploaded file. Told to stop, it is taken up again by the next worker. */
export const runImport: Task = async (payload, { abortSignal }) => {
  const { importId } = payloadSchema.parse(payload);
  try {
    const progress = await importUpload(importId, { clock: () => new Date(), signal: abortSignal });
    if (progress) logger.info('A file was imported', { importId, ...progress });
  } catch (error) {
    if (abortSignal?.aborted) throw error;
    // The import says so itself; trying again would find the same file.
    if (!(error instanceof ImportFault)) logger.error('An import failed', { importId, error });
  }
};
