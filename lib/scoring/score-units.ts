import type { Axis, Quadrant, Rubric } from './types';

/** The four quadrants, at the index that {@link ScoreNumbers} gives. */
export const QUADRANTS: readonly Quadrant[] = ['route_now', 'nurture', 'review', 'deprioritize'];

const ROUNDING_MARGIN = 1e-9;

/** How far below a whole number the values begin that round to it. */
export const ROUNDS_UP_FROM = 0.5 + ROUNDING_MARGIN;

/** The points side of a rubric as typed arrays: everything needed to turn units into a score. */
export interface ScorePlan {
  /** Points of one unit, per criterion in rubric order (fit, then intent). */
  points: Float64Array;
  /** Per group in rubric order (fit, then intent): its first criterion's index, and one past the last group's end. */
  groupStart: Int32Array;
  /** Limits per group, in points; −Infinity and Infinity where there is none. */
  groupMin: Float64Array;
  groupMax: Float64Array;
  /** How many of the groups are fit's. */
  fitGroups: number;
  fitWeight: number;
  fitCut: number;
  intentCut: number;
  /** Minimums per tier, best tier first: score, fit, intent. */
  tierMinimums: Float64Array;
}

/** A score as numbers only: whole 0–100, and indexes into the rubric's tiers and {@link QUADRANTS}. */
export interface ScoreNumbers {
  fit: number;
  intent: number;
  score: number;
  tier: number;
  quadrant: number;
}

/** Puts a rubric's points, limits, cuts and tiers into arrays. Conditions are not looked at. */
export function planScore(rubric: Rubric): ScorePlan {
  const groups = [...rubric.fit.groups, ...rubric.intent.groups];
  const groupStart = new Int32Array(groups.length + 1);
  groups.forEach((group, index) => {
    groupStart[index + 1] = (groupStart[index] ?? 0) + group.criteria.length;
  });
  return {
    points: Float64Array.from(groups.flatMap((group) => group.criteria.map((criterion) => criterion.points))),
    groupStart,
    groupMin: Float64Array.from(groups, (group) => group.min ?? Number.NEGATIVE_INFINITY),
    groupMax: Float64Array.from(groups, (group) => group.max ?? Number.POSITIVE_INFINITY),
    fitGroups: rubric.fit.groups.length,
    fitWeight: rubric.fitWeight,
    fitCut: rubric.grid.fitCut,
    intentCut: rubric.grid.intentCut,
    tierMinimums: Float64Array.from(
      rubric.tiers.flatMap((tier) => [tier.minScore, tier.minFit, tier.minIntent]),
    ),
  };
}

/** Halves up, with a margin for the last digits of a sum: floor(x + 0.5 + 1e−9). */
export function roundScore(x: number): number {
  return Math.floor(x + 0.5 + ROUNDING_MARGIN);
}

/** Keeps a value within its limits; a limit may be infinite. */
export function limit(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

/** A group's sum of points × units before its limits. `offset` is where the lead's units begin. */
export function sumGroup(plan: ScorePlan, group: number, units: Float64Array, offset: number): number {
  const { points, groupStart } = plan;
  const end = groupStart[group + 1] ?? 0;
  let sum = 0;
  for (let i = groupStart[group] ?? 0; i < end; i += 1) sum += (points[i] ?? 0) * (units[offset + i] ?? 0);
  return sum;
}

/** An axis's groups after their limits, summed, before the clamp to 0–100. */
export function sumAxis(plan: ScorePlan, axis: Axis, units: Float64Array, offset: number): number {
  const { groupMin, groupMax, fitGroups } = plan;
  const end = axis === 'fit' ? fitGroups : groupMin.length;
  let sum = 0;
  for (let g = axis === 'fit' ? 0 : fitGroups; g < end; g += 1) {
    sum += limit(sumGroup(plan, g, units, offset), groupMin[g] ?? 0, groupMax[g] ?? 0);
  }
  return sum;
}

function findTier(plan: ScorePlan, numbers: ScoreNumbers): number {
  const { tierMinimums } = plan;
  const last = tierMinimums.length / 3 - 1;
  for (let tier = 0; tier < last; tier += 1) {
    const meets =
      numbers.score >= (tierMinimums[tier * 3] ?? 0) &&
      numbers.fit >= (tierMinimums[tier * 3 + 1] ?? 0) &&
      numbers.intent >= (tierMinimums[tier * 3 + 2] ?? 0);
    if (meets) return tier;
  }
  return last;
}

/** A sum of groups as the axis people see: whole, 0–100. */
export function toAxis(sum: number): number {
  return roundScore(limit(sum, 0, 100));
}

/**
 * What follows from fit and intent: score, tier and quadrant.
 *
 * @param out holds fit and intent, whole 0–100, and receives the rest.
 */
export function placeAxes(plan: ScorePlan, disqualified: boolean, out: ScoreNumbers): void {
  out.score = roundScore(plan.fitWeight * out.fit + (1 - plan.fitWeight) * out.intent);
  const last = plan.tierMinimums.length / 3 - 1;
  out.tier = disqualified ? last : findTier(plan, out);
  const lowFit = out.fit >= plan.fitCut ? 0 : 2;
  const lowIntent = out.intent >= plan.intentCut ? 0 : 1;
  out.quadrant = disqualified ? 3 : lowFit + lowIntent;
}

/**
 * Points × units, limited per group, clamped per axis, combined, and placed in tier and quadrant: the one place that
 * computes a score (`ColumnScorer` adds the same sums up by columns). It allocates nothing.
 *
 * @param units units of one or many leads, each lead's in rubric order.
 * @param offset where this lead's units begin.
 * @param disqualified whether any disqualifier holds for the lead.
 * @param out receives the score.
 */
export function scoreUnits(
  plan: ScorePlan,
  units: Float64Array,
  offset: number,
  disqualified: boolean,
  out: ScoreNumbers,
): void {
  out.fit = toAxis(sumAxis(plan, 'fit', units, offset));
  out.intent = toAxis(sumAxis(plan, 'intent', units, offset));
  placeAxes(plan, disqualified, out);
}
