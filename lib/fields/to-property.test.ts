import { describe, expect, it } from 'vitest';
import { toProperties } from './to-property';

describe('toProperties', () => {
  it('orders properties by how many events have them, and their values by how often they occur', () => {
    const properties = toProperties([
      { path: 'campaign.name', value: 'spring', count: 2 },
      { path: 'path', value: '/docs', count: 3 },
      { path: 'path', value: '/pricing', count: 5 },
    ]);
    expect(properties).toEqual([
      {
        path: 'path',
        label: 'Path',
        type: 'text',
        values: [
          { value: '/pricing', count: 5 },
          { value: '/docs', count: 3 },
        ],
      },
      {
        path: 'campaign.name',
        label: 'Campaign name',
        type: 'text',
        values: [{ value: 'spring', count: 2 }],
      },
    ]);
  });

  it.each([
    ['number', [12, 40, 'n/a']],
    ['boolean', [true, false]],
    ['date', ['2026-01-02', '2026-01-02T03:04:05Z']],
    ['text', ['2026-01-02', 'soon']],
    ['text', ['12']],
  ])('takes a property for %s by what it holds: %j', (type, values) => {
    const counts = values.map((value) => ({ path: 'p', value, count: 1 }));
    expect(toProperties(counts)[0]?.type).toBe(type);
  });
});
