import { Z_95 } from './normal';
import type { Interval, Outcomes } from './types';

/** How many times as often one group's deals are won as another's. */
export interface RateRatio {
  /** Infinity when the other group won nothing; null when neither did, or when a group is empty. */
  ratio: number | null;
  /** 0 to Infinity when nothing is known. */
  interval: Interval;
}

const UNKNOWN: RateRatio = { ratio: null, interval: { low: 0, high: Infinity } };

/**
 * The ratio of two close rates ("lift") with its score interval. The interval is Koopman's: it needs no correction for
 * cells of zero and keeps its level with few cases, where the logarithmic interval (Katz) does not exist or is too narrow.
 * P. A. R. Koopman, Confidence intervals for the ratio of two binomial proportions, Biometrics 40 (1984), with the
 * restricted estimate of O. Miettinen and M. Nurminen, Statistics in Medicine 4 (1985).
 *
 * @param z normal quantile; 95 % by default.
 */
export function rateRatio(group: Outcomes, other: Outcomes, z: number = Z_95): RateRatio {
  const cases = { hits: group.won, of: group.won + group.lost };
  const controls = { hits: other.won, of: other.won + other.lost };
  if (cases.of === 0 || controls.of === 0 || cases.hits + controls.hits === 0) return UNKNOWN;
  const ratio = controls.hits === 0 ? Infinity : (cases.hits * controls.of) / (cases.of * controls.hits);
  const distance = (log: number) => scoreDistance(cases, controls, Math.exp(log));
  return {
    ratio,
    interval: {
      low: cases.hits === 0 ? 0 : Math.exp(findCrossing(distance, z)),
      high: controls.hits === 0 ? Infinity : Math.exp(findCrossing(distance, -z)),
    },
  };
}

interface Share {
  hits: number;
  of: number;
}

/** How many standard errors the observed shares lie from what a true ratio of `theta` would lead to expect. */
function scoreDistance(cases: Share, controls: Share, theta: number): number {
  // The likeliest share of the controls, given that the cases' is theta times as high: root of a quadratic.
  const a = (cases.of + controls.of) * theta;
  const b = theta * (cases.of + controls.hits) + cases.hits + controls.of;
  const c = cases.hits + controls.hits;
  const control = (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
  const expected = Math.min(1, theta * control);
  const variance =
    (expected * (1 - expected)) / cases.of + (theta * theta * control * (1 - control)) / controls.of;
  const difference = cases.hits / cases.of - (theta * controls.hits) / controls.of;
  return variance <= 0 ? Math.sign(difference) * Infinity || 0 : difference / Math.sqrt(variance);
}

/** Where a falling function of the logarithm of the ratio crosses a level; by halving, to 12 digits. */
function findCrossing(fall: (log: number) => number, level: number): number {
  let low = -40;
  let high = 40;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (fall(middle) > level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
