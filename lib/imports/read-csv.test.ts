import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ImportFault } from './import-fault';
import { openCsv, readHeader } from './read-csv';
import type { CsvRow } from './types';

async function readAll(content: string | Buffer) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const csv = await openCsv(() => Readable.from([bytes]));
  const rows: CsvRow[] = [];
  for await (const row of csv.rows) rows.push(row);
  return { ...csv, rows };
}

describe('openCsv', () => {
  it('counts rows as a spreadsheet does: blank rows and broken lines included', async () => {
    const { header, rows } = await readAll(
      'email,note\na@x.example,"two\nlines"\n\n,\nb@x.example,"say ""hi"""\n',
    );
    expect(header).toEqual(['email', 'note']);
    expect(rows).toEqual([
      { row: 2, cells: ['a@x.example', 'two\nlines'] },
      { row: 5, cells: ['b@x.example', 'say "hi"'] },
    ]);
  });

  it.each([
    [',', 'a,b\n1,2\n'],
    [';', 'a;b\n"1,5";2\n'],
    ['\t', 'a\tb\n1\t2\n'],
    ['|', 'a|b\n1|2\n'],
  ])('finds the delimiter %j', async (delimiter, content) => {
    const csv = await readAll(content);
    expect(csv.delimiter).toBe(delimiter);
    expect(csv.header).toEqual(['a', 'b']);
    expect(csv.rows[0]?.cells).toHaveLength(2);
  });

  it('takes a comma when the header is one column, whatever its quoted name holds', async () => {
    expect((await readAll('"a;b;c"\n1\n')).delimiter).toBe(',');
  });

  it('drops a byte order mark', async () => {
    expect((await readAll('\ufeffemail,x\n')).header).toEqual(['email', 'x']);
  });

  it('reads UTF-16 and Windows-1252', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('name,x\nJosé,1\n', 'utf16le')]);
    expect((await readAll(utf16)).rows[0]?.cells[0]).toBe('José');
    const windows = await readAll(Buffer.from('name,x\nJosé,1\n', 'latin1'));
    expect(windows.encoding).toBe('windows-1252');
    expect(windows.rows[0]?.cells[0]).toBe('José');
  });

  it('keeps rows of another length, for their rejection', async () => {
    const { rows } = await readAll('a,b\n1\n1,2,3\n');
    expect(rows.map(({ cells }) => cells.length)).toEqual([1, 3]);
  });

  it('names columns that have no name, or one that is taken', async () => {
    expect((await readAll('a,,a,\n1,2,3\n')).header).toEqual(['a', 'Column 2', 'a (2)']);
  });

  it.each([
    ['', 'The file is empty'],
    ['\n \n', 'The file is empty'],
    ['a,b\n"1,2\n3,4\n', 'Row 2: a quoted cell begins here and never ends'],
    ['PK\x03\x04', 'This is a workbook'],
    ['a\0b', 'This is not a text file'],
  ])('refuses %j', async (content, message) => {
    await expect(readAll(content)).rejects.toThrow(ImportFault);
    await expect(readAll(content)).rejects.toThrow(message);
  });

  it('lets go of its source when it is left early', async () => {
    let closed = false;
    async function* endless() {
      try {
        yield Buffer.from('a,b\n');
        for (;;) yield await Promise.resolve(Buffer.from('1,2\n'.repeat(1000)));
      } finally {
        closed = true;
      }
    }
    const csv = await openCsv(endless);
    for await (const row of csv.rows) if (row.row > 100) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(closed).toBe(true);
  });

  it('carries a fault of its source', async () => {
    async function* broken() {
      yield await Promise.resolve(Buffer.from(`a,b\n${'1,2\n'.repeat(20_000)}`));
      throw new Error('disk');
    }
    const read = async () => {
      const csv = await openCsv(broken);
      for await (const row of csv.rows) expect(row.cells).toHaveLength(2);
    };
    await expect(read()).rejects.toThrow('disk');
  });
});

describe('readHeader', () => {
  it.each([
    ['a,b\n1,"cut off', ['a', 'b']],
    ['\n\n"a, b";c\r\n1;2', ['a, b', 'c']],
    ['\ufeffemail', ['email']],
  ])('reads %j', (content, header) => expect(readHeader(Buffer.from(content))).toEqual(header));

  it('refuses what has none', () => {
    expect(() => readHeader(Buffer.from(' \n'))).toThrow('empty');
    expect(() => readHeader(Buffer.from('PK\x03\x04'))).toThrow('workbook');
  });
});
