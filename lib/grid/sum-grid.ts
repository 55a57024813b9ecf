import type { Quadrant } from '@/lib/generated/prisma/enums';
import { QUADRANTS } from '@/lib/leads/constants';
import type { CellCount, CellRow, GridCounts, Movement, MoveRow, ScoreRow, SelectionSummary } from './types';

/**
 * Adds cells up to the figures of the grid. A cell that a cut line crosses comes as one row per quadrant.
 *
 * @param disqualified of the same leads, those that are counted in their quadrant and not drawn.
 */
export function sumGrid(rows: readonly CellRow[], disqualified: readonly CellCount[]): GridCounts {
  const cells = new Map<string, CellCount>();
  const quadrants = countEach(() => 0);
  const add = ({ x, y, count }: CellCount) => {
    const key = `${x} ${y}`;
    cells.set(key, { x, y, count: (cells.get(key)?.count ?? 0) + count });
  };
  for (const { quadrant, ...cell } of rows) {
    quadrants[quadrant] += cell.count;
    add(cell);
  }
  for (const cell of disqualified) add({ ...cell, count: -cell.count });
  return {
    total: QUADRANTS.reduce((sum, quadrant) => sum + quadrants[quadrant], 0),
    disqualified: disqualified.reduce((sum, { count }) => sum + count, 0),
    cells: [...cells.values()].filter(({ count }) => count > 0),
    quadrants,
  };
}

/** Adds the leads of each tier and score up; of rows by rising score, the lower of two middle scores is the median. */
export function sumScores(
  rows: readonly ScoreRow[],
): Pick<SelectionSummary, 'count' | 'tiers' | 'medianScore'> {
  const tiers = new Map<string, { tier: string; rank: number; count: number }>();
  for (const { tier, tierRank, count } of rows) {
    const known = tiers.get(tier);
    tiers.set(tier, {
      tier,
      rank: Math.min(tierRank, known?.rank ?? tierRank),
      count: (known?.count ?? 0) + count,
    });
  }
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  let below = 0;
  const middle = rows.find((row) => (below += row.count) * 2 >= count);
  return {
    count,
    tiers: [...tiers.values()]
      .sort((a, b) => a.rank - b.rank)
      .map((row) => ({ tier: row.tier, count: row.count })),
    medianScore: middle?.score ?? null,
  };
}

/** Adds moves up to a from-to table. A lead that came back to where it was has not moved. */
export function sumMovement(rows: readonly MoveRow[]): Movement {
  const moves = countEach(() => countEach(() => 0));
  const fresh = countEach(() => 0);
  const into = countEach(() => 0);
  const outOf = countEach(() => 0);
  let crossed = 0;
  let added = 0;
  for (const { before, after, count } of rows) {
    if (before === after) continue;
    into[after] += count;
    if (before === null) {
      fresh[after] += count;
      added += count;
    } else {
      moves[before][after] += count;
      outOf[before] += count;
      crossed += count;
    }
  }
  return { moves, fresh, into, outOf, crossed, added };
}

function countEach<T>(make: () => T): Record<Quadrant, T> {
  return { route_now: make(), nurture: make(), review: make(), deprioritize: make() };
}
