import { describe, expect, it } from 'vitest';
import { fitsType, inferType } from './attribute-types';

describe('attribute types', () => {
  it.each([
    [3, 'number'],
    [true, 'boolean'],
    [['a'], 'list'],
    ['pro', 'text'],
    ['2026-03-31', 'date'],
    ['2026-03-31T09:00:00+02:00', 'date'],
    ['2026-13-31', 'text'],
    ['2026', 'text'],
  ] as const)('%s is %s', (value, type) =>
    expect(inferType(typeof value === 'object' ? [...value] : value)).toBe(type),
  );

  it('lets a date stand in a text, and a text in no number', () => {
    expect(fitsType('2026-03-31', 'text')).toBe(true);
    expect(fitsType('12', 'number')).toBe(false);
    expect(fitsType('soon', 'date')).toBe(false);
  });
});
