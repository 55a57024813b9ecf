import { stringify } from 'csv-stringify/sync';
import type { CloseRate } from '@/lib/calibration/close-rate';
import type { CHARTS } from './constants';
import type { CriterionLine, FunnelRow, Report, RevenueRow } from './types';

export type ChartName = (typeof CHARTS)[number];

/** What the files of the charts are written from. */
export interface ChartFigures {
  report: Report;
  criteria: readonly CriterionLine[];
  funnel: readonly FunnelRow[];
  revenue: readonly RevenueRow[];
}

type Cell = string | number | null;

interface Sheet {
  head: string[];
  rows: Cell[][];
}

/**
 * A chart's figures as CSV with a byte order mark, which Excel needs to read UTF-8. Shares are 0 to 1 and unrounded, months
 * are in UTC. A text that a spreadsheet would take for a formula is quoted.
 */
export function writeChartCsv(chart: ChartName, figures: ChartFigures): string {
  const { head, rows } = SHEETS[chart](figures);
  return stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

const SHEETS: Record<ChartName, (figures: ChartFigures) => Sheet> = {
  'close-rates': ({ report: { rates } }) => ({
    head: ['Tier at first engagement', ...RATE_HEAD],
    rows: [
      ...rates.tiers.map((row) => [row.tier, ...rateCells(row)]),
      ['The rest together', ...rateCells(rates.rest)],
      ['All', ...rateCells(rates.all)],
    ],
  }),
  cohorts: ({ report: { young, tiers } }) => ({
    head: [
      'First engaged',
      'Deals',
      'Closed',
      ...tiers.flatMap(({ name }) => [`${name} won`, `${name} closed`]),
    ],
    rows: young.cohorts.map((cohort) => [
      cohort.month,
      cohort.all,
      cohort.closed,
      ...cohort.tiers.flatMap(({ won, closed }) => [won, closed]),
    ]),
  }),
  gains: ({ report: { gains } }) => ({
    head: ['Down to score', 'Share of closed deals', 'Share of won deals'],
    rows: gains.curve.map(({ score, share, wins }) => [score > 100 ? null : score, share, wins]),
  }),
  calibration: ({ report: { bands } }) => ({
    head: ['Score from', 'Score to', ...RATE_HEAD],
    rows: bands.map((band) => [band.low, band.high, ...rateCells(band)]),
  }),
  lift: ({ report: { gains } }) => ({
    head: ['Tenth of closed deals, best scores first', 'Share of won deals', 'Lift'],
    rows: gains.deciles.map(({ number, wins, lift }) => [number, wins, lift]),
  }),
  criteria: ({ criteria }) => ({
    head: [
      'Criterion',
      'Axis',
      'Points',
      'Won with',
      'Closed with',
      'Close rate with',
      'Won without',
      'Closed without',
      'Close rate without',
      'Lift',
      'Lift from (95 %, Koopman)',
      'Lift to (95 %, Koopman)',
      'Weight of evidence',
      'Information value',
      'Finding',
    ],
    rows: criteria.map((line) => [
      ...[line.label, line.axis, line.points],
      ...[line.had.won, line.had.closed, line.had.rate],
      ...[line.without.won, line.without.closed, line.without.rate],
      ...[line.lift.ratio, line.lift.interval.low, line.lift.interval.high].map(finite),
      ...[line.weight, line.informationValue, line.flag],
    ]),
  }),
  funnel: ({ funnel }) => ({
    head: ['Tier at first engagement', 'Engaged', 'Met', 'With a deal', 'Won', 'Disqualified by a rep'],
    rows: funnel.map((row) => [row.tier, row.engaged, row.met, row.dealt, row.won, row.disqualified]),
  }),
  revenue: ({ revenue }) => ({
    head: ['Tier', 'Currency', 'Won deals', 'With an amount', 'Sum', 'Median'],
    rows: revenue.map((row) => [row.tier, row.currency, row.won, row.priced, row.sum, row.median]),
  }),
};

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

const RATE_HEAD = [
  'Won',
  'Closed',
  'Close rate',
  'Interval from (95 %, Wilson)',
  'Interval to (95 %, Wilson)',
];

function rateCells({ won, closed, rate, interval }: CloseRate): Cell[] {
  return [won, closed, rate, interval?.low ?? null, interval?.high ?? null];
}
