import { sumOutcomes } from './rank-outcomes';
import type { Interval, Outcomes } from './types';
import { wilsonInterval } from './wilson-interval';

/** Fewer closed deals than this say too little for a rate to be shown. */
export const LEAST_CLOSED_FOR_RATE = 10;

/** Won ÷ (won + lost) of one group. */
export interface CloseRate {
  won: number;
  closed: number;
  /** 0–1; null below LEAST_CLOSED_FOR_RATE closed deals. */
  rate: number | null;
  /** Wilson, 95 %; null with the rate. */
  interval: Interval | null;
}

/** The close rate of a group of deals, or "too few to say" as null. Open deals are in neither number. */
export function closeRate({ won, lost }: Outcomes): CloseRate {
  const closed = won + lost;
  if (closed < LEAST_CLOSED_FOR_RATE) return { won, closed, rate: null, interval: null };
  return { won, closed, rate: won / closed, interval: wilsonInterval(won, closed) };
}

/** Close rates by tier, of all tiers but the best together, and of all deals. */
export interface CloseRateTable {
  tiers: (CloseRate & { tier: string })[];
  rest: CloseRate;
  all: CloseRate;
}

/**
 * The table of close rates. Tiers come in the order given (best first); tiers that only the deals know, because a later
 * rubric renamed them, follow in the order they occur.
 *
 * @param rows outcomes by tier at first engagement; one tier may have several rows.
 */
export function closeRateTable(
  order: readonly string[],
  rows: readonly (Outcomes & { tier: string })[],
): CloseRateTable {
  const names = [...new Set([...order, ...rows.map((row) => row.tier)])];
  const best = names[0];
  const outcomesOf = (keep: (tier: string) => boolean) => sumOutcomes(rows.filter((row) => keep(row.tier)));
  return {
    tiers: names.map((tier) => ({ tier, ...closeRate(outcomesOf((name) => name === tier)) })),
    rest: closeRate(outcomesOf((name) => name !== best)),
    all: closeRate(outcomesOf(() => true)),
  };
}
