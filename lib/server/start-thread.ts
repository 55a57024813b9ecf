import path from 'node:path';
import { Worker, type ResourceLimits } from 'node:worker_threads';

/** A thread does not take over its parent's loader of TypeScript: it registers its own before it loads the file. */
const START = `
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(require('node:worker_threads').workerData.file);
  });`;

export interface ThreadOptions {
  /** How many connections to the database it may hold. */
  connections: number;
  /** What its file finds as `workerData.given`. */
  given?: unknown;
  resourceLimits?: ResourceLimits;
}

/**
 * Starts a thread.
 *
 * @param file the file it runs, from the root of the project: "lib/jobs/learn-thread.ts".
 */
export function startThread(file: string, { connections, given, resourceLimits }: ThreadOptions): Worker {
  return new Worker(START, {
    eval: true,
    execArgv: [],
    // The bundler of the web process must not look for this file: it is read from where the product runs.
    workerData: { file: path.join(/* turbopackIgnore: true */ process.cwd(), file), given },
    resourceLimits,
    env: { ...process.env, LEADGRID_POOL_SIZE: String(connections) },
  });
}
