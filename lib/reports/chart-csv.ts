import { stringify } from 'csv-stringify/sync';
import type { CloseRate } from '@/lib/calibration/close-rate';
import type { CHARTS } from './constants';
import type { Report } from './types';

export type ChartName = (typeof CHARTS)[number];

type Cell = string | number | null;

interface Sheet {
  head: string[];
  rows: Cell[][];
}

/**
 * A chart's figures as CSV with a byte order mark, which Excel needs to read UTF-8. Shares are 0 to 1 and unrounded, months
 * are in UTC. A text that a spreadsheet would take for a formula is quoted.
 */
export function writeChartCsv(chart: ChartName, report: Report): string {
  const { head, rows } = SHEETS[chart](report);
  return stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

const SHEETS: Record<ChartName, (report: Report) => Sheet> = {
  'close-rates': ({ rates }) => ({
    head: ['Tier at first engagement', ...RATE_HEAD],
    rows: [
      ...rates.tiers.map((row) => [row.tier, ...rateCells(row)]),
      ['The rest together', ...rateCells(rates.rest)],
      ['All', ...rateCells(rates.all)],
    ],
  }),
  cohorts: ({ young, tiers }) => ({
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
  gains: ({ gains }) => ({
    head: ['Down to score', 'Share of closed deals', 'Share of won deals'],
    rows: gains.curve.map(({ score, share, wins }) => [score > 100 ? null : score, share, wins]),
  }),
  calibration: ({ bands }) => ({
    head: ['Score from', 'Score to', ...RATE_HEAD],
    rows: bands.map((band) => [band.low, band.high, ...rateCells(band)]),
  }),
};

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
