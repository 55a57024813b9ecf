import type { CompiledIntent } from './compile-rubric';
import { powerOfHalf } from './decay';
import { ageInDays, DAY_MS, instantAtAge } from './instants';
import type { MatchList } from './match-events';
import type { EachCriterion, InactivityCriterion, ThresholdCriterion } from './types';

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

/** The list as it stands at an instant, where time decides which events match; notes when that may next turn. */
function filterTimed(intent: CompiledIntent, list: MatchList, asOf: number, out: Measure): MatchList {
  const matching: MatchList = { at: [], events: [] };
  const { where } = intent;
  list.events.forEach((event, i) => {
    const at = list.at[i] ?? 0;
    if (at > asOf) {
      out.until = Math.min(out.until, at);
      return;
    }
    where?.load(event, asOf);
    out.until = Math.min(out.until, where?.nextTurn(0, event, asOf) ?? NEVER);
    if (!where || where.holds(0)) {
      matching.at.push(at);
      matching.events.push(event);
    }
  });
  return matching;
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
  if (decay.kind === 'none') {
    out.units = existing - oldest;
    return;
  }
  const { days } = decay;
  // From the newest: always the same order of summing, and once one is gone, so are the older.
  for (let i = existing - 1; i >= oldest; i -= 1) {
    const at = list.at[i] ?? 0;
    const age = ageInDays(at, asOf);
    if (decay.kind === 'half_life') {
      out.units += powerOfHalf(age / days);
      continue;
    }
    if (age >= days) return;
    out.units += decay.kind === 'linear' ? Math.max(0, 1 - age / days) : 1;
    if (decay.kind === 'linear') out.slope += 1 / days;
    out.until = Math.min(out.until, instantAtAge(at, days));
  }
}

/** What a threshold tells apart when it counts: each event, each lead, each UTC day. Null counts for none. */
function keyOf(criterion: ThresholdCriterion, list: MatchList, i: number): string | number | null {
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

const NO_EVENTS: MatchList = { at: [], events: [] };

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
  if (intent.whereTimed) list = filterTimed(intent, list, asOf, out);
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
