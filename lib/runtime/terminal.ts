/** Runs a step and says on standard error what it was and how long it took; steps that took no time stay quiet. */
export async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const announce = setTimeout(() => process.stderr.write(`${what} …\n`), 300);
  try {
    const result = await work();
    const seconds = (performance.now() - start) / 1000;
    if (seconds > 0.5) process.stderr.write(`${what}: ${seconds.toFixed(1)} s\n`);
    return result;
  } finally {
    clearTimeout(announce);
  }
}

/** Says in words why a command could not do its work, and ends it with status 1. */
export function reportFault(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
