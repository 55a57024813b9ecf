import { readdir } from 'node:fs/promises';

/**
 * Runs one bench by name, or all of them: `npm run -s bench -- engine`. A bench is a file beside this one that exports
 * `run(args)` and prints one line of JSON last.
 */
interface Bench {
  run: (args: string[]) => Promise<void>;
}

const FOLDER = new URL('./', import.meta.url);

async function listBenches(): Promise<string[]> {
  const files = await readdir(FOLDER);
  const names = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return names
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((name) => name !== 'run')
    .sort();
}

function isBench(module: unknown): module is Bench {
  return typeof module === 'object' && module !== null && 'run' in module && typeof module.run === 'function';
}

/** Loads a bench by its name. */
async function loadBench(name: string): Promise<Bench> {
  const bench: unknown = await import(new URL(`${name}.ts`, FOLDER).href);
  if (!isBench(bench)) throw new Error(`tests/bench/${name}.ts exports no run().`);
  return bench;
}

/**
 * Runs the bench that the first argument names with the other arguments, or every bench when there is none.
 *
 * @returns the exit status: 2 when there is no such bench.
 */
async function runBenches(args: string[]): Promise<number> {
  const benches = await listBenches();
  const [name, ...rest] = args;
  if (name !== undefined && !benches.includes(name)) {
    process.stderr.write(`There is no bench "${name}". There are: ${benches.join(', ')}.\n`);
    return 2;
  }
  for (const one of name === undefined ? benches : [name]) {
    process.stderr.write(`Bench ${one}\n`);
    await (await loadBench(one)).run(rest);
  }
  return 0;
}

process.exitCode = await runBenches(process.argv.slice(2));
