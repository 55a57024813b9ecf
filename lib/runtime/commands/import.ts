import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { streamRejections } from '@/lib/imports/data';
import { ImportFault } from '@/lib/imports/import-fault';
import type { Progress } from '@/lib/imports/mutations/batch-writer';
import { importLocalFile } from '@/lib/imports/mutations/run-import';
import { openTable, type OpenBytes } from '@/lib/imports/read-table';
import { recogniseKind } from '@/lib/imports/recognise-columns';
import { writeRejectionsCsv } from '@/lib/imports/rejections-csv';
import {
  importOptionsSchema,
  kindSchema,
  mappingSchema,
  parseMapping,
  type ImportOptions,
} from '@/lib/imports/schema';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { closeDb } from '@/lib/server/db';
import { openDatabase } from '../database';
import { prepareHouse } from '../prepare-house';

const USAGE =
  'Usage: npm run -s import -- --kind companies|leads|events|deals --file F [--mapping M.json] [--source NAME] ' +
  '[--rejections OUT.csv]';

/** Something about the call or its files that keeps them from being imported, said in one message. */
class RefusedError extends Error {}

interface Call {
  file: string;
  options: ImportOptions;
  rejections: string;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function parseFlags(args: string[]) {
  try {
    const flag = { type: 'string' } as const;
    const options = { kind: flag, file: flag, mapping: flag, source: flag, rejections: flag };
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new RefusedError(`${messageOf(error)}\n${USAGE}`);
  }
}

async function readMapping(file: string) {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new RefusedError(`The mapping ${file} cannot be read: ${messageOf(error)}`);
  });
  return parseMapping(text);
}

async function readCall(args: string[]): Promise<Call> {
  const flags = parseFlags(args);
  const { file } = flags;
  if (!file) throw new RefusedError(`--file is needed.\n${USAGE}`);
  await access(file, constants.R_OK).catch((error: unknown) => {
    throw new RefusedError(`${file} cannot be read: ${messageOf(error)}`);
  });
  if (!(await stat(file)).isFile()) throw new RefusedError(`${file} is not a file.`);
  const written = flags.mapping === undefined ? undefined : await readMapping(flags.mapping);
  const kind = kindSchema.safeParse(
    flags.kind ?? written?.kind ?? (await guessKind(() => createReadStream(file))),
  );
  if (!kind.success) throw new RefusedError(`--kind is none of companies, leads, events, deals.\n${USAGE}`);
  if (written && written.kind !== kind.data) {
    throw new RefusedError(`--kind is ${kind.data}, but the mapping is for ${written.kind}.`);
  }
  const mapping = written ?? mappingSchema.parse({ kind: kind.data });
  const options = importOptionsSchema.safeParse({ mapping, source: flags.source ?? null });
  if (!options.success) throw new RefusedError('--source needs a name of 1 to 200 characters.');
  return { file, options: options.data, rejections: flags.rejections ?? nameRejections(file) };
}

async function guessKind(openBytes: OpenBytes): Promise<string> {
  const { header, rows } = await openTable(openBytes);
  await rows.return(undefined);
  const kind = recogniseKind(header);
  if (kind) return kind;
  throw new RefusedError(`What the rows are cannot be told from the header; say --kind.\n${USAGE}`);
}

function nameRejections(file: string): string {
  const { dir, name } = path.parse(file);
  return path.join(dir, `${name}.rejected.csv`);
}

/** Shows progress on standard error: in place on a terminal, a line every few seconds elsewhere. */
function showProgress(): (progress: Progress) => void {
  const terminal = process.stderr.isTTY;
  const begun = { reading: 0, writing: 0 };
  let shownAt = 0;
  return ({ phase, rowsRead, rowsTotal, created, updated, unchanged, rejected }) => {
    const now = performance.now();
    begun[phase] ||= now;
    const last = phase === 'writing' && rowsRead === rowsTotal;
    if (!last && now - shownAt < (terminal ? 200 : 2_000)) return;
    shownAt = now;
    const seconds = (now - begun[phase]) / 1000;
    const rate = seconds > 0.2 ? `, ${Math.round(rowsRead / seconds)} rows/s` : '';
    const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`;
    const line =
      phase === 'reading'
        ? `Looking through the file: ${rowsRead} rows${rate}`
        : `${rowsRead} of ${rowsTotal ?? '?'} rows${rate}: ${counts}`;
    process.stderr.write(terminal ? `\r\x1b[K${line}${last ? '\n' : ''}` : `${line}\n`);
  };
}

/** Writes the rejected rows beside the file, or where they may be written if not there. */
async function writeRejections(importId: string, file: string): Promise<string> {
  const write = (target: string) =>
    pipeline(writeRejectionsCsv(streamRejections(importId)), createWriteStream(target)).then(() => target);
  return write(file).catch(() => write(path.basename(file)));
}

async function importFile({ file, options, rejections }: Call): Promise<void> {
  const clock = () => new Date();
  const start = performance.now();
  const local = { fileName: path.basename(file), openBytes: () => createReadStream(file) };
  const { importId, progress } = await importLocalFile(local, options, { clock, onProgress: showProgress() });
  const seconds = (performance.now() - start) / 1000;
  const rejectionsFile = progress.rejected > 0 ? await writeRejections(importId, rejections) : undefined;
  const leadsScored = await rescoreStale({ clock });
  const { rowsRead: rows, created, updated, unchanged, rejected } = progress;
  const rowsPerSecond = Math.round(rows / seconds);
  const summary = { kind: options.mapping.kind, rows, created, updated, unchanged, rejected };
  process.stdout.write(`${JSON.stringify({ ...summary, rejectionsFile, rowsPerSecond, leadsScored })}\n`);
}

async function main(): Promise<void> {
  const call = await readCall(process.argv.slice(2));
  const database = await openDatabase();
  try {
    await prepareHouse();
    await importFile(call);
  } finally {
    await closeDb();
    await database.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof RefusedError) && !(error instanceof ImportFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
