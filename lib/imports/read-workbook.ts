import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { MAX_UNPACKED_BYTES, MAX_WORKBOOK_BYTES, MAX_WORKBOOK_ROWS } from './constants';
import { ImportFault } from './import-fault';
import type { CsvRow } from './types';
import { DamagedZip, listZipEntries, unpackEntry, type ZipEntry } from './zip-entries';

const ROWS_PER_ANSWER = 2_000;
/** Memory of the thread that reads a workbook. */
const THREAD_MB = 1_536;
const MB = 1024 * 1024;

const TOO_LARGE =
  `The workbook is too large: at most ${MAX_WORKBOOK_BYTES / MB} MB, ${MAX_UNPACKED_BYTES / MB} MB unpacked and ` +
  `${MAX_WORKBOOK_ROWS.toLocaleString('en-GB')} rows a sheet are read. Save the sheet as CSV, which may be of any length.`;
const DAMAGED = 'The workbook is damaged or was cut off. Save it anew and import that.';

const WORKBOOK = 'xl/workbook.xml';

/** Reads a whole file, if it is no larger than a workbook may be. */
export async function collectWorkbook(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > MAX_WORKBOOK_BYTES) throw new ImportFault(TOO_LARGE);
    kept.push(piece);
  }
  return Buffer.concat(kept);
}

/**
 * Opens an XLSX workbook: checks that it is one and what it unpacks to, and names its sheets.
 *
 * @param sheet the sheet to be read; the first one when null.
 * @throws ImportFault when it is none, is damaged, too large, or has no such sheet.
 */
export async function openWorkbook(
  bytes: Buffer,
  sheet: string | null,
): Promise<{ sheets: string[]; sheet: string; rows: AsyncGenerator<CsvRow> }> {
  const entries = listZipEntries(bytes);
  if (!entries) throw new ImportFault(DAMAGED);
  const workbook = entries.find(({ name }) => name === WORKBOOK);
  if (!workbook) {
    throw new ImportFault('This is an archive, not an XLSX workbook. Unpack it and import the files in it.');
  }
  await checkSize(bytes, entries);
  const sheets = await listSheets(bytes, workbook);
  const chosen = sheet ?? sheets[0];
  if (chosen === undefined) throw new ImportFault('The workbook has no sheet.');
  if (!sheets.includes(chosen)) {
    throw new ImportFault(`The workbook has no sheet called "${chosen}"; it has ${sheets.join(', ')}.`);
  }
  return { sheets, sheet: chosen, rows: readRows(bytes, chosen) };
}

/** Unpacks once for nothing but the size: what is said of it in the archive may be a lie. */
async function checkSize(bytes: Buffer, entries: readonly ZipEntry[]): Promise<void> {
  const read = entries.filter(({ name }) => name.endsWith('.xml') || name.endsWith('.rels'));
  const total = read.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > MAX_UNPACKED_BYTES) throw new ImportFault(TOO_LARGE);
  try {
    for (const entry of read) for await (const piece of unpackEntry(bytes, entry)) void piece;
  } catch (error) {
    throw error instanceof DamagedZip ? new ImportFault(DAMAGED) : error;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (all, hex?: string, digits?: string, name?: string) => {
      const code = hex ? parseInt(hex, 16) : digits ? Number(digits) : null;
      if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : all;
      return ENTITIES[name ?? ''] ?? all;
    },
  );
}

/** The names of the sheets that are not hidden, in their order. */
async function listSheets(bytes: Buffer, workbook: ZipEntry): Promise<string[]> {
  const pieces: Buffer[] = [];
  for await (const piece of unpackEntry(bytes, workbook)) pieces.push(piece);
  const xml = Buffer.concat(pieces).toString('utf8');
  return [...xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
    return name === undefined || /\bstate="(?:veryH|h)idden"/.test(attributes) ? [] : [decodeEntities(name)];
  });
}

const answerSchema = z.union([
  z.object({ rows: z.array(z.array(z.string())) }),
  z.object({ fault: z.string() }),
  z.object({ tooLong: z.number() }),
]);

/** The rows of a sheet, counted as the spreadsheet counts them. */
async function* readRows(bytes: Buffer, sheet: string): AsyncGenerator<CsvRow> {
  // The bundler of the web process must not look for this file: it is read from where the product runs.
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/imports/workbook-thread.mjs');
  const thread = new Worker(/* turbopackIgnore: true */ file, {
    execArgv: [],
    workerData: { bytes, sheet, rowsPerAnswer: ROWS_PER_ANSWER, mostRows: MAX_WORKBOOK_ROWS },
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MB },
  });
  try {
    for (let row = 0; ;) {
      const answer = await ask(thread);
      if ('tooLong' in answer) throw new ImportFault(TOO_LARGE);
      if ('fault' in answer) throw new ImportFault(`${DAMAGED} (${answer.fault})`);
      if (answer.rows.length === 0) return;
      for (const cells of answer.rows) yield { row: ++row, cells };
    }
  } finally {
    await thread.terminate();
  }
}

function ask(thread: Worker): Promise<z.output<typeof answerSchema>> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error) => {
      const full = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(full ? new ImportFault(TOO_LARGE) : error);
    };
    thread.once('error', onError);
    thread.once('message', (message) => {
      thread.off('error', onError);
      resolve(answerSchema.parse(message));
    });
    thread.postMessage('next');
  });
}
