import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { pruneImportEdits } from '@/lib/imports/mutations/prune-edits';
import { undoImport as undo } from '@/lib/imports/mutations/undo-import';
import { logger } from '@/lib/server/logger';

const payloadSchema = z.object({ importId: z.uuid() });

/** Task `undo-import`: undoes an import that is marked for it; told to stop, it goes on where it was when taken up again. */
export const undoImport: Task = async (payload, { abortSignal }) => {
  const { importId } = payloadSchema.parse(payload);
  const undone = await undo(importId, { signal: abortSignal });
  if (undone) logger.info('An import was undone', { importId, ...undone });
};

/** Task `prune-import-edits`: forgets what imports changed that are too old to be undone. */
export const pruneEdits: Task = async (_payload, { abortSignal }) => {
  const pruned = await pruneImportEdits(new Date(), abortSignal);
  if (pruned > 0) logger.info('Imports of long ago can no longer be undone', { edits: pruned });
};
