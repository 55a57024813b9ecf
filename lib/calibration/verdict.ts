import { sumOutcomes } from './rank-outcomes';
import { rateRatio, type RateRatio } from './rate-ratio';
import { testTwoProportions } from './two-proportion-test';
import type { Outcomes } from './types';

/** Fewer closed deals than this carry no verdict. */
export const LEAST_CLOSED = 40;
/** Fewer won deals than this carry no verdict. */
export const LEAST_WON = 10;
/** How many times as often as the rest the best tier has to close to count as working. */
export const WORKING_LIFT = 3;

const DAY_MS = 86_400_000;
const CHANCE = 0.05;

export type VerdictKind = 'working' | 'weak' | 'miscalibrated' | 'too_few';

/** A tier, or several together, with their closed deals. */
export interface VerdictGroup extends Outcomes {
  name: string;
}

/** What is missing for a verdict, and when it will be there. */
export interface Missing {
  closed: number;
  won: number;
  /** The side of the comparison on which no deal has closed, if one is empty. */
  side: 'best' | 'rest' | null;
  /** Milliseconds since 1970 UTC; null when the pace does not lead there. */
  enoughAt: number | null;
}

export interface Verdict {
  kind: VerdictKind;
  /** The best tier. */
  best: VerdictGroup;
  /** The next best tier; null when the rubric has one tier only. */
  second: VerdictGroup | null;
  /** All tiers but the best together. */
  rest: Outcomes;
  all: Outcomes;
  /** Close rate of the best tier ÷ close rate of the rest. */
  lift: RateRatio;
  /** Whether best and second differ by more than chance (p < 5 %). */
  differsFromSecond: boolean;
  /** Only with kind "too_few". */
  missing: Missing | null;
}

/** Closed and won deals a day, at the rate of late. */
export interface Pace {
  closed: number;
  won: number;
}

export interface VerdictInput {
  /** Tier names, best first. */
  order: readonly string[];
  /** Closed deals by tier at first engagement. */
  rows: readonly (Outcomes & { tier: string })[];
  /** Null when more time brings no more deals, as for a period that has passed. */
  pace: Pace | null;
  /** Milliseconds since 1970 UTC. */
  now: number;
}

/**
 * Whether the tiers work, by these rules in this order:
 * too few: fewer than 40 closed deals or 10 won, or none closed in the best tier or in the rest;
 * miscalibrated: the best tier closes no better than the next;
 * working: it closes at least 3 times as well as the rest, and the 95 % interval of that lift excludes 1;
 * weak: anything else.
 */
export function judgeTiers({ order, rows, pace, now }: VerdictInput): Verdict {
  const groupOf = (name: string): VerdictGroup => ({
    name,
    ...sumOutcomes(rows.filter((row) => row.tier === name)),
  });
  const best = groupOf(order[0] ?? 'A');
  const second = order[1] === undefined ? null : groupOf(order[1]);
  const rest = sumOutcomes(rows.filter((row) => row.tier !== best.name));
  const all = sumOutcomes(rows);
  const lift = rateRatio(best, rest);
  const missing = findMissing({ all, best, rest }, pace, now);
  const differsFromSecond = second !== null && testTwoProportions(best, second).p < CHANCE;
  return {
    kind: missing ? 'too_few' : judge(best, second, lift),
    ...{ best, second, rest, all, lift, differsFromSecond, missing },
  };
}

function judge(best: Outcomes, second: Outcomes | null, lift: RateRatio): VerdictKind {
  // Compared as products, which needs no division by a tier without deals.
  const noBetter =
    second !== null &&
    second.won + second.lost > 0 &&
    best.won * (second.won + second.lost) <= second.won * (best.won + best.lost);
  if (noBetter) return 'miscalibrated';
  return (lift.ratio ?? 0) >= WORKING_LIFT && lift.interval.low > 1 ? 'working' : 'weak';
}

interface Sides {
  all: Outcomes;
  best: Outcomes;
  rest: Outcomes;
}

function findMissing({ all, best, rest }: Sides, pace: Pace | null, now: number): Missing | null {
  const closed = Math.max(0, LEAST_CLOSED - all.won - all.lost);
  const won = Math.max(0, LEAST_WON - all.won);
  const side = best.won + best.lost === 0 ? 'best' : rest.won + rest.lost === 0 ? 'rest' : null;
  if (closed === 0 && won === 0 && side === null) return null;
  // How soon a side that is empty gets its first deal, nobody can say.
  const foreseeable = pace !== null && closed + won > 0;
  return { closed, won, side, enoughAt: foreseeable ? forecast(closed, won, pace, now) : null };
}

function forecast(closed: number, won: number, pace: Pace, now: number): number | null {
  const days = Math.max(closed === 0 ? 0 : closed / pace.closed, won === 0 ? 0 : won / pace.won);
  return Number.isFinite(days) ? now + Math.ceil(days) * DAY_MS : null;
}
