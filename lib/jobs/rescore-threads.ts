import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { GatheredFacts } from '@/lib/facts/gathered-facts';
import type { Crew, Page } from '@/lib/scores/mutations/rescore-all';

/** What a thread can do: rescore a page of leads, gather everyone's facts, or use those that another gathered. */
export type ThreadTask =
  { page: Page; now: Date } | { gather: readonly number[] | null } | { use: GatheredFacts | null };

export interface ThreadRequest {
  /** Tells the answers apart. */
  id: number;
  task: ThreadTask;
}

export interface ThreadAnswer {
  id: number;
  /** Of a page, how many leads were rescored; of a gathering, the facts. */
  result: number | GatheredFacts | null;
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
  resolve: (result: ThreadAnswer['result']) => void;
  reject: (error: Error) => void;
}

/** Threads that rescore pages of leads, each with its own connections. */
export interface RescoreThreads extends Crew {
  /** Ends the threads; only when nothing is under way. */
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
  thread.on('message', ({ id, result, fault }: ThreadAnswer) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (fault === null) resolve?.(result);
    else reject?.(new Error(fault));
  });
  thread.on('error', giveUp);
  let ended = false;
  const exited = once(thread, 'exit').finally(() => {
    ended = true;
    giveUp(new Error('A rescoring thread ended'));
  });
  let id = 0;
  const ask = (task: ThreadTask) =>
    new Promise<ThreadAnswer['result']>((resolve, reject) => {
      if (ended) reject(new Error('The rescoring thread has ended'));
      id += 1;
      waiting.set(id, { resolve, reject });
      thread.postMessage({ id, task } satisfies ThreadRequest);
    });
  const stop = async () => {
    thread.postMessage(null);
    await exited.catch(() => undefined);
  };
  return { ask, stop, isFree: () => waiting.size < PAGES_PER_THREAD };
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
  return {
    lanes: count * PAGES_PER_THREAD,
    gather: async (only) => {
      const facts = await threads[0]?.ask({ gather: only });
      // The columns are in memory that threads share: nothing is copied.
      const use = typeof facts === 'object' ? facts : null;
      await Promise.all(threads.map(({ ask }) => ask({ use })));
    },
    rescore: async (page, now) => {
      const thread = threads.find(({ isFree }) => isFree());
      if (!thread) throw new Error('All rescoring threads are busy: ask for fewer pages at once');
      const rescored = await thread.ask({ page, now });
      return typeof rescored === 'number' ? rescored : 0;
    },
    stop: async () => {
      await Promise.all(threads.map(({ stop }) => stop()));
    },
  };
}
