import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { streamRejections } from '@/lib/imports/data';
import type { Progress } from '@/lib/imports/mutations/batch-writer';
import { importLocalFile, tryFile } from '@/lib/imports/mutations/run-import';
import { undoImportNow } from '@/lib/imports/mutations/undo-import';
import { openTable, type OpenBytes } from '@/lib/imports/read-table';
import { recogniseKind } from '@/lib/imports/recognise-columns';
import { writeRejectionsCsv } from '@/lib/imports/rejections-csv';
import {
  importIdSchema,
  importOptionsSchema,
  kindSchema,
  mappingSchema,
  parseMapping,
  type ImportOptions,
} from '@/lib/imports/schema';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { prepareHouse } from '../prepare-house';
import { messageOf, readFlags, RefusedError, runCommand } from '../run-command';
import { withDatabase } from '../with-database';

const USAGE =
  'Usage: npm run -s import -- --kind companies|leads|events|deals --file F [--mapping M.json] [--source NAME] ' +
  '[--sheet NAME] [--rejections OUT.csv] [--dry-run]\n' +
  '       npm run -s import -- --undo ID';

interface Call {
  file: string;
  options: ImportOptions;
  rejections: string;
  dryRun: boolean;
}

interface UndoCall {
  undo: string;
}

function parseFlags(args: string[]) {
  const flag = { type: 'string' } as const;
  const texts = {
    kind: flag,
    file: flag,
    mapping: flag,
    source: flag,
    sheet: flag,
    rejections: flag,
    undo: flag,
  };
  return readFlags(USAGE, { args, options: { ...texts, 'dry-run': { type: 'boolean' } } }).values;
}

async function readMapping(file: string) {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new RefusedError(`The mapping ${file} cannot be read: ${messageOf(error)}`);
  });
  return parseMapping(text);
}

async function readCall(args: string[]): Promise<Call | UndoCall> {
  const flags = parseFlags(args);
  const { file } = flags;
  if (flags.undo !== undefined) {
    const id = importIdSchema.safeParse({ id: flags.undo });
    if (!id.success)
      throw new RefusedError(`--undo needs the id of an import, as the import printed it.\n${USAGE}`);
    return { undo: id.data.id };
  }
  if (!file) throw new RefusedError(`--file is needed.\n${USAGE}`);
  await access(file, constants.R_OK).catch((error: unknown) => {
    throw new RefusedError(`${file} cannot be read: ${messageOf(error)}`);
  });
  if (!(await stat(file)).isFile()) throw new RefusedError(`${file} is not a file.`);
  const written = flags.mapping === undefined ? undefined : await readMapping(flags.mapping);
  const kind = kindSchema.safeParse(
    flags.kind ?? written?.kind ?? (await guessKind(() => createReadStream(file), flags.sheet)),
  );
  if (!kind.success) throw new RefusedError(`--kind is none of companies, leads, events, deals.\n${USAGE}`);
  if (written && written.kind !== kind.data) {
    throw new RefusedError(`--kind is ${kind.data}, but the mapping is for ${written.kind}.`);
  }
  const mapping = written ?? mappingSchema.parse({ kind: kind.data });
  const format = { sheet: flags.sheet ?? null };
  const options = importOptionsSchema.safeParse({ mapping, source: flags.source ?? null, format });
  if (!options.success) throw new RefusedError('--source needs a name of 1 to 200 characters.');
  const rejections = flags.rejections ?? nameRejections(file);
  return { file, options: options.data, rejections, dryRun: flags['dry-run'] ?? false };
}

async function guessKind(openBytes: OpenBytes, sheet: string | undefined): Promise<string> {
  const { header, rows } = await openTable(openBytes, { sheet });
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
  const summary = { importId, kind: options.mapping.kind, rows, created, updated, unchanged, rejected };
  process.stdout.write(`${JSON.stringify({ ...summary, rejectionsFile, rowsPerSecond, leadsScored })}\n`);
}

/** Says what an import would do, and stores nothing. */
async function tryOut({ file, options }: Call): Promise<void> {
  const run = { clock: () => new Date(), onProgress: showProgress() };
  const { progress, rejections } = await tryFile(options, () => createReadStream(file), run);
  const { rowsRead: rows, created, updated, unchanged, rejected } = progress;
  const summary = { dryRun: true, kind: options.mapping.kind, rows, created, updated, unchanged, rejected };
  process.stdout.write(`${JSON.stringify({ ...summary, rejections })}\n`);
}

async function undo({ undo: importId }: UndoCall): Promise<void> {
  const undone = await undoImportNow(importId);
  const leadsScored = await rescoreStale({ clock: () => new Date() });
  process.stdout.write(`${JSON.stringify({ importId, ...undone, leadsScored })}\n`);
}

async function main(): Promise<void> {
  const call = await readCall(process.argv.slice(2));
  await withDatabase(async () => {
    await prepareHouse();
    if ('undo' in call) await undo(call);
    else if (call.dryRun) await tryOut(call);
    else await importFile(call);
  });
}

await runCommand(main);
