import { formatNumber, formatPercent, formatPercentRange } from '../ui/format';
import { prepareTicks } from './prepare-ticks';

/** A rate with its interval; shares from 0 to 1. */
export interface IntervalInput {
  key: string;
  label: string;
  /** Those that count and those they are counted of: won of closed. */
  hits: number;
  total: number;
  /** Missing while there is nothing to count. */
  rate?: number;
  low?: number;
  high?: number;
  /** Any CSS colours: of the interval, and of the bar behind it. */
  colour: string;
  softColour: string;
  /** Leads to those counted. */
  href?: string;
}

export interface PreparedInterval {
  key: string;
  label: string;
  colour: string;
  softColour: string;
  href?: string;
  /** Per cent of the chart's width; nothing is drawn when missing. */
  at?: number;
  from?: number;
  to?: number;
  rateText: string;
  intervalText: string;
  countText: string;
}

export interface PreparedIntervals {
  rows: readonly PreparedInterval[];
  ticks: readonly { place: number; label: string }[];
  /** Where the rate of all stands, in per cent of the width. */
  overall?: number;
}

/** Decides scale, places and words of rates with their intervals. */
export function prepareIntervalBars(rows: readonly IntervalInput[], overall?: number): PreparedIntervals {
  const largest = Math.max(0, overall ?? 0, ...rows.map((row) => row.high ?? row.rate ?? 0));
  const ticks = prepareTicks(Math.min(1, largest));
  const end = ticks.at(-1) ?? 1;
  const place = (share: number | undefined) => (share === undefined ? undefined : (share / end) * 100);
  return {
    rows: rows.map((row) => ({
      key: row.key,
      label: row.label,
      colour: row.colour,
      softColour: row.softColour,
      href: row.href,
      at: place(row.rate),
      from: place(row.low),
      to: place(row.high),
      rateText: row.rate === undefined ? '–' : formatPercent(row.rate),
      intervalText:
        row.low === undefined || row.high === undefined ? '' : formatPercentRange(row.low, row.high),
      countText: `${formatNumber(row.hits)}/${formatNumber(row.total)}`,
    })),
    ticks: ticks.map((tick) => ({
      place: (tick / end) * 100,
      label: tick === 0 ? '0' : formatPercent(tick, 1),
    })),
    overall: place(overall),
  };
}
