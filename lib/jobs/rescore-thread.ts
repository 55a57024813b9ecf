import { parentPort } from 'node:worker_threads';
import type { GatheredFacts } from '@/lib/facts/gathered-facts';
import { rescorePage } from '@/lib/scores/mutations/rescore-all';
import { closeDb } from '@/lib/server/db';
import type { ThreadAnswer, ThreadRequest, ThreadTask } from './rescore-threads';

let facts: GatheredFacts | null = null;

/** A thread that does what it is sent, several things at once, until it is sent null. */
parentPort?.on('message', (request: ThreadRequest | null) => {
  void (request ? answer(request) : closeDb().finally(() => parentPort?.close()));
});

async function work(task: ThreadTask): Promise<ThreadAnswer['result']> {
  if ('page' in task) return rescorePage(task.page, task.now, facts);
  facts = task.use;
  return null;
}

async function answer({ id, task }: ThreadRequest): Promise<void> {
  try {
    tell({ id, result: await work(task), fault: null });
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ id, result: null, fault });
  }
}

function tell(message: ThreadAnswer): void {
  parentPort?.postMessage(message);
}
