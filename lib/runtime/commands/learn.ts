import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ImportFault } from '@/lib/imports/import-fault';
import { openTable } from '@/lib/imports/read-table';
import { learnTable } from '@/lib/learning/learn-table';
import { LearnFault, prepareTable, type LearnRequest, type Table } from '@/lib/learning/prepare-table';
import { writeResult } from '@/lib/learning/write-result';
import { writeReport } from '@/lib/learning/write-report';

const USAGE =
  'Usage: npm run -s learn -- --csv FILE --outcome COLUMN --positive VALUE [--exclude a,b] [--keep a,b] [--id COLUMN] [--time COLUMN] [--holdout 0.3 | --test FILE] [--seed 7] [--report FILE]';

interface Options extends LearnRequest {
  csv: string;
  test: string | null;
  report: string | null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function parseFlags(args: string[]) {
  const flag = { type: 'string' } as const;
  const options = {
    csv: flag,
    outcome: flag,
    positive: flag,
    exclude: flag,
    keep: flag,
    id: flag,
    time: flag,
    holdout: flag,
    test: flag,
    seed: flag,
    report: flag,
  };
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new LearnFault(`${messageOf(error)}\n${USAGE}`);
  }
}

const splitNames = (names = '') => names.split(',').flatMap((name) => name.trim() || []);

function readOptions(args: string[]): Options {
  const { csv, outcome, positive, exclude, keep, id, time, holdout, test, seed, report } = parseFlags(args);
  if (!csv || !outcome || positive === undefined) {
    throw new LearnFault(`--csv, --outcome and --positive are all needed.\n${USAGE}`);
  }
  if (test !== undefined && holdout !== undefined) {
    throw new LearnFault(`Give --test or --holdout, not both.\n${USAGE}`);
  }
  const share = holdout === undefined ? 0.3 : Number(holdout);
  if (!(share >= 0.05 && share <= 0.9))
    throw new LearnFault(`--holdout "${holdout}" must be a share from 0.05 to 0.9.`);
  const number = seed === undefined ? 7 : Number(seed);
  if (!Number.isInteger(number)) throw new LearnFault(`--seed "${seed}" must be a whole number.`);
  return {
    csv,
    outcome,
    positive,
    exclude: splitNames(exclude),
    keep: splitNames(keep),
    id: id ?? null,
    time: time ?? null,
    holdout: share,
    seed: number,
    test: test ?? null,
    report: report ?? null,
  };
}

async function readTable(file: string): Promise<Table> {
  try {
    if (!(await stat(file)).isFile()) throw new Error('it is no file');
    const { header, rows } = await openTable(() => createReadStream(file));
    const read: string[][] = [];
    for await (const { cells } of rows) read.push(cells);
    return { file, header, rows: read };
  } catch (error) {
    throw new LearnFault(
      error instanceof ImportFault
        ? `${file}: ${error.message}`
        : `${file} cannot be read: ${messageOf(error)}`,
    );
  }
}

async function learn(args: string[]): Promise<string> {
  const options = readOptions(args);
  const table = await readTable(options.csv);
  const test = options.test === null ? null : await readTable(options.test);
  const name = `Learned from ${path.basename(options.csv)}`;
  const prepared = prepareTable(name, table, test, options);
  const result = writeResult(options, prepared, learnTable(prepared.input));
  if (options.report !== null) {
    try {
      await writeFile(options.report, writeReport(result));
    } catch (error) {
      throw new LearnFault(`${options.report} cannot be written: ${messageOf(error)}`);
    }
  }
  return `${JSON.stringify(result, null, 2)}\n`;
}

try {
  process.stdout.write(await learn(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof LearnFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
