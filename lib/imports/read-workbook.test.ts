import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { makeWorkbook, makeZip, workbookFiles, type Cell } from '../../tests/support/make-workbook';
import { MAX_UNPACKED_BYTES, MAX_WORKBOOK_BYTES, MAX_WORKBOOK_ROWS } from './constants';
import { openTable } from './read-table';
import type { CsvRow } from './types';

const LEADS: readonly Cell[][] = [
  ['email', 'name', 'seats', 'since', 'called', 'active', 'code'],
  [
    'a@x.example',
    'Müller & Söhne',
    1234.5,
    new Date('2024-03-04'),
    new Date('2024-03-04T10:30:00Z'),
    true,
    '007',
  ],
  [],
  ['b@x.example', null, 0.1, null, null, false, null],
];

async function read(bytes: Buffer, sheet?: string) {
  const table = await openTable(() => Readable.from([bytes]), { sheet });
  const rows: CsvRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return { ...table, rows };
}

describe('a workbook', () => {
  it('is read by its typed cells: numbers, dates and booleans as they are, texts as written', async () => {
    const { header, rows, workbook, text } = await read(makeWorkbook({ Leads: LEADS }));
    expect(text).toBeNull();
    expect(workbook).toEqual({ sheets: ['Leads'], sheet: 'Leads' });
    expect(header).toEqual(['email', 'name', 'seats', 'since', 'called', 'active', 'code']);
    expect(rows).toEqual([
      {
        row: 2,
        cells: [
          'a@x.example',
          'Müller & Söhne',
          '1234.5',
          '2024-03-04',
          '2024-03-04T10:30:00.000Z',
          'true',
          '007',
        ],
      },
      { row: 4, cells: ['b@x.example', '', '0.1', '', '', 'false', ''] },
    ]);
  });

  it('gives its first sheet, or the one asked for', async () => {
    const bytes = makeWorkbook({ 'A & "B"': LEADS, Other: [['email'], ['c@x.example']] });
    expect((await read(bytes)).workbook).toEqual({ sheets: ['A & "B"', 'Other'], sheet: 'A & "B"' });
    expect((await read(bytes, 'Other')).rows).toEqual([{ row: 2, cells: ['c@x.example'] }]);
    await expect(read(bytes, 'Third')).rejects.toThrow('no sheet called "Third"; it has A & "B", Other');
  });

  it('can be left early', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => [`p${index}@x.example`]);
    const table = await openTable(() => Readable.from([makeWorkbook({ Leads: [['email'], ...many] })]));
    for await (const row of table.rows) if (row.row > 5) break;
  });

  it('that is broken says so', async () => {
    const files = workbookFiles({ Leads: LEADS });
    const whole = makeZip(files);
    await expect(read(whole.subarray(0, whole.length - 40))).rejects.toThrow('damaged or was cut off');
    const torn = Buffer.from(whole);
    torn.fill(0x55, 80, 140);
    await expect(read(torn)).rejects.toThrow('damaged or was cut off');
    await expect(read(makeZip({ 'a.csv': 'email\n' }))).rejects.toThrow(
      'This is an archive, not an XLSX workbook',
    );
    const noSheet = { ...files, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' };
    await expect(read(makeZip(noSheet))).rejects.toThrow('damaged or was cut off');
    await expect(read(makeWorkbook({ Leads: [] }))).rejects.toThrow('empty: it has no header row');
  });

  it('that would fill the memory is refused before it does', async () => {
    await expect(read(Buffer.alloc(MAX_WORKBOOK_BYTES + 1, 'PK\x03\x04'))).rejects.toThrow('too large');
    const files = workbookFiles({ Leads: LEADS });
    const says = makeZip(files, { 'xl/worksheets/sheet1.xml': MAX_UNPACKED_BYTES + 1 });
    await expect(read(says)).rejects.toThrow('too large');
    const bomb = { ...files, 'xl/worksheets/sheet1.xml': Buffer.alloc(60 * 1024 * 1024, ' ') };
    await expect(read(makeZip(bomb, { 'xl/worksheets/sheet1.xml': 1_000 }))).rejects.toThrow('damaged');
    const corner =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    await expect(read(makeZip({ ...files, 'xl/worksheets/sheet1.xml': corner }))).rejects.toThrow(
      'too large',
    );
    const long = Array.from({ length: MAX_WORKBOOK_ROWS + 2 }, () => ['x']);
    await expect(read(makeWorkbook({ Leads: long }))).rejects.toThrow('200,000 rows');
  }, 120_000);
});
