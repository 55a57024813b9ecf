import { parseArgs } from 'node:util';
import { checkScores } from '../check-scores';
import { withDatabase } from '../with-database';

const USAGE = 'npm run -s verify-scores -- [--sample N]';

function readSample(): number | undefined {
  const { values } = parseArgs({ options: { sample: { type: 'string' } } });
  if (values.sample === undefined) return undefined;
  const sample = Number(values.sample);
  if (!Number.isInteger(sample) || sample < 1) {
    throw new Error(`--sample takes a whole number of at least 1, not "${values.sample}".`);
  }
  return sample;
}

/** Says how many stored scores differ from scores computed afresh; ends with 1 when any does, with 2 on a wrong call. */
async function main(): Promise<number> {
  let sample: number | undefined;
  try {
    sample = readSample();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    return 2;
  }
  return withDatabase(async () => {
    const { checked, differ, examples } = await checkScores(sample);
    if (differ > 0) process.stderr.write(`Among those that differ: ${examples.join(', ')}\n`);
    process.stdout.write(`${JSON.stringify({ checked, differ })}\n`);
    return differ > 0 ? 1 : 0;
  });
}

process.exitCode = await main();
