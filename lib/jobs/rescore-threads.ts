import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RescorePage } from '@/lib/scores/mutations/rescore-all';

/** What a thread is asked: a page of leads to rescore as of an instant. */
export interface PageRequest {
  /** Tells the answers apart. */
  page: number;
  leadIds: readonly string[];
  now: Date;
}

export interface PageAnswer {
  page: number;
  rescored: number;
  /** What went wrong; null when nothing did. */
  fault: string | null;
}

/** More threads only wait for Postgres. */
const MOST_THREADS = 4;

/** While one page of a thread waits for the database, the other is computed. */
const PAGES_PER_THREAD = 2;

/** A thread does not take over its parent's loader of TypeScript: it registers its own before it loads the file. */
const START = `
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(require('node:worker_threads').workerData);
  });`;

const YOUNG_GENERATION_MB = 192;

interface Waiting {
  resolve: (rescored: number) => void;
  reject: (error: Error) => void;
}

/** Threads that rescore pages of leads, each with its own connections. */
export interface RescoreThreads {
  rescore: RescorePage;
  /** How many pages may be under way at once. */
  lanes: number;
  /** Ends the threads; only when no page is under way. */
  stop: () => Promise<void>;
}

function startThread() {
  const waiting = new Map<number, Waiting>();
  const thread = new Worker(START, {
    eval: true,
    execArgv: [],
    workerData: new URL('./rescore-thread.ts', import.meta.url).href,
    // A page's objects live as long as the page: with room for several, hardly any is moved about.
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    env: { ...process.env, LEADGRID_POOL_SIZE: String(PAGES_PER_THREAD) },
  });
  const giveUp = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  thread.on('message', ({ page, rescored, fault }: PageAnswer) => {
    const { resolve, reject } = waiting.get(page) ?? {};
    waiting.delete(page);
    if (fault === null) resolve?.(rescored);
    else reject?.(new Error(fault));
  });
  thread.on('error', giveUp);
  let ended = false;
  const exited = once(thread, 'exit').finally(() => {
    ended = true;
    giveUp(new Error('A rescoring thread ended'));
  });
  const rescore = (request: PageRequest) =>
    new Promise<number>((resolve, reject) => {
      if (ended) reject(new Error('The rescoring thread has ended'));
      waiting.set(request.page, { resolve, reject });
      thread.postMessage(request);
    });
  const stop = async () => {
    thread.postMessage(null);
    await exited.catch(() => undefined);
  };
  return { rescore, stop, isFree: () => waiting.size < PAGES_PER_THREAD };
}

/** One thread for two processors: Postgres needs the other for what a thread asks of it. */
function countThreads(): number {
  return Math.min(MOST_THREADS, Math.max(1, Math.floor(availableParallelism() / 2)));
}

/**
 * Starts threads to rescore pages with: half as many as there are processors, four at most.
 *
 * @param count how many to start instead.
 */
export function startRescoreThreads(count = countThreads()): RescoreThreads {
  const threads = Array.from({ length: count }, startThread);
  let page = 0;
  return {
    lanes: count * PAGES_PER_THREAD,
    rescore: async (leadIds, now) => {
      const thread = threads.find(({ isFree }) => isFree());
      if (!thread) throw new Error('All rescoring threads are busy: ask for fewer pages at once');
      page += 1;
      return thread.rescore({ page, leadIds, now });
    },
    stop: async () => {
      await Promise.all(threads.map(({ stop }) => stop()));
    },
  };
}
