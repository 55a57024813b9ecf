import { parse } from 'csv-parse/sync';
import { buffer, text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { writeCsv, type Cell } from './write-csv';

async function* rowsOf(...rows: Cell[][]) {
  for (const row of rows) yield await Promise.resolve(row);
}

const write = (...rows: Cell[][]) =>
  text(writeCsv({ columns: ['a', 'b'], rows: rowsOf(...rows) }, { bom: false }));

describe('writeCsv', () => {
  it('writes cells of every kind, quoted where needed', async () => {
    const csv = await write(
      ['x, "y"', 1.5],
      [['a', 'b'], true],
      [new Date('2026-03-31T09:00:00Z'), null],
      ['two\nlines', 'ü'],
    );
    expect(parse(csv)).toEqual([
      ['a', 'b'],
      ['x, "y"', '1.5'],
      ['a; b', 'true'],
      ['2026-03-31T09:00:00.000Z', ''],
      ['two\nlines', 'ü'],
    ]);
  });

  it.each(['=1+1', '+49 30 1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '=HYPERLINK("http://x","y")'])(
    'keeps a spreadsheet from running %j',
    async (value) => {
      const [, row] = parse(await write([value, 0]), { relax_quotes: true, trim: false });
      expect(row).toEqual([`'${value}`, '0']);
    },
  );

  it('begins with a byte order mark when asked, and fails when its rows do', async () => {
    const bytes = await buffer(writeCsv({ columns: ['a'], rows: rowsOf() }, { bom: true }));
    expect(bytes.toString('utf8')).toBe('\ufeffa\r\n');
    async function* failing(): AsyncGenerator<Cell[]> {
      yield await Promise.resolve(['1']);
      throw new Error('The database went away.');
    }
    await expect(text(writeCsv({ columns: ['a'], rows: failing() }, { bom: false }))).rejects.toThrow(
      'went away',
    );
  });
});
