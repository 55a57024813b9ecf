import type { CompiledIntent } from './compile-rubric';
import { decayWeight } from './decay';
import { ageInDays, DAY_MS, instantAtAge } from './instants';
import type { MatchList } from './match-events';
import type { EachCriterion, InactivityCriterion, IntentCriterion, ThresholdCriterion } from './types';

/** What a criterion comes to at one instant, and how it goes on from there while nothing happens. */
export interface Measure {
  /** Units at the instant. */
  units: number;
  /** Units lost per day, for linear decay. A half-life's loss follows from the units. */
  slope: number;
  /** Until this instant the units change only by `slope` or half-life; Infinity when nothing else will change them. */
  until: number;
}

const NEVER = Number.POSITIVE_INFINITY;

const NO_EVENTS: MatchList = { at: [], events: [] };

/** How many of the events exist at an instant: those at it or before. */
export function countExisting(at: readonly number[], asOf: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] ?? 0) <= asOf) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The matching events of a list that exist at an instant; notes when time alone may next change which do. */
export function listExisting(
  intent: CompiledIntent,
  matched: MatchList | undefined,
  asOf: number,
  out: Pick<Measure, 'until'>,
): MatchList {
  const list = matched ?? NO_EVENTS;
  const existing = countExisting(list.at, asOf);
  if (existing < list.at.length) out.until = list.at[existing] ?? NEVER;
  const { where } = intent;
  const standing: MatchList = { at: [], events: [] };
  for (let i = 0; i < existing; i += 1) {
    const event = list.events[i];
    if (!event) continue;
    if (where && intent.whereTimed) {
      out.until = Math.min(out.until, where.nextTurn(0, event, asOf));
      if (where.evaluate(event, asOf)[0] === 0) continue;
    }
    standing.at.push(list.at[i] ?? 0);
    standing.events.push(event);
  }
  return standing;
}

function measureEach(
  criterion: EachCriterion,
  list: MatchList,
  existing: number,
  asOf: number,
  out: Measure,
) {
  const { decay, limit = existing } = criterion;
  const oldest = Math.max(0, existing - limit);
  // From the newest: always the same order of summing, and once one is gone, so are the older.
  for (let i = existing - 1; i >= oldest; i -= 1) {
    const at = list.at[i] ?? 0;
    const weight = decayWeight(decay, ageInDays(at, asOf));
    if (weight === 0) return;
    out.units += weight;
    if (decay.kind === 'linear') out.slope += 1 / decay.days;
    if (decay.kind === 'linear' || decay.kind === 'expire') {
      out.until = Math.min(out.until, instantAtAge(at, decay.days));
    }
  }
}

/** What a threshold tells apart when it counts: each event, each lead, each UTC day. Null counts for none. */
export function keyOf(criterion: ThresholdCriterion, list: MatchList, i: number): string | number | null {
  switch (criterion.count) {
    case 'events':
      return i;
    case 'leads':
      return list.events[i]?.leadId ?? null;
    case 'days':
      return Math.floor((list.at[i] ?? 0) / DAY_MS);
  }
}

function measureThreshold(
  criterion: ThresholdCriterion,
  list: MatchList,
  existing: number,
  asOf: number,
  out: Measure,
) {
  const { atLeast, withinDays } = criterion;
  const distinct = new Set<string | number>();
  for (let i = existing - 1; i >= 0; i -= 1) {
    const at = list.at[i] ?? 0;
    if (ageInDays(at, asOf) >= withinDays) return;
    const key = keyOf(criterion, list, i);
    if (key === null) continue;
    distinct.add(key);
    if (distinct.size < atLeast) continue;
    // The newest event of each key has been met, so it holds exactly until this one slides off.
    out.units = 1;
    out.until = Math.min(out.until, instantAtAge(at, withinDays));
    return;
  }
}

function measureInactivity(
  criterion: InactivityCriterion,
  list: MatchList,
  existing: number,
  createdAt: number,
  asOf: number,
  out: Measure,
) {
  const last = existing > 0 ? (list.at[existing - 1] ?? createdAt) : createdAt;
  if (ageInDays(last, asOf) >= criterion.days) out.units = 1;
  else if (!Number.isNaN(last)) out.until = Math.min(out.until, instantAtAge(last, criterion.days));
}

/**
 * Measures one intent criterion as of an instant.
 *
 * @param matched the events it looks at, as `matchEvents` lists them.
 * @param createdAt the lead's, in milliseconds.
 * @param asOf in milliseconds.
 * @param out receives the measure.
 */
export function measureIntent(
  intent: CompiledIntent,
  matched: MatchList | undefined,
  createdAt: number,
  asOf: number,
  out: Measure,
): void {
  const { criterion } = intent;
  out.units = 0;
  out.slope = 0;
  out.until = NEVER;
  let list = matched ?? NO_EVENTS;
  if (intent.whereTimed) list = listExisting(intent, matched, asOf, out);
  const existing = countExisting(list.at, asOf);
  if (existing < list.at.length) out.until = list.at[existing] ?? NEVER;
  switch (criterion.kind) {
    case 'each':
      return measureEach(criterion, list, existing, asOf, out);
    case 'threshold':
      return measureThreshold(criterion, list, existing, asOf, out);
    case 'inactivity':
      return measureInactivity(criterion, list, existing, createdAt, asOf, out);
  }
}

/**
 * How much each event of a list counts towards a criterion as of an instant: its decay's weight, 1 within a window, 1
 * for the last event before a silence, and 0 for one that is left out.
 *
 * @param list matching events that exist, oldest first, as {@link listExisting} gives them.
 */
export function countedWeights(criterion: IntentCriterion, list: MatchList, asOf: number): number[] {
  const newest = list.at.length - 1;
  return list.at.map((at, i) => {
    const age = ageInDays(at, asOf);
    switch (criterion.kind) {
      case 'each':
        return newest - i < (criterion.limit ?? Number.POSITIVE_INFINITY)
          ? decayWeight(criterion.decay, age)
          : 0;
      case 'threshold':
        return age < criterion.withinDays && keyOf(criterion, list, i) !== null ? 1 : 0;
      case 'inactivity':
        return i === newest ? 1 : 0;
    }
  });
}
