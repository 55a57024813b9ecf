import { decayWeight } from '@/lib/scoring/decay';
import { describeCondition, describeDecay, describeIntent, type Labels } from '@/lib/scoring/describe';
import type { Criterion, IntentCriterion } from '@/lib/scoring/types';

/** Days that the curves of rows show; the same for all, so that they can be compared. */
const HORIZON_DAYS = 60;
const SAMPLES = 61;

function isIntent(criterion: Criterion): criterion is IntentCriterion {
  return 'kind' in criterion;
}

/** What a criterion asks, and how long its evidence counts, in words. */
export function describeCriterion(criterion: Criterion, labels: Labels): string {
  if (!isIntent(criterion)) return describeCondition(criterion.when, labels);
  const words = describeIntent(criterion, labels);
  return criterion.kind === 'each' && criterion.decay.kind !== 'none'
    ? `${words}, ${describeDecay(criterion.decay)}`
    : words;
}

/** As many days as show the shape of a criterion's curve: 60, or two and a half times what it is about. */
export function horizonOf(criterion: IntentCriterion): number {
  return Math.max(HORIZON_DAYS, Math.ceil(daysOf(criterion) * 2.5));
}

function daysOf(criterion: IntentCriterion): number {
  if (criterion.kind === 'threshold') return criterion.withinDays;
  if (criterion.kind === 'inactivity') return criterion.days;
  return criterion.decay.kind === 'none' ? 0 : criterion.decay.days;
}

/**
 * What is left of one event's worth over the next days, 0 to 1, at even distances; null for a criterion of fit.
 *
 * @param horizon how many days.
 */
export function sampleWorth(criterion: Criterion, horizon = HORIZON_DAYS): number[] | null {
  if (!isIntent(criterion)) return null;
  return Array.from({ length: SAMPLES }, (_, index) => worthAt(criterion, (index / (SAMPLES - 1)) * horizon));
}

function worthAt(criterion: IntentCriterion, day: number): number {
  switch (criterion.kind) {
    case 'each':
      return decayWeight(criterion.decay, day);
    case 'threshold':
      return day < criterion.withinDays ? 1 : 0;
    case 'inactivity':
      return day < criterion.days ? 0 : 1;
  }
}
