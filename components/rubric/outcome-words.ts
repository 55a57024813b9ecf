import { formatNumber, formatPercent, formatPercentRange } from '@/components/ui/format';
import type { CloseRate } from '@/lib/calibration/close-rate';
import type { RateRatio } from '@/lib/calibration/rate-ratio';
import type { OutcomeEffect, SideOutcomes } from '@/lib/effects/types';
import { nameInWords, type SideNames } from './side-names';

/** "3.9×" */
function sayRatio({ ratio }: RateRatio): string {
  if (ratio === null) return 'nobody knows how many times';
  return ratio === Infinity ? 'infinitely many times' : `${formatNumber(ratio, 1)}×`;
}

function hasEnough({ rates }: SideOutcomes): boolean {
  const [best] = rates.tiers;
  return best !== undefined && best.rate !== null && rates.rest.rate !== null;
}

/** How the best tier closes against the rest, under both rubrics, and whether that is a difference. */
export function sayLift({ before, after, deals }: OutcomeEffect, names: SideNames): string {
  if (deals === 0) return 'No deal has closed yet that could tell.';
  if (!hasEnough(after)) {
    return `Too few closed deals stand in and below the best tier under ${nameInWords(names.after)} to compare.`;
  }
  const best = after.rates.tiers[0]?.tier ?? '';
  const first = `${best} closes ${sayRatio(after.lift)} as often as the rest under ${nameInWords(names.after)}`;
  if (!hasEnough(before))
    return `${first}; under ${nameInWords(names.before)} too few deals stand in it to compare.`;
  return `${first}, ${sayRatio(before.lift)} under ${nameInWords(names.before)}. ${judgeDifference(before.lift, after.lift)}`;
}

function judgeDifference(before: RateRatio, after: RateRatio): string {
  if (before.ratio === after.ratio) return 'No difference.';
  const isBetter = (after.ratio ?? 0) > (before.ratio ?? 0);
  const overlap = before.interval.high >= after.interval.low && after.interval.high >= before.interval.low;
  if (!overlap)
    return isBetter ? 'The intervals do not overlap: better.' : 'The intervals do not overlap: worse.';
  const word = isBetter ? 'an improvement' : 'a loss';
  return `The intervals overlap: ${word}, not yet proven.`;
}

function sayAuc({ auc }: SideOutcomes): string {
  if (!auc) return 'unknown';
  const range = auc.interval
    ? ` (${formatNumber(auc.interval.low, 2)}–${formatNumber(auc.interval.high, 2)})`
    : '';
  return `${formatNumber(auc.auc, 2)}${range}`;
}

/** How well the score tells won from lost deals under both rubrics: the area under the curve with its interval. */
export function sayDiscrimination({ before, after, deals }: OutcomeEffect, names: SideNames): string {
  if (deals === 0 || !after.auc) return '';
  return `Tells won from lost (AUC): ${sayAuc(after)} under ${nameInWords(names.after)}, ${sayAuc(before)} under ${nameInWords(names.before)}.`;
}

function sayRate({ won, closed, rate, interval }: CloseRate): string {
  if (closed === 0) return 'no deal';
  const count = `${formatNumber(won)} of ${formatNumber(closed)} won`;
  if (rate === null || interval === null) return `${count}, too few to say`;
  return `${count}: ${formatPercent(rate)}, ${formatPercentRange(interval.low, interval.high)}`;
}

/** How the deals closed that are in the best tier under one of the rubrics alone. */
export function saySwap({ swap, after }: OutcomeEffect, names: SideNames): string {
  if (swap.into.closed + swap.outOf.closed === 0) return '';
  const best = after.rates.tiers[0]?.tier ?? '';
  return `${best} under ${nameInWords(names.after)} alone: ${sayRate(swap.into)}; under ${nameInWords(names.before)} alone: ${sayRate(swap.outOf)}.`;
}
