import type { EvidenceHolder, Side } from '@/lib/evidence/evidence-holder';
import type { LeadRows } from '@/lib/evidence/types';
import type { ScoredColumns } from '@/lib/scoring/score-columns';
import type { Rubric } from '@/lib/scoring/types';
import { countQueues } from './count-queues';
import { findMovers, nameMovers, type FoundMovers } from './find-movers';
import type { GridCounts, LeadEffect, SideCounts } from './types';

/** Cells along each axis of the grid, of five points each; 100 belongs to the last. */
const GRID_SIDE = 20;
const CELL_POINTS = 5;
/** Scores, 0 to 100. */
const SCORES = 101;
const QUADRANT_COUNT = 4;

/** A rubric with every lead's score by it. */
export interface ScoredSide {
  rubric: Rubric;
  scored: Readonly<ScoredColumns>;
}

function findDisqualified(holder: EvidenceHolder<LeadRows>, rubric: Rubric): Uint8Array {
  const held = new Uint8Array(holder.part.rowCount);
  for (const { rows } of holder.select(rubric).disqualifiers) for (const row of rows) held[row] = 1;
  return held;
}

/** Counts one side: by tier, quadrant, and of those that are not disqualified by score and cell of the grid. */
function countSide({ rubric, scored }: ScoredSide, disqualified: Uint8Array): SideCounts {
  const tiers = rubric.tiers.map(() => 0);
  const quadrants = Array.from({ length: QUADRANT_COUNT }, () => 0);
  const scores = new Uint32Array(SCORES);
  const cells = new Uint32Array(GRID_SIDE * GRID_SIDE);
  for (let row = 0; row < disqualified.length; row += 1) {
    const [tier, quadrant] = [scored.tier[row] ?? 0, scored.quadrant[row] ?? 0];
    tiers[tier] = (tiers[tier] ?? 0) + 1;
    quadrants[quadrant] = (quadrants[quadrant] ?? 0) + 1;
    if (disqualified[row] === 1) continue;
    const score = scored.score[row] ?? 0;
    scores[score] = (scores[score] ?? 0) + 1;
    const x = Math.min(GRID_SIDE - 1, Math.floor((scored.fit[row] ?? 0) / CELL_POINTS));
    const y = Math.min(GRID_SIDE - 1, Math.floor((scored.intent[row] ?? 0) / CELL_POINTS));
    cells[y * GRID_SIDE + x] = (cells[y * GRID_SIDE + x] ?? 0) + 1;
  }
  return { tiers, quadrants, scores: [...scores], cells: listCells(cells) };
}

function listCells(counts: Uint32Array): GridCounts {
  return [...counts].flatMap((count, cell) =>
    count === 0 ? [] : { x: cell % GRID_SIDE, y: Math.floor(cell / GRID_SIDE), count },
  );
}

/** moves[from][to]: leads by their tier before and after. */
function countMoves(before: ScoredSide, after: ScoredSide): number[][] {
  const width = after.rubric.tiers.length;
  const moves = new Uint32Array(before.rubric.tiers.length * width);
  const [from, to] = [before.scored.tier, after.scored.tier];
  for (let row = 0; row < from.length; row += 1) {
    const place = (from[row] ?? 0) * width + (to[row] ?? 0);
    moves[place] = (moves[place] ?? 0) + 1;
  }
  return before.rubric.tiers.map((_, tier) => [...moves.subarray(tier * width, (tier + 1) * width)]);
}

function countStayed(before: Rubric, after: Rubric, moves: readonly (readonly number[])[]): number {
  const places = new Map(after.tiers.map(({ name }, place) => [name, place]));
  return before.tiers.reduce((sum, { name }, from) => sum + (moves[from]?.[places.get(name) ?? -1] ?? 0), 0);
}

/**
 * What another rubric does to every lead: both score the same evidence, as of the same instant, by the engine's own
 * arithmetic.
 *
 * @param most how many movers to name each way.
 */
export function measureEffect(
  holder: EvidenceHolder<LeadRows>,
  rubrics: Record<Side, Rubric>,
  most = 5,
): LeadEffect {
  const side = (name: Side): ScoredSide => ({
    rubric: rubrics[name],
    scored: holder.score(name, rubrics[name]),
  });
  const [before, after] = [side('before'), side('after')];
  const moves = countMoves(before, after);
  const movers = findMovers(before, after, most);
  const name = (found: FoundMovers[keyof FoundMovers]) => nameMovers(holder, before, after, found);
  return {
    asOf: holder.part.asOf,
    leadCount: holder.part.rowCount,
    tiersBefore: before.rubric.tiers.map((tier) => tier.name),
    tiersAfter: after.rubric.tiers.map((tier) => tier.name),
    before: countSide(before, findDisqualified(holder, before.rubric)),
    after: countSide(after, findDisqualified(holder, after.rubric)),
    moves,
    moved: holder.part.rowCount - countStayed(before.rubric, after.rubric, moves),
    up: name(movers.up),
    down: name(movers.down),
    intoBest: name(movers.intoBest),
    outOfBest: name(movers.outOfBest),
    queues: countQueues(holder.part.rows, before, after),
  };
}
