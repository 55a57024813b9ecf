import { formatSigned } from '@/components/ui/format';
import { decayWeight } from '@/lib/scoring/decay';
import {
  describeCondition,
  describeDays,
  describeDecay,
  describeIntent,
  type Labels,
} from '@/lib/scoring/describe';
import type { Criterion, Decay, IntentCriterion } from '@/lib/scoring/types';

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

/** What time does to one event's points, as a sentence. */
function describeFading(decay: Decay): string {
  switch (decay.kind) {
    case 'none':
      return 'They stay.';
    case 'half_life':
      return `Half of them are left after ${describeDays(decay.days)}, a quarter after ${describeDays(2 * decay.days)}.`;
    case 'linear':
      return `They fade evenly, to nothing after ${describeDays(decay.days)}.`;
    case 'expire':
      return `They count for ${describeDays(decay.days)}, then no more.`;
  }
}

/**
 * A criterion as sentences for whoever does not write rubrics: what it gives for what, and what time does to it.
 *
 * @example '+40 points each time: Requested a demo, newest 2 count. Half of them are left after 14 days, a quarter after 28 days.'
 */
export function describeInSentences(criterion: Criterion, labels: Labels): string {
  const { points } = criterion;
  const gives = `${formatSigned(points, 2)} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
  if (!isIntent(criterion)) return `${gives} when ${describeCondition(criterion.when, labels)}.`;
  const words = describeIntent(criterion, labels);
  switch (criterion.kind) {
    case 'each':
      return `${gives} each time: ${words}. ${describeFading(criterion.decay)}`;
    case 'threshold':
      return `${gives} while it holds: ${words}.`;
    case 'inactivity':
      return `${gives} while nothing is heard: ${words}.`;
  }
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
