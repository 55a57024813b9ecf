import { planScore, scoreUnits, type ScoreNumbers } from '@/lib/scoring/score-units';
import type { Rubric } from '@/lib/scoring/types';
import type { EvidenceMatrix } from './evidence-table';

/** Every lead's score and tier under one rubric, by row. */
export interface ScoredRows {
  /** The rubric's tiers, best first. */
  tierNames: string[];
  /** Whole, 0–100. */
  scores: Uint8Array;
  /** Index into tierNames. */
  tiers: Uint8Array;
}

/** Scores every row of a matrix, which has to be laid out for the rubric, by the engine's own arithmetic. */
export function scoreRows(matrix: EvidenceMatrix, rubric: Rubric): ScoredRows {
  const plan = planScore(rubric);
  const scores = new Uint8Array(matrix.leadCount);
  const tiers = new Uint8Array(matrix.leadCount);
  const out: ScoreNumbers = { fit: 0, intent: 0, score: 0, tier: 0, quadrant: 0 };
  for (let row = 0; row < matrix.leadCount; row += 1) {
    scoreUnits(plan, matrix.units, row * matrix.width, matrix.disqualified[row] === 1, out);
    scores[row] = out.score;
    tiers[row] = out.tier;
  }
  return { tierNames: rubric.tiers.map(({ name }) => name), scores, tiers };
}

/** A lead whose score moves. */
export interface Mover {
  row: number;
  scoreBefore: number;
  scoreAfter: number;
  tierBefore: string;
  tierAfter: string;
}

/** What another rubric does to every lead. */
export interface Effect {
  leadCount: number;
  tiersBefore: string[];
  tiersAfter: string[];
  /** Leads per tier, by the order of tiersBefore and tiersAfter. */
  countsBefore: number[];
  countsAfter: number[];
  /** moves[from][to]: leads by their tier before and after. */
  moves: number[][];
  /** Leads whose tier has another name afterwards. */
  moved: number;
  /** Leads whose score differs, the most first, at most as many as asked for. */
  up: Mover[];
  down: Mover[];
}

/**
 * Compares two scorings of the same leads, row by row.
 *
 * @param most how many movers to name each way.
 */
export function measureEffect(before: ScoredRows, after: ScoredRows, most = 5): Effect {
  const { tierNames: tiersBefore } = before;
  const { tierNames: tiersAfter } = after;
  const moves = tiersBefore.map(() => tiersAfter.map(() => 0));
  const up = new TopRows(most);
  const down = new TopRows(most);
  for (let row = 0; row < before.scores.length; row += 1) {
    const from = moves[before.tiers[row] ?? 0];
    const to = after.tiers[row] ?? 0;
    if (from) from[to] = (from[to] ?? 0) + 1;
    const change = (after.scores[row] ?? 0) - (before.scores[row] ?? 0);
    if (change > 0) up.offer(row, change);
    if (change < 0) down.offer(row, -change);
  }
  const describeMover = (row: number): Mover => ({
    row,
    scoreBefore: before.scores[row] ?? 0,
    scoreAfter: after.scores[row] ?? 0,
    tierBefore: tiersBefore[before.tiers[row] ?? 0] ?? '',
    tierAfter: tiersAfter[after.tiers[row] ?? 0] ?? '',
  });
  const stayed = sum(tiersBefore.map((name, from) => moves[from]?.[tiersAfter.indexOf(name)] ?? 0));
  return {
    leadCount: before.scores.length,
    tiersBefore,
    tiersAfter,
    countsBefore: moves.map(sum),
    countsAfter: tiersAfter.map((_, to) => sum(moves.map((from) => from[to] ?? 0))),
    moves,
    moved: before.scores.length - stayed,
    up: up.rows.map(describeMover),
    down: down.rows.map(describeMover),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Keeps the rows with the largest changes, the earlier row first among equals, without sorting them all. */
class TopRows {
  readonly rows: number[] = [];
  private readonly changes: number[] = [];

  constructor(private readonly most: number) {}

  offer(row: number, change: number): void {
    if (this.rows.length === this.most && change <= (this.changes.at(-1) ?? 0)) return;
    const place = this.changes.findIndex((kept) => kept < change);
    const at = place === -1 ? this.rows.length : place;
    this.rows.splice(at, 0, row);
    this.changes.splice(at, 0, change);
    this.rows.length = Math.min(this.rows.length, this.most);
    this.changes.length = this.rows.length;
  }
}
