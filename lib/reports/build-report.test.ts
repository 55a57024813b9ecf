import { describe, expect, it } from 'vitest';
import { buildReport } from './build-report';
import { readPeriod } from './period';
import type { MatureRow, ReportRows } from './types';

const NOW = new Date('2026-11-22T10:30:00Z');
const PERIOD = readPeriod({ from: '2025-06', to: '2026-11' }, { first: null, enough: null }, NOW);
const TIERS = [
  { name: 'A', minScore: 70 },
  { name: 'B', minScore: 40 },
  { name: 'C', minScore: 0 },
];

function row(
  tier: string,
  score: number,
  outcome: MatureRow['outcome'],
  count: number,
  basis: MatureRow['basis'] = 'touch',
): MatureRow {
  return { tier, score, outcome, count, basis };
}

const ROWS: ReportRows = {
  mature: [
    row('A', 82, 'won', 12),
    row('A', 74, 'lost', 8, 'deal_created'),
    row('A', 74, 'open', 2),
    row('B', 72, 'lost', 1),
    row('B', 55, 'won', 3),
    row('B', 45, 'lost', 17),
    row('C', 12, 'lost', 20),
    row('Gold', 60, 'won', 1),
  ],
  young: [
    { month: '2026-09', tier: 'A', outcome: 'won', count: 3 },
    { month: '2026-09', tier: 'A', outcome: 'open', count: 4 },
    { month: '2026-08', tier: 'C', outcome: 'lost', count: 1 },
  ],
  unknown: 5,
  pace: { closed: 1, won: 0.2 },
};

const report = buildReport(ROWS, TIERS, PERIOD, NOW);

describe('buildReport', () => {
  it('counts closed deals, and tells open ones and those known by their creation', () => {
    expect(report.counted).toEqual({ all: 64, closed: 62, open: 2, byCreation: 8 });
    expect(report.unknown).toBe(5);
  });

  it('keeps the rubric’s tiers in order and adds those that only deals know', () => {
    expect(report.tiers).toEqual([
      { name: 'A', minScore: 70 },
      { name: 'B', minScore: 40 },
      { name: 'C', minScore: 0 },
      { name: 'Gold', minScore: null },
    ]);
    expect(report.rates.tiers.map(({ won, closed }) => [won, closed])).toEqual([
      [12, 20],
      [3, 21],
      [0, 20],
      [1, 1],
    ]);
    expect([report.rates.all.won, report.rates.all.closed]).toEqual([16, 62]);
  });

  it('marks on the gains curve what each tier and the better ones find', () => {
    expect(report.gains.marks).toEqual([
      { label: 'A', tier: 'A', share: 20 / 62, wins: 12 / 16 },
      { label: 'A, B', tier: 'B', share: 41 / 62, wins: 15 / 16 },
      { label: 'A, B, C', tier: 'C', share: 61 / 62, wins: 15 / 16 },
    ]);
  });

  it('gives each band the tier that most of its deals had', () => {
    expect(report.bands.map(({ low, closed, tier }) => [low, closed, tier])).toEqual([
      [0, 20, 'C'],
      [20, 0, null],
      [30, 0, null],
      [40, 17, 'B'],
      [50, 3, 'B'],
      [60, 1, 'Gold'],
      [70, 9, 'A'],
      [80, 12, 'A'],
    ]);
  });

  it('shows young cohorts apart, oldest first', () => {
    expect(report.young).toMatchObject({ all: 8, closed: 4 });
    expect(report.young.cohorts.map(({ month, all, closed }) => [month, all, closed])).toEqual([
      ['2026-08', 1, 1],
      ['2026-09', 7, 3],
    ]);
    expect(report.young.cohorts[1]?.tiers[0]).toEqual({ tier: 'A', won: 3, closed: 3 });
  });

  it('forecasts only for a period that time still adds to', () => {
    const few: ReportRows = { ...ROWS, mature: [row('A', 80, 'won', 4), row('B', 50, 'lost', 9)] };
    expect(buildReport(few, TIERS, PERIOD, NOW).verdict.reason).toContain('enough around');
    const past = readPeriod({ from: '2026-01', to: '2026-03' }, { first: null, enough: null }, NOW);
    expect(buildReport(few, TIERS, past, NOW).verdict.reason).not.toContain('enough around');
  });

  it('stands with nothing at all', () => {
    const empty = buildReport(
      { mature: [], young: [], unknown: 0, pace: { closed: 0, won: 0 } },
      TIERS,
      PERIOD,
      NOW,
    );
    expect(empty.verdict.kind).toBe('too_few');
    expect(empty.gains).toEqual({ curve: [], marks: [], auc: null, deciles: [] });
    expect(empty.counted.all).toBe(0);
  });
});
