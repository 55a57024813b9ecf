import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdTable } from './id-table';

function toView(id: string): DataView {
  return new DataView(Uint8Array.from(Buffer.from(id.replaceAll('-', ''), 'hex')).buffer);
}

describe('a table of ids', () => {
  it('finds every id that was added, as text and as bytes, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 60 }), fc.uuid(), (ids, other) => {
        const table = IdTable.create(ids.length);
        ids.forEach((id, row) => table.add(id, row));
        expect(ids.map((id) => table.findText(id))).toEqual(ids.map((_, row) => row));
        expect(ids.map((id) => table.findBytes(toView(id), 0))).toEqual(ids.map((_, row) => row));
        expect(table.findText(other)).toBe(ids.indexOf(other));
      }),
    );
  });

  it('tells ids apart that end alike', () => {
    const table = IdTable.create(2);
    table.add('00000000-0000-7000-8000-0000deadbeef', 0);
    table.add('00000001-0000-7000-8000-0000deadbeef', 1);
    expect(table.findText('00000001-0000-7000-8000-0000deadbeef')).toBe(1);
    expect(table.findText('00000002-0000-7000-8000-0000deadbeef')).toBe(-1);
  });
});
