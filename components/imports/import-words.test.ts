import { describe, expect, it } from 'vitest';
import { formatSize, measureRate } from './import-words';

describe('formatSize', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [1_380_000, '1.4 MB'],
    [2_500_000_000, '2.5 GB'],
  ])('says %d bytes as %s', (bytes, text) => expect(formatSize(bytes)).toBe(text));
});

describe('measureRate', () => {
  it('counts the rows since the first look', () => {
    const measured = measureRate({ rowsRead: 5_000, rowsTotal: 10_000 }, { rowsRead: 1_000, at: 0 }, 2_000);
    expect(measured).toEqual({ rate: 2_000, remaining: 2_500 });
  });

  it('says nothing before rows were read', () => {
    expect(measureRate({ rowsRead: 0, rowsTotal: null }, { rowsRead: 0, at: 0 }, 1_000)).toEqual({});
    expect(measureRate({ rowsRead: 10, rowsTotal: 20 }, null, 1_000)).toEqual({});
  });
});
