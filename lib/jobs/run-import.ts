import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { ImportFault } from '@/lib/imports/import-fault';
import { importUpload, ImportBusy, tryUpload } from '@/lib/imports/mutations/run-import';
import { logger } from '@/lib/server/logger';

const payloadSchema = z.object({ importId: z.uuid(), dry: z.boolean().default(false) });

/**
 * Task `run-import`: imports an uploaded file, or with `dry` says what that would do. Told to stop, or found in another worker's hands, it fails and is so taken
 * up again later.
 */
export const runImport: Task = async (payload, { abortSignal }) => {
  const { importId, dry } = payloadSchema.parse(payload);
  const run = { clock: () => new Date(), signal: abortSignal };
  if (dry) return tryUpload(importId, run);
  try {
    const progress = await importUpload(importId, run);
    if (progress) logger.info('A file was imported', { importId, ...progress });
  } catch (error) {
    if (abortSignal?.aborted || error instanceof ImportBusy) throw error;
    // The import says so itself; trying again would find the same file.
    if (!(error instanceof ImportFault)) logger.error('An import failed', { importId, error });
  }
};
