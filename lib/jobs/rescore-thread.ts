import { parentPort } from 'node:worker_threads';
import { rescorePage } from '@/lib/scores/mutations/rescore-all';
import { closeDb } from '@/lib/server/db';
import type { PageAnswer, PageRequest } from './rescore-threads';

/** A thread that rescores the pages it is sent, several at once, until it is sent null. */
parentPort?.on('message', (request: PageRequest | null) => {
  void (request ? answer(request) : closeDb().finally(() => parentPort?.close()));
});

async function answer({ page, leadIds, now }: PageRequest): Promise<void> {
  try {
    tell({ page, rescored: await rescorePage(leadIds, now), fault: null });
  } catch (error) {
    tell({
      page,
      rescored: 0,
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

function tell(message: PageAnswer): void {
  parentPort?.postMessage(message);
}
