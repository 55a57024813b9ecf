import { describe, expect, it } from 'vitest';
import { closeRate, closeRateTable } from './close-rate';

describe('closeRate', () => {
  it('shows a rate with its interval from ten closed deals on', () => {
    const enough = closeRate({ won: 4, lost: 6 });
    expect(enough).toMatchObject({ won: 4, closed: 10, rate: 0.4 });
    expect(enough.interval?.low).toBeCloseTo(0.1682, 4);
    expect(enough.interval?.high).toBeCloseTo(0.6873, 4);
  });

  it('shows only the counts below', () => {
    expect(closeRate({ won: 4, lost: 5 })).toEqual({ won: 4, closed: 9, rate: null, interval: null });
  });
});

describe('closeRateTable', () => {
  const rows = [
    { tier: 'B', won: 10, lost: 40 },
    { tier: 'A', won: 12, lost: 8 },
    { tier: 'A', won: 3, lost: 2 },
    { tier: 'Gold', won: 1, lost: 1 },
  ];

  it('keeps the rubric’s order, names tiers without deals, and puts unknown ones last', () => {
    const table = closeRateTable(['A', 'B', 'C'], rows);
    expect(table.tiers.map(({ tier, won, closed }) => [tier, won, closed])).toEqual([
      ['A', 15, 25],
      ['B', 10, 50],
      ['C', 0, 0],
      ['Gold', 1, 2],
    ]);
  });

  it('adds up: the best tier and the rest are all', () => {
    const { tiers, rest, all } = closeRateTable(['A', 'B', 'C'], rows);
    expect([rest.won, rest.closed]).toEqual([11, 52]);
    expect([all.won, all.closed]).toEqual([26, 77]);
    expect((tiers[0]?.closed ?? 0) + rest.closed).toBe(all.closed);
  });
});
