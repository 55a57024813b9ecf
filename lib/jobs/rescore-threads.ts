import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { GatheredFacts } from '@/lib/facts/gathered-facts';
import { createOwnCrew, type Crew, type Page } from '@/lib/scores/mutations/rescore-all';
import { startThread } from '@/lib/server/start-thread';

/** What a thread can do: rescore a page of leads, or be told everyone's facts. */
export type ThreadTask = { page: Page; now: Date } | { use: GatheredFacts };

export interface ThreadRequest {
  /** Tells the answers apart. */
  id: number;
  task: ThreadTask;
}

export interface ThreadAnswer {
  id: number;
  /** Of a page, how many leads were rescored. */
  result: number | null;
  /** What went wrong; null when nothing did. */
  fault: string | null;
}

/** More threads only wait for Postgres. */
const MOST_THREADS = 4;

/** While one page of a thread waits for the database, the other is computed. */
const PAGES_PER_THREAD = 2;

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

function startRescoreThread() {
  const waiting = new Map<number, Waiting>();
  const thread = startThread('lib/jobs/rescore-thread.ts', {
    connections: PAGES_PER_THREAD,
    // A page's objects live as long as the page: with room for several, hardly any is moved about.
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
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

/**
 * Starts threads to rescore pages with.
 *
 * @param count how many; none is right where there is one processor.
 */
export function startRescoreThreads(count: number): RescoreThreads {
  const threads = Array.from({ length: count }, startRescoreThread);
  return {
    lanes: count * PAGES_PER_THREAD,
    // The columns are in memory that threads share: nothing is copied.
    use: async (facts) => {
      await Promise.all(threads.map(({ ask }) => ask({ use: facts })));
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

/**
 * This thread and others beside it: one a processor in all, four at most. This one has begun while the others start.
 */
export function startRescoreCrew(): RescoreThreads {
  const own = createOwnCrew(PAGES_PER_THREAD);
  const others = startRescoreThreads(Math.min(MOST_THREADS, availableParallelism()) - 1);
  let underWay = 0;
  return {
    lanes: own.lanes + others.lanes,
    use: async (facts) => {
      await own.use(facts);
      await others.use(facts);
    },
    rescore: async (page, now) => {
      if (underWay >= own.lanes) return others.rescore(page, now);
      underWay += 1;
      return own.rescore(page, now).finally(() => (underWay -= 1));
    },
    stop: others.stop,
  };
}
