import type { Quadrant } from '@/lib/generated/prisma/enums';
import { QUADRANTS } from '@/lib/leads/constants';
import type { CellRow, GridCounts, Movement, MoveRow } from './types';

/** Adds cells up to the figures of the grid. A cell that a cut line crosses comes as one row per quadrant. */
export function sumGrid(rows: readonly CellRow[]): GridCounts {
  const cells = new Map<string, { x: number; y: number; count: number }>();
  const quadrants = countEach(() => 0);
  let disqualified = 0;
  for (const row of rows) {
    quadrants[row.quadrant] += row.count;
    if (row.disqualified) {
      disqualified += row.count;
      continue;
    }
    const key = `${row.x} ${row.y}`;
    const cell = cells.get(key) ?? { x: row.x, y: row.y, count: 0 };
    cells.set(key, { ...cell, count: cell.count + row.count });
  }
  const total = QUADRANTS.reduce((sum, quadrant) => sum + quadrants[quadrant], 0);
  return { total, disqualified, cells: [...cells.values()], quadrants };
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
