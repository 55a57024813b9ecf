import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Rejection } from './types';

/**
 * Rejected rows as a CSV file: row, column, value, reason. Cells that a spreadsheet would take for a formula begin with
 * an apostrophe.
 */
export function writeRejectionsCsv(rejections: AsyncIterable<Rejection>): Readable {
  const rows = Readable.from(rejections);
  const csv = stringify({
    header: true,
    columns: ['row', 'column', 'value', 'reason'],
    escape_formulas: true,
  });
  rows.on('error', (error) => csv.destroy(error));
  return rows.pipe(csv);
}
