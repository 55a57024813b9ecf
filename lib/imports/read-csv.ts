import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { HEAD_BYTES, MAX_COLUMNS, MAX_ROW_CHARACTERS } from './constants';
import { detectFormat, type TextFormat } from './detect-format';
import { ImportFault } from './import-fault';
import type { CsvRow } from './types';

/** A file's bytes, from the start, each time it is called. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

export interface CsvFile extends TextFormat {
  /** Names of the columns: trimmed, none empty, none twice. */
  header: string[];
  /** The rows below the header, one at a time; rows without any text are passed over, but counted. */
  rows: AsyncGenerator<CsvRow>;
}

/**
 * Reads a CSV file as a stream: encoding and delimiter are detected, a byte order mark is dropped.
 *
 * @throws ImportFault here or while the rows are read, when the file is no CSV or a quoted cell never ends.
 */
export async function openCsv(openBytes: OpenBytes): Promise<CsvFile> {
  const bytes = openBytes()[Symbol.asyncIterator]();
  const head = await readHead(bytes);
  const format = detectFormat(head);
  const records = readRecords(decode(head, bytes, format), format.delimiter);
  for (;;) {
    const next = await records.next();
    if (next.done) throw new ImportFault('The file is empty: it has no header row.');
    if (isBlank(next.value.cells)) continue;
    const header = nameColumns(next.value.cells);
    return { ...format, header, rows: skipBlanks(records) };
  }
}

/**
 * The header alone, from the first bytes of a file, wherever they were cut off.
 *
 * @throws ImportFault when these are no CSV file's.
 */
export function readHeader(head: Uint8Array): string[] {
  const { encoding, delimiter } = detectFormat(head);
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const [cells] = parseSync(text.replace(/^[\s,;|]*[\r\n](?=.)/, ''), {
    delimiter,
    relax_quotes: true,
    to: 1,
  });
  if (!cells || isBlank(cells)) throw new ImportFault('The file is empty: it has no header row.');
  return nameColumns(cells);
}

async function readHead(bytes: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await bytes.next();
    if (next.done) break;
    pieces.push(next.value);
    size += next.value.byteLength;
  }
  return Buffer.concat(pieces);
}

async function* decode(head: Uint8Array, rest: AsyncIterator<Uint8Array>, format: TextFormat) {
  const decoder = new TextDecoder(format.encoding);
  try {
    yield decoder.decode(head, { stream: true });
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      yield decoder.decode(next.value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    await rest.return?.();
  }
}

async function* readRecords(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_ROW_CHARACTERS,
  });
  // The parser carries every error of its source to the loop below.
  const flow = pipeline(Readable.from(text), parser).catch(() => undefined);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { row: ++row, cells };
  } catch (error) {
    throw error instanceof CsvError ? toFault(error) : error;
  } finally {
    parser.destroy();
    await flow;
  }
}

function toFault(error: CsvError): ImportFault {
  const row = ('records' in error ? Number(error.records) : 0) + 1;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return new ImportFault(
      `Row ${row}: a quoted cell begins here and never ends. Close its quote and import again.`,
    );
  }
  return new ImportFault(`Row ${row} cannot be read as CSV: ${error.message}`);
}

function isBlank(cells: string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

async function* skipBlanks(records: AsyncGenerator<CsvRow>): AsyncGenerator<CsvRow> {
  for await (const record of records) if (!isBlank(record.cells)) yield record;
}

function nameColumns(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  if (last >= MAX_COLUMNS) throw new ImportFault(`The header has more than ${MAX_COLUMNS} columns.`);
  const taken = new Set<string>();
  return cells.slice(0, last + 1).map((cell, index) => {
    const name = cell.trim() || `Column ${index + 1}`;
    let unique = name;
    for (let copy = 2; taken.has(unique); copy++) unique = `${name} (${copy})`;
    taken.add(unique);
    return unique;
  });
}
