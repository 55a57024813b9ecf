import type { Axis, Contribution, Group, Rubric, Score } from '@/lib/scoring/types';
import { findMoved, SAME_WITHIN } from './compare-scores';
import type { MovedLimit, MovedPart } from './types';

/** One side of a move. */
export type Breakdown = Pick<Score, 'contributions'>;

export interface MoveOptions {
  /** What time alone did to each criterion, in points, see `measureFade`. */
  fades?: ReadonlyMap<string, number>;
  /** Whether the earlier breakdown is of this very rubric: only then are the limits that held known. */
  sameRubric?: boolean;
}

const AXES: readonly Axis[] = ['fit', 'intent'];

/** What each group's limits, and the axis's own 0 and 100, take from or add to a breakdown, in points. */
function listLimits(rubric: Rubric, axis: Axis, contributions: readonly Contribution[]): number[] {
  const points = new Map(contributions.map(({ criterionId, contribution }) => [criterionId, contribution]));
  const groups: readonly Group[] = rubric[axis].groups;
  const sums = groups.map(({ criteria }) => criteria.reduce((sum, { id }) => sum + (points.get(id) ?? 0), 0));
  const totals = groups.map(({ min = -Infinity, max = Infinity }, place) =>
    Math.min(Math.max(sums[place] ?? 0, min), max),
  );
  const sum = totals.reduce((all, total) => all + total, 0);
  const taken = totals.map((total, place) => total - (sums[place] ?? 0));
  return [...taken, Math.min(Math.max(sum, 0), 100) - sum];
}

function findMovedLimits(rubric: Rubric, axis: Axis, before: Breakdown, after: Breakdown): MovedLimit[] {
  const earlier = listLimits(rubric, axis, before.contributions);
  return listLimits(rubric, axis, after.contributions).flatMap((taken, place) => {
    const limitOf = rubric[axis].groups[place]?.id ?? null;
    const was = earlier[place] ?? 0;
    return Math.abs(taken - was) > SAME_WITHIN ? { limitOf, axis, before: was, after: taken } : [];
  });
}

/**
 * Splits the move from one breakdown to another into its causes, in points of the axes: every criterion that moved, with
 * the part that time alone took, and every limit that came to take more or less. With the same rubric on both sides the
 * parts add up to the change of each axis before it is rounded.
 *
 * @param before the earlier breakdown; null for a lead's first.
 * @returns the largest difference first.
 */
export function splitMove(
  rubric: Rubric,
  before: Breakdown | null,
  after: Breakdown,
  { fades = new Map(), sameRubric = true }: MoveOptions = {},
): MovedPart[] {
  const earlier = before ?? { contributions: [] };
  const moved = findMoved(earlier.contributions, after.contributions, fades);
  const limits = sameRubric ? AXES.flatMap((axis) => findMovedLimits(rubric, axis, earlier, after)) : [];
  return [...moved, ...limits].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}
