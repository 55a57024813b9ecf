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
      { id: 'a', fit: 3, ids: ['one', 'with "quotes" and \\'], reason: { at: 1 } },
      { id: 'b', fit: 0, ids: [], reason: null },
    ];
    expect(toColumns(COLUMNS, rows)).toEqual([
      ['a', 'b'],
      [3, 0],
      ['{"one","with \\"quotes\\" and \\\\"}', '{}'],
      ['{"at":1}', null],
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
