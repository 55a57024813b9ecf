import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { writeRejectionsCsv } from './rejections-csv';

describe('writeRejectionsCsv', () => {
  it('lets no cell be taken for a formula', async () => {
    const rejections = ['=1+1', '+1', '-1', '@x', '\tx', 'plain, "quoted"'].map((value, index) => ({
      row: index + 2,
      column: 'email',
      value,
      reason: 'no',
    }));
    expect(await text(writeRejectionsCsv(Readable.from(rejections)))).toBe(
      [
        'row,column,value,reason',
        "2,email,'=1+1,no",
        "3,email,'+1,no",
        "4,email,'-1,no",
        "5,email,'@x,no",
        "6,email,'\tx,no",
        '7,email,"plain, ""quoted""",no',
        '',
      ].join('\n'),
    );
  });

  it('writes cells that are not there as empty ones', async () => {
    const none = { row: 2, column: null, value: null, reason: 'short' };
    expect(await text(writeRejectionsCsv(Readable.from([none])))).toBe(
      'row,column,value,reason\n2,,,short\n',
    );
  });
});
