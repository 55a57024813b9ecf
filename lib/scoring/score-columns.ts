import { limit, placeAxes, toAxis, type ScoreNumbers, type ScorePlan } from './score-units';
import type { Axis } from './types';

/** One criterion's units over many leads, by the leads' rows; zeros are left out. */
export interface UnitColumn {
  /** Rows that have units, ascending. */
  rows: Uint32Array;
  /** Their units, as many; null when every one of them is 1. */
  units: Float64Array | null;
}

/** Many leads' scores by row: whole numbers 0–100, and indexes into the rubric's tiers and `QUADRANTS`. */
export interface ScoredColumns {
  fit: Uint8Array;
  intent: Uint8Array;
  score: Uint8Array;
  tier: Uint8Array;
  quadrant: Uint8Array;
}

/** A group's sums before its limits, and what they were added up from. */
interface GroupSums {
  sums: Float64Array;
  columns: readonly UnitColumn[];
  points: readonly number[];
}

/** Values of an axis, 0 to 100. */
const AXIS_VALUES = 101;
const AXES: readonly Axis[] = ['fit', 'intent'];

/** Score, tier and quadrant of every pair of fit and intent, at fit × 101 + intent. */
function tabulatePlaces(plan: ScorePlan): Pick<ScoredColumns, 'score' | 'tier' | 'quadrant'> {
  const size = AXIS_VALUES * AXIS_VALUES;
  const places = { score: new Uint8Array(size), tier: new Uint8Array(size), quadrant: new Uint8Array(size) };
  const out: ScoreNumbers = { fit: 0, intent: 0, score: 0, tier: 0, quadrant: 0 };
  for (let pair = 0; pair < size; pair += 1) {
    out.fit = Math.floor(pair / AXIS_VALUES);
    out.intent = pair % AXIS_VALUES;
    placeAxes(plan, false, out);
    places.score[pair] = out.score;
    places.tier[pair] = out.tier;
    places.quadrant[pair] = out.quadrant;
  }
  return places;
}

function addColumn(sums: Float64Array, { rows, units }: UnitColumn, points: number): void {
  if (units === null) {
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] ?? 0;
      sums[row] = (sums[row] ?? 0) + points;
    }
    return;
  }
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    sums[row] = (sums[row] ?? 0) + points * (units[i] ?? 0);
  }
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, place) => one === b[place]);
}

/**
 * Scores the same leads again and again, under rubrics that differ little: the sums of a group whose columns and points
 * are as they were last time are kept. Each sum is added up in the order in which {@link scoreUnits} adds it (the zeros
 * left out change nothing), so that the scores are the engine's to the last bit.
 */
export class ColumnScorer {
  private groups: GroupSums[] = [];
  /** What each axis was added up from last time. */
  private readonly axes: Record<Axis, readonly unknown[]> = { fit: [], intent: [] };
  private readonly axisSums: Float64Array;
  private readonly scored: ScoredColumns;

  /** @param rowCount how many leads. */
  constructor(private readonly rowCount: number) {
    this.axisSums = new Float64Array(rowCount);
    const column = () => new Uint8Array(rowCount);
    this.scored = { fit: column(), intent: column(), score: column(), tier: column(), quadrant: column() };
  }

  /**
   * Every lead's score.
   *
   * @param plan of a rubric, as `planScore` makes it.
   * @param columns one per criterion, in rubric order. A column must not be altered once it was scored with.
   * @param disqualified the rows of disqualified leads, a column for each disqualifier.
   * @returns columns that the next call overwrites.
   */
  score(
    plan: ScorePlan,
    columns: readonly UnitColumn[],
    disqualified: readonly UnitColumn[] = [],
  ): Readonly<ScoredColumns> {
    const before = this.groups;
    this.groups = Array.from(plan.groupMin, (_, group) => this.sumGroup(plan, columns, group, before[group]));
    for (const axis of AXES) this.sumAxis(plan, axis);
    this.place(plan, disqualified);
    return this.scored;
  }

  private sumGroup(
    plan: ScorePlan,
    columns: readonly UnitColumn[],
    group: number,
    kept: GroupSums | undefined,
  ): GroupSums {
    const [start, end] = [plan.groupStart[group] ?? 0, plan.groupStart[group + 1] ?? 0];
    const own = columns.slice(start, end);
    const points = [...plan.points.subarray(start, end)];
    if (kept && isSame(kept.columns, own) && isSame(kept.points, points)) return kept;
    const sums = kept?.sums.fill(0) ?? new Float64Array(this.rowCount);
    own.forEach((column, place) => addColumn(sums, column, points[place] ?? 0));
    return { sums, columns: own, points };
  }

  private sumAxis({ groupMin, groupMax, fitGroups }: ScorePlan, axis: Axis): void {
    const [start, end] = axis === 'fit' ? [0, fitGroups] : [fitGroups, groupMin.length];
    const limits = [...groupMin.subarray(start, end), ...groupMax.subarray(start, end)];
    const sources = [...this.groups.slice(start, end), ...limits];
    if (end > start && isSame(sources, this.axes[axis])) return;
    this.axes[axis] = sources;
    const total = this.axisSums.fill(0);
    for (let group = start; group < end; group += 1) {
      const sums = this.groups[group]?.sums ?? total;
      const [min, max] = [groupMin[group] ?? 0, groupMax[group] ?? 0];
      for (let row = 0; row < total.length; row += 1) {
        total[row] = (total[row] ?? 0) + limit(sums[row] ?? 0, min, max);
      }
    }
    const values = this.scored[axis];
    for (let row = 0; row < total.length; row += 1) values[row] = toAxis(total[row] ?? 0);
  }

  private place(plan: ScorePlan, disqualified: readonly UnitColumn[]): void {
    const places = tabulatePlaces(plan);
    const { fit, intent, score, tier, quadrant } = this.scored;
    for (let row = 0; row < this.rowCount; row += 1) {
      const pair = (fit[row] ?? 0) * AXIS_VALUES + (intent[row] ?? 0);
      score[row] = places.score[pair] ?? 0;
      tier[row] = places.tier[pair] ?? 0;
      quadrant[row] = places.quadrant[pair] ?? 0;
    }
    const out: ScoreNumbers = { fit: 0, intent: 0, score: 0, tier: 0, quadrant: 0 };
    placeAxes(plan, true, out);
    for (const { rows } of disqualified) {
      for (const row of rows) {
        tier[row] = out.tier;
        quadrant[row] = out.quadrant;
      }
    }
  }
}

/** Finds out which rows of dense units are not zero, and whether they are all 1. */
export function toColumn(units: Float64Array): UnitColumn {
  const count = units.reduce((sum, value) => sum + Number(value !== 0), 0);
  const column = { rows: new Uint32Array(count), units: new Float64Array(count) };
  let place = 0;
  for (let row = 0; row < units.length; row += 1) {
    const value = units[row] ?? 0;
    if (value === 0) continue;
    column.rows[place] = row;
    column.units[place] = value;
    place += 1;
  }
  return column.units.every((value) => value === 1) ? { rows: column.rows, units: null } : column;
}
