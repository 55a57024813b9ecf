import { describe, expect, it } from 'vitest';
import { buildReport } from '@/lib/reports/build-report';
import { readPeriod } from '@/lib/reports/period';
import type { ReportRows } from '@/lib/reports/types';
import { formatPeriod, sayBasis, sayWhatCounts } from './report-words';

const NOW = new Date('2026-11-22T10:30:00Z');

function report(rows: Partial<ReportRows>, to = '2026-11') {
  const all: ReportRows = { mature: [], young: [], unknown: 0, pace: { closed: 0, won: 0 }, ...rows };
  const period = readPeriod({ from: '2026-01', to }, { first: null, enough: null }, NOW);
  return buildReport(all, [{ name: 'A', minScore: 0 }], period, NOW);
}

const closed = { tier: 'A', score: 50, outcome: 'won', count: 3 } as const;

describe('formatPeriod', () => {
  it.each([
    ['2026-01', '2026-08', 'Jan–Aug 2026'],
    ['2025-06', '2026-11', 'Jun 2025–Nov 2026'],
    ['2026-09', '2026-09', 'Sep 2026'],
  ])('%s to %s is %s', (from, to, text) => {
    expect(formatPeriod({ from, to })).toBe(text);
  });
});

describe('sayWhatCounts', () => {
  it('says where the counting ends, and what is left out', () => {
    const text = sayWhatCounts(
      report({
        mature: [
          { ...closed, basis: 'touch' },
          { ...closed, outcome: 'open', count: 1, basis: 'touch' },
        ],
        unknown: 2,
      }),
    );
    expect(text).toBe(
      'Counts 3 of the 4 deals whose lead was first engaged Jan–Nov 2026 and before 24 August 2026. 1 still open is left out. 2 deals of the period are left out too: nobody knows how the lead scored when it was engaged.',
    );
  });

  it('needs no end where the period ended before', () => {
    expect(sayWhatCounts(report({ mature: [{ ...closed, basis: 'touch' }] }, '2026-05'))).toBe(
      'Counts 3 of the 3 deals whose lead was first engaged Jan–May 2026.',
    );
  });
});

describe('sayBasis', () => {
  it('tells how many are counted as of the deal’s creation', () => {
    expect(sayBasis(report({ mature: [{ ...closed, basis: 'touch' }] }))).toBe('');
    expect(sayBasis(report({ mature: [{ ...closed, basis: 'deal_created' }] }))).toMatch(
      /^All of these deals are/,
    );
    const some = [
      { ...closed, basis: 'touch' as const },
      { ...closed, count: 1, basis: 'deal_created' as const },
    ];
    expect(sayBasis(report({ mature: some }))).toMatch(/^1 of 4 is counted as of the deal’s creation/);
  });
});
