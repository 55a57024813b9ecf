import { readFile } from 'node:fs/promises';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { DEFAULT_LISTS } from '@/lib/scoring/default-lists';
import { parseLists, parseScoreInput } from '@/lib/scoring/input';
import { parseInstant } from '@/lib/scoring/instants';
import { parseRubric } from '@/lib/scoring/rubric';
import { scoreAll } from '@/lib/scoring/score-all';
import type { Issue } from '@/lib/scoring/types';
import { messageOf, readFlags, RefusedError, runCommand } from '../run-command';

const USAGE = 'Usage: npm run -s score -- --rubric FILE --input FILE --as-of ISO [--lists FILE]';
const SHOWN_ISSUES = 10;

interface Options {
  rubric: string;
  input: string;
  asOf: number;
  lists: string | undefined;
}

function parseFlags(args: string[]) {
  const flag = { type: 'string' } as const;
  return readFlags(USAGE, { args, options: { rubric: flag, input: flag, 'as-of': flag, lists: flag } })
    .values;
}

function readOptions(args: string[]): Options {
  const { rubric, input, 'as-of': asOf, lists } = parseFlags(args);
  if (!rubric || !input || !asOf) {
    throw new RefusedError(`--rubric, --input and --as-of are all needed.\n${USAGE}`);
  }
  const instant = parseInstant(asOf);
  if (Number.isNaN(instant)) {
    throw new RefusedError(`--as-of "${asOf}" is not an ISO 8601 instant, such as 2026-06-01T12:00:00Z.`);
  }
  return { rubric, input, asOf: instant, lists };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new RefusedError(`${file} cannot be read as JSON: ${messageOf(error)}`);
  }
}

function refuse(file: string, issues: readonly Issue[]): never {
  const shown = issues
    .slice(0, SHOWN_ISSUES)
    .map(({ path, message }) => `  ${path || '(the file)'}: ${message}`);
  const rest = issues.length > SHOWN_ISSUES ? [`  and ${issues.length - SHOWN_ISSUES} more`] : [];
  throw new RefusedError([`${file} does not fit the format:`, ...shown, ...rest].join('\n'));
}

async function readLists(file: string | undefined) {
  if (file === undefined) return DEFAULT_LISTS;
  const lists = parseLists(await readJson(file));
  return lists.ok ? lists.value : refuse(file, lists.issues);
}

async function scoreFiles(args: string[]): Promise<string> {
  const options = readOptions(args);
  const rubric = parseRubric(await readJson(options.rubric));
  if (!rubric.ok) return refuse(options.rubric, rubric.issues);
  const input = parseScoreInput(await readJson(options.input));
  if (!input.ok) return refuse(options.input, input.issues);
  const compiled = compileRubric(rubric.rubric, await readLists(options.lists));
  const scores = scoreAll(compiled, input.value.leads, input.value.events, options.asOf);
  const printed = scores.map((score) => ({
    ...score,
    nextChangeAt: score.nextChangeAt === null ? null : new Date(score.nextChangeAt).toISOString(),
  }));
  return `${JSON.stringify(printed, null, 2)}\n`;
}

await runCommand(async () => {
  process.stdout.write(await scoreFiles(process.argv.slice(2)));
});
