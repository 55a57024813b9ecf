import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { HEAD_BYTES, MAX_COLUMNS, MAX_ROW_CHARACTERS } from './constants';
import { detectFormat, isZip, type Encoding, type TextFormat } from './detect-format';
import { ImportFault } from './import-fault';
import { collectWorkbook, openWorkbook } from './read-workbook';
import type { CsvRow } from './types';

/** A file's bytes, from the start, each time it is called. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

/** What a person said of how a file is written; what is null is found out. */
export interface FormatChoice {
  encoding?: Encoding | null;
  delimiter?: string | null;
  /** The sheet of a workbook; the first one when null. */
  sheet?: string | null;
}

/** A file of rows under a header. */
export interface TableFile {
  /** How its text is written; null for a workbook. */
  text: TextFormat | null;
  /** The sheets of a workbook, and the one that is read; null for a text. */
  workbook: { sheets: string[]; sheet: string } | null;
  /** Names of the columns: trimmed, none empty, none twice. */
  header: string[];
  /** The rows below the header, one at a time; rows without any text are passed over, but counted. */
  rows: AsyncGenerator<CsvRow>;
}

/**
 * Reads a file of rows: CSV as a stream, of which encoding and delimiter are found out and a byte order mark is dropped;
 * or a sheet of an XLSX workbook.
 *
 * @throws ImportFault here or while the rows are read, when the file is neither, or is damaged.
 */
export async function openTable(openBytes: OpenBytes, choice: FormatChoice = {}): Promise<TableFile> {
  const bytes = openBytes()[Symbol.asyncIterator]();
  const head = await readHead(bytes);
  if (isZip(head)) {
    const { rows, ...workbook } = await openWorkbook(
      await collectWorkbook(rejoin(head, bytes)),
      choice.sheet ?? null,
    );
    return { text: null, workbook, ...(await takeHeader(rows)) };
  }
  const text = detectFormat(head, choice);
  const rows = readRecords(decode(rejoin(head, bytes), text), text.delimiter);
  return { text, workbook: null, ...(await takeHeader(rows)) };
}

async function takeHeader(records: AsyncGenerator<CsvRow>): Promise<Pick<TableFile, 'header' | 'rows'>> {
  for (;;) {
    const next = await records.next();
    if (next.done) throw new ImportFault('The file is empty: it has no header row.');
    if (isBlank(next.value.cells)) continue;
    try {
      return { header: nameColumns(next.value.cells), rows: skipBlanks(records) };
    } catch (error) {
      await records.return(undefined);
      throw error;
    }
  }
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

/** A file's first bytes and the rest of them. */
async function* rejoin(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* decode(pieces: AsyncIterable<Uint8Array>, { encoding }: TextFormat): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
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
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new ImportFault(
      `Row ${row}: a quoted cell begins here and never ends. Close its quote and import again.`,
    );
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new ImportFault(
      `Row ${row} is longer than a million characters: a quoted cell never ends, or the line breaks are missing.`,
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
