import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

/** A cell of a file: lists are joined by semicolons, instants written as ISO 8601, nothing as nothing. */
export type Cell = string | number | boolean | Date | readonly string[] | null;

/** A table that is written as it comes: its columns, and its rows in their order. */
export interface Sheet {
  columns: readonly string[];
  rows: AsyncIterable<readonly Cell[]>;
}

function toText(cell: Cell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'string' || typeof cell === 'number' ? cell : cell.join('; ');
}

async function* toLines({ columns, rows }: Sheet): AsyncGenerator<(string | number)[]> {
  yield [...columns];
  for await (const row of rows) yield row.map(toText);
}

/**
 * Writes a table as CSV while it is read. A text that a spreadsheet would take for a formula begins with an apostrophe.
 *
 * @param bom begins with a byte order mark, without which Excel does not read UTF-8; CRMs want none.
 */
export function writeCsv(sheet: Sheet, { bom }: { bom: boolean }): Readable {
  const lines = Readable.from(toLines(sheet));
  const csv = stringify({ bom, escape_formulas: true, record_delimiter: 'windows' });
  lines.on('error', (error) => csv.destroy(error));
  csv.on('close', () => lines.destroy());
  return lines.pipe(csv);
}
