import type { CompiledRubric } from './compile-rubric';
import type { PreparedLead } from './evidence';
import { measureIntent, type Measure } from './measure-intent';

const DAY_MS = 86_400_000;

/** How far is looked ahead: what lasts longer does not drop in any time that matters. */
const HORIZON_MS = 3_650 * DAY_MS;

/** Turning points that are looked at, one after the other. */
const MOST_TURNS = 60;

/** What fades is said to drop when it has lost a whole point. */
const WHOLE_POINT = 1;

/** Points below which a contribution shows as nothing at one decimal. */
const VISIBLE = 0.05;

/** When a contribution next moves visibly by time alone, and by how much. */
export interface NextMove {
  /** Milliseconds since 1970 UTC. */
  at: number;
  /** In points: below 0 for a drop. */
  by: number;
}

/** A contribution as of an instant, and until when it changes by fading only. */
interface Reading {
  contribution: number;
  until: number;
}

function readIntent(compiled: CompiledRubric, prepared: PreparedLead, index: number) {
  const place = index - compiled.fitCount;
  const intent = compiled.intent[place];
  const out: Measure = { units: 0, slope: 0, until: 0 };
  return (asOf: number): Reading => {
    if (!intent) return { contribution: 0, until: Infinity };
    measureIntent(intent, prepared.lists[place], prepared.createdAt, asOf, out);
    return { contribution: (compiled.plan.points[index] ?? 0) * out.units, until: out.until };
  };
}

function readFit({ leadConditions, plan }: CompiledRubric, { lead }: PreparedLead, index: number) {
  return (asOf: number): Reading => ({
    contribution: (plan.points[index] ?? 0) * (leadConditions.evaluate(lead, asOf)[index] ?? 0),
    until: leadConditions.nextTurn(index, lead, asOf),
  });
}

/** The first millisecond after `low`, up to `high`, at which something monotone holds that holds at `high`. */
function findFirst(low: number, high: number, holds: (asOf: number) => boolean): number {
  let [before, after] = [low, high];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/**
 * When a criterion's contribution next moves visibly if nothing new happens: when fading has taken a whole point (or what
 * was left, if less), or when evidence ends, a window closes, a silence gets long enough or a date condition turns.
 *
 * @param index the criterion's place among all, fit first.
 * @param asOf milliseconds since 1970 UTC.
 * @returns null when it does not in the next ten years.
 */
export function findNextMove(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  index: number,
  asOf: number,
): NextMove | null {
  const read = (index < compiled.fitCount ? readFit : readIntent)(compiled, prepared, index);
  const now = read(asOf);
  const worthAt = (instant: number) => read(instant).contribution;
  const hasMoved = (instant: number): boolean => {
    const worth = worthAt(instant);
    const isGone = Math.abs(now.contribution) >= VISIBLE && Math.abs(worth) < VISIBLE;
    return isGone || Math.abs(worth - now.contribution) >= WHOLE_POINT;
  };
  let from = asOf;
  let { until } = now;
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const end = Math.min(until, asOf + HORIZON_MS);
    if (end - 1 > from && hasMoved(end - 1)) {
      const at = findFirst(from, end - 1, hasMoved);
      return { at, by: worthAt(at) - now.contribution };
    }
    if (until > asOf + HORIZON_MS) return null;
    const after = worthAt(until);
    const jumps = Math.abs(after - worthAt(until - 1)) >= VISIBLE;
    if (jumps || hasMoved(until)) return { at: until, by: after - now.contribution };
    from = until;
    until = read(from).until;
  }
  return null;
}
