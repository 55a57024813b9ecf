import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ImportFault } from './import-fault';
import { openTable } from './read-table';
import type { CsvRow } from './types';

async function readAll(content: string | Buffer) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const csv = await openTable(() => Readable.from([bytes]));
  const rows: CsvRow[] = [];
  for await (const row of csv.rows) rows.push(row);
  return { ...csv, rows };
}

describe('openTable', () => {
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
    expect(csv.text?.delimiter).toBe(delimiter);
    expect(csv.header).toEqual(['a', 'b']);
    expect(csv.rows[0]?.cells).toHaveLength(2);
  });

  it('takes a comma when the header is one column, whatever its quoted name holds', async () => {
    expect((await readAll('"a;b;c"\n1\n')).text?.delimiter).toBe(',');
  });

  it('drops a byte order mark', async () => {
    expect((await readAll('\ufeffemail,x\n')).header).toEqual(['email', 'x']);
  });

  it('reads UTF-16 and Windows-1252', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('name,x\nJosé,1\n', 'utf16le')]);
    expect((await readAll(utf16)).rows[0]?.cells[0]).toBe('José');
    const windows = await readAll(Buffer.from('name,x\nJosé,1\n', 'latin1'));
    expect(windows.text?.encoding).toBe('windows-1252');
    expect(windows.rows[0]?.cells[0]).toBe('José');
  });

  it('reads UTF-16 of either order, with a mark or without', async () => {
    const little = Buffer.from('name;x\r\nJosé;"1\r\n2"\r\n', 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const [bytes, encoding] of [
      [little, 'utf-16le'],
      [big, 'utf-16be'],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), little]), 'utf-16le'],
      [Buffer.concat([Buffer.from([0xfe, 0xff]), big]), 'utf-16be'],
    ] as const) {
      const { header, rows, text } = await readAll(bytes);
      expect(text).toEqual({ encoding, delimiter: ';' });
      expect(header).toEqual(['name', 'x']);
      expect(rows).toEqual([{ row: 2, cells: ['José', '1\r\n2'] }]);
    }
  });

  it('reads as somebody said', async () => {
    const table = await openTable(() => Readable.from([Buffer.from('a,b;c\n1,2;3\n')]), { delimiter: ';' });
    expect(table.header).toEqual(['a,b', 'c']);
    const wrong = await openTable(() => Readable.from([Buffer.from('name\nJosé\n')]), {
      encoding: 'windows-1252',
    });
    expect((await wrong.rows.next()).value).toEqual({ row: 2, cells: ['JosÃ©'] });
  });

  it('ends a line that never ends', async () => {
    async function* endless() {
      yield Buffer.from('a,b\n1,2\n');
      for (let piece = 0; piece < 1_024; piece++) yield await Promise.resolve(Buffer.alloc(1024 * 1024, 'x'));
    }
    const read = async () => {
      const table = await openTable(endless);
      for await (const row of table.rows) expect(row.cells).toHaveLength(2);
    };
    const before = process.memoryUsage().rss;
    await expect(read()).rejects.toThrow('Row 3 is longer than a million characters');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
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
    ['PK\x03\x04', 'The workbook is damaged'],
    ['a\0b', 'This is not a text file'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'This is not a text file'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old Excel workbook'],
    [Buffer.from([0x1f, 0x8b, 8, 0]), 'compressed (gzip)'],
    ['%PDF-1.7', 'This is a PDF'],
    [Buffer.from('\x01\x02\x03,\x04\x05\x06\n'), 'This is not a text file'],
    [`${'x,'.repeat(1_001)}y\n`, 'more than 1000 columns'],
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
    const csv = await openTable(endless);
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
      const csv = await openTable(broken);
      for await (const row of csv.rows) expect(row.cells).toHaveLength(2);
    };
    await expect(read()).rejects.toThrow('disk');
  });
});
