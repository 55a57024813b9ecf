import { describe, expect, it } from 'vitest';
import { selectColumns, toColumns } from './to-columns';

const COLUMNS = [
  { name: 'id', type: 'uuid' },
  { name: 'fit', type: 'smallint' },
  { name: 'ids', type: 'text[]' },
  { name: 'reason', type: 'jsonb' },
] as const;

describe('rows as columns', () => {
  it('keep numbers, write lists as Postgres does, and objects as JSON', () => {
    const rows = [
      { id: 'a', fit: 3, ids: ['one', 'a "b"'], reason: { at: 1 } },
      { id: 'null', fit: 0, ids: [], reason: null },
    ];
    expect(toColumns(COLUMNS, rows)).toEqual([
      '{a,"null"}',
      '{3,0}',
      String.raw`{"{one,\"a \\\"b\\\"\"}","{}"}`,
      String.raw`{"{\"at\":1}",NULL}`,
    ]);
    expect(toColumns([{ name: 'bytes', type: 'bytea' }], [{ bytes: new Uint8Array([1, 255]) }])).toEqual([
      String.raw`{"\\x01ff"}`,
    ]);
  });

  it('are refused when a column cannot hold them', () => {
    expect(() => toColumns(COLUMNS, [{ id: new Date(), fit: 1, ids: [], reason: null }])).toThrow('uuid');
  });

  it('are selected by one parameter each', () => {
    expect(selectColumns(COLUMNS)).toBe(
      'SELECT "id", "fit", "ids"::text[], "reason" FROM unnest($1::uuid[], $2::smallint[], $3::text[], $4::jsonb[]) ' +
        'AS row("id", "fit", "ids", "reason")',
    );
  });
});
