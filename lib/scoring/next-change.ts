import type { CompiledRubric } from './compile-rubric';
import {
  createMeasures,
  measureConditions,
  measureInto,
  measureLead,
  prepareLead,
  type EventSource,
  type Measures,
  type PreparedLead,
} from './evidence';
import { FadingCurve } from './fading-curve';
import { findFade } from './find-fade';
import { LAST_INSTANT, requireMilliseconds } from './instants';
import { limit, roundScore, sumAxis } from './score-units';
import type { Axis, Instant, LeadInput } from './types';

/** The end of the year 9999: a later change is said to come then, as four-digit years end there. */
const LATEST_ANSWER = 253_402_300_799_999;

function roundAxis({ plan }: CompiledRubric, axis: Axis, units: Float64Array): number {
  return roundScore(limit(sumAxis(plan, axis, units, 0), 0, 100));
}

function copyMeasures(from: Measures, into: Measures): Measures {
  into.asOf = from.asOf;
  into.units.set(from.units);
  into.slopes.set(from.slopes);
  into.untils.set(from.untils);
  into.disqualified.set(from.disqualified);
  into.disqualifiedUntils.set(from.disqualifiedUntils);
  return into;
}

function earliest(instants: Float64Array, than: number): number {
  let first = than;
  for (const instant of instants) if (instant < first) first = instant;
  return first;
}

function hasTurned(untils: Float64Array, asOf: number, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if ((untils[i] ?? 0) <= asOf) return true;
  return false;
}

/** Brings measures forward to an instant, measuring anew only what has turned or fades. */
function advance(compiled: CompiledRubric, prepared: PreparedLead, asOf: number, measures: Measures): void {
  const { fitCount, intent } = compiled;
  const { untils, disqualifiedUntils } = measures;
  if (
    hasTurned(untils, asOf, 0, fitCount) ||
    hasTurned(disqualifiedUntils, asOf, 0, disqualifiedUntils.length)
  ) {
    measureConditions(compiled, prepared, asOf, measures);
  }
  for (let place = 0; place < intent.length; place += 1) {
    const index = fitCount + place;
    if (intent[place]?.fading || (untils[index] ?? 0) <= asOf) {
      measureInto(compiled, prepared, place, asOf, measures);
    }
  }
  measures.asOf = asOf;
}

function isSame(compiled: CompiledRubric, before: Measures, after: Measures): boolean {
  return (
    before.disqualified.every((held, place) => held === after.disqualified[place]) &&
    roundAxis(compiled, 'fit', before.units) === roundAxis(compiled, 'fit', after.units) &&
    roundAxis(compiled, 'intent', before.units) === roundAxis(compiled, 'intent', after.units)
  );
}

/** What a search works with. */
interface Tools {
  curve: FadingCurve;
  /** The measures at the turning point that the walk has come to. */
  now: Measures;
  /** Those at an instant that is tried. */
  probe: Measures;
}

const tools = new WeakMap<CompiledRubric, Tools>();

/** A rubric's tools, shared: each use is over before the next. */
function toolsFor(compiled: CompiledRubric): Tools {
  const known = tools.get(compiled);
  if (known) return known;
  const made = {
    curve: new FadingCurve(compiled),
    now: createMeasures(compiled),
    probe: createMeasures(compiled),
  };
  tools.set(compiled, made);
  return made;
}

/** The first instant after the measures' and before `turn` at which decay alone has changed intent; null when none. */
function findFadeBefore(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  measures: Measures,
  turn: number,
): number | null {
  const { asOf } = measures;
  const span = Math.min(turn - 1, LAST_INSTANT) - asOf;
  const { curve, probe } = toolsFor(compiled);
  curve.start(measures);
  if (span < 1 || !curve.moves) return null;
  const intent = roundAxis(compiled, 'intent', measures.units);
  let isCopied = false;
  const hasChanged = (milliseconds: number): boolean => {
    if (!isCopied) copyMeasures(measures, probe);
    isCopied = true;
    for (let place = 0; place < compiled.intent.length; place += 1) {
      if (compiled.intent[place]?.fading) {
        measureInto(compiled, prepared, place, asOf + milliseconds, probe);
      }
    }
    return roundAxis(compiled, 'intent', probe.units) !== intent;
  };
  const milliseconds = findFade(curve, intent, span, hasChanged);
  return milliseconds === null ? null : asOf + milliseconds;
}

/**
 * Walks from turning point to turning point (an event begins to exist, expires or slides off, a date condition turns, a
 * silence gets long enough) and looks for decay's own changes between them.
 *
 * @param start measures as of the instant to look from; not altered.
 */
export function findChangeAfter(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  start: Measures,
): number | null {
  let now = start;
  for (;;) {
    const turn = earliest(now.untils, earliest(now.disqualifiedUntils, Number.POSITIVE_INFINITY));
    let change = findFadeBefore(compiled, prepared, now, turn);
    if (change === null) {
      if (turn > LAST_INSTANT) return null;
      if (now === start) now = copyMeasures(start, toolsFor(compiled).now);
      advance(compiled, prepared, turn, now);
      if (!isSame(compiled, start, now)) change = turn;
    }
    if (change !== null) return start.asOf < LATEST_ANSWER ? Math.min(change, LATEST_ANSWER) : change;
  }
}

/**
 * When a lead's fit, intent, score, tier, quadrant or disqualifiers will next differ with no new data.
 *
 * The answer is the very millisecond, save where values meet a rounding edge to within about 1e−11 points, or the change
 * comes after the year 9999: then it may be early, never late.
 *
 * @returns milliseconds since 1970 UTC, after `asOf`; null when nothing will ever change.
 * @throws RangeError when `asOf` is not an instant.
 * @example findNextChange(compiled, lead, events, events, asOf) // the next drop of a decaying score
 */
export function findNextChange(
  compiled: CompiledRubric,
  lead: LeadInput,
  ownEvents: EventSource,
  companyEvents: EventSource,
  asOf: Instant,
): number | null {
  const prepared = prepareLead(compiled, lead, ownEvents, companyEvents);
  return findChangeAfter(compiled, prepared, measureLead(compiled, prepared, requireMilliseconds(asOf)));
}
