import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { buildReport } from './build-report';
import { WORK_SHEETS, writeSheet } from './chart-csv';
import { readPeriod } from './period';

const NOW = new Date('2026-11-22T10:30:00Z');

const report = buildReport(
  {
    mature: [
      { tier: 'A', score: 81, outcome: 'won', basis: 'touch', count: 9 },
      { tier: 'A', score: 81, outcome: 'lost', basis: 'touch', count: 3 },
      { tier: '=HYPERLINK("x")', score: 20, outcome: 'lost', basis: 'touch', count: 4 },
    ],
    young: [{ month: '2026-10', tier: 'A', outcome: 'won', count: 2 }],
    unknown: 0,
    pace: { closed: 0, won: 0 },
  },
  [{ name: 'A', minScore: 70 }],
  readPeriod({}, { first: null, enough: null }, NOW),
  NOW,
);

function read(chart: keyof typeof WORK_SHEETS): string[][] {
  return parse(writeSheet(WORK_SHEETS[chart]({ report, funnel: [], revenue: [] })), { bom: true });
}

describe('the file of a chart', () => {
  it('writes the close rates, and nothing where there are too few', () => {
    const [, best, odd] = read('close-rates');
    expect(best?.slice(0, 4)).toEqual(['A', '9', '12', '0.75']);
    expect(Number(best?.[4])).toBeCloseTo(0.4677, 4);
    expect(odd?.slice(1)).toEqual(['0', '4', '', '', '']);
  });

  it('lets no text act as a formula', () => {
    expect(read('close-rates')[2]?.[0]).toBe('\'=HYPERLINK("x")');
  });

  it('writes cohorts with a pair of columns for each tier', () => {
    expect(read('cohorts')).toEqual([
      [
        'First engaged',
        'Deals',
        'Closed',
        'A won',
        'A closed',
        '=HYPERLINK("x") won',
        '=HYPERLINK("x") closed',
      ].map((cell) => (cell.startsWith('=') ? `'${cell}` : cell)),
      ['2026-10', '2', '2', '2', '2', '0', '0'],
    ]);
  });

  it('writes the gains curve from nothing to everything, and a row for each band', () => {
    expect(read('gains')).toEqual([
      ['Down to score', 'Share of closed deals', 'Share of won deals'],
      ['', '0', '0'],
      ['81', '0.75', '1'],
      ['20', '1', '1'],
    ]);
    expect(read('calibration')).toHaveLength(9);
  });
});
