import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { undoImport as undo } from '@/lib/imports/mutations/undo-import';
import { logger } from '@/lib/server/logger';

const payloadSchema = z.object({ importId: z.uuid() });

/** Task `undo-import`: undoes an import that is marked for it; told to stop, it goes on where it was when taken up again. */
export const undoImport: Task = async (payload, { abortSignal }) => {
  const { importId } = payloadSchema.parse(payload);
  const undone = await undo(importId, { signal: abortSignal });
  if (undone) logger.info('An import was undone', { importId, ...undone });
};
