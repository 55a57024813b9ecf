import { decayWeight } from '@/lib/scoring/decay';
import { describeCondition, describeDecay, describeIntent, type Labels } from '@/lib/scoring/describe';
import type { Criterion, IntentCriterion } from '@/lib/scoring/types';

/** Days that a curve shows; the same for all, so that they can be compared. */
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

/** What is left of one event's worth over the next 60 days, 0 to 1, at even distances; null for a criterion of fit. */
export function sampleWorth(criterion: Criterion): number[] | null {
  if (!isIntent(criterion)) return null;
  return Array.from({ length: SAMPLES }, (_, index) =>
    worthAt(criterion, (index / (SAMPLES - 1)) * HORIZON_DAYS),
  );
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
