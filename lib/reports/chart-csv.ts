import { stringify } from 'csv-stringify/sync';
import type { CloseRate } from '@/lib/calibration/close-rate';
import type { CHARTS, WORK_CHARTS } from './constants';
import type { CriterionLine, FunnelRow, Report, RevenueRow } from './types';

export type ChartName = (typeof CHARTS)[number];

/** What the files of the first screen's charts are written from. */
export interface ChartFigures {
  report: Report;
  funnel: readonly FunnelRow[];
  revenue: readonly RevenueRow[];
}

export type Cell = string | number | null;

/** A table as it goes into a file. */
export interface Sheet {
  head: string[];
  rows: Cell[][];
}

/**
 * A table as CSV with a byte order mark, which Excel needs to read UTF-8. Shares are 0 to 1 and unrounded, months
 * are in UTC. A text that a spreadsheet would take for a formula is quoted.
 */
export function writeSheet({ head, rows }: Sheet): string {
  return stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

/** The tables of the first screen's charts. */
export const WORK_SHEETS: Record<(typeof WORK_CHARTS)[number], (figures: ChartFigures) => Sheet> = {
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
  funnel: ({ funnel }) => ({
    head: ['Tier at first engagement', 'Engaged', 'Met', 'With a deal', 'Won', 'Disqualified by a rep'],
    rows: funnel.map((row) => [row.tier, row.engaged, row.met, row.dealt, row.won, row.disqualified]),
  }),
  revenue: ({ revenue }) => ({
    head: ['Tier', 'Currency', 'Won deals', 'With an amount', 'Sum', 'Median'],
    rows: revenue.map((row) => [row.tier, row.currency, row.won, row.priced, row.sum, row.median]),
  }),
};

/** The table of criteria. */
export function toCriteriaSheet(criteria: readonly CriterionLine[]): Sheet {
  return {
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
  };
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

export const RATE_HEAD = [
  'Won',
  'Closed',
  'Close rate',
  'Interval from (95 %, Wilson)',
  'Interval to (95 %, Wilson)',
];

export function rateCells({ won, closed, rate, interval }: CloseRate): Cell[] {
  return [won, closed, rate, interval?.low ?? null, interval?.high ?? null];
}
