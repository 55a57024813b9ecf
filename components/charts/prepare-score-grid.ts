import { formatCount, formatNumber, formatPercent } from '../ui/format';
import { prepareDensitySteps, type DensityStep } from './prepare-density-steps';
import {
  CELL_POINTS,
  GRID_SIDE,
  MOST_DOTS,
  type GridCell,
  type GridPoint,
  type GridQuadrant,
  type GridRange,
  type GridRegion,
  type QuadrantPlace,
  type ScoreGridInput,
} from './score-grid-types';

export interface PreparedCell {
  x: number;
  y: number;
  count: number;
  /** 0 for an empty cell, else 1 (pale) to 7 (dark). */
  shade: number;
  /** "67 leads" */
  countText: string;
  /** "Fit 60–64, intent 30–34" */
  rangeText: string;
  quadrant: string;
}

export interface PreparedQuadrant extends GridQuadrant {
  countText: string;
  shareText: string;
  range: GridRange;
}

export interface PreparedTick {
  value: number;
  isCut: boolean;
}

export interface PreparedGrid {
  mode: 'dots' | 'density';
  /** Top row first, then left to right: the order in which they are drawn. */
  cells: readonly PreparedCell[];
  dots: readonly GridPoint[];
  /** Shares of the tallest bar, 0 to 1, from the left and from the bottom. */
  columns: readonly number[];
  rows: readonly number[];
  xTicks: readonly PreparedTick[];
  yTicks: readonly PreparedTick[];
  legend: readonly DensityStep[];
  quadrants: Readonly<Partial<Record<QuadrantPlace, PreparedQuadrant>>>;
  total: number;
  /** The line from which the region begins, in values; empty when it does not cross the region. */
  regionLine: readonly { x: number; y: number }[];
  selected?: { range: GridRange; count: number; countText: string; rangeText: string };
}

/** Decides every number and label of the grid; score-grid-chart only draws them. */
export function prepareScoreGrid(input: ScoreGridInput): PreparedGrid {
  const counts = fillCounts(input.cells);
  const legend = prepareDensitySteps(Math.max(0, ...counts));
  const total = input.quadrants.reduce((sum, quadrant) => sum + quadrant.count, 0);
  const points = input.points ?? [];
  const mode = input.points && points.length <= MOST_DOTS ? 'dots' : 'density';
  return {
    mode,
    cells: counts.map((count, index) => prepareCell(input, legend, count, index)),
    dots: mode === 'dots' ? points : [],
    columns: shareOfTallest(sumLines(input.cells, 'x')),
    rows: shareOfTallest(sumLines(input.cells, 'y')),
    xTicks: prepareAxisTicks(input.cutX, 25),
    yTicks: prepareAxisTicks(input.cutY, 20),
    legend,
    quadrants: prepareQuadrants(input, total),
    total,
    regionLine: input.region ? prepareRegionLine(input.region) : [],
    selected: input.selected ? prepareSelection(input, input.selected) : undefined,
  };
}

/** The values that a rectangle of cells covers; the corners may come in any order. */
export function rangeOfCells(a: { x: number; y: number }, b: { x: number; y: number }): GridRange {
  const last = (cell: number) => (cell === GRID_SIDE - 1 ? 100 : cell * CELL_POINTS + CELL_POINTS - 1);
  return {
    fromX: Math.min(a.x, b.x) * CELL_POINTS,
    toX: last(Math.max(a.x, b.x)),
    fromY: Math.min(a.y, b.y) * CELL_POINTS,
    toY: last(Math.max(a.y, b.y)),
  };
}

/** "Fit 60–64, intent 30–34" */
export function describeRange(range: GridRange, xName: string, yName: string): string {
  const { fromX, toX, fromY, toY } = range;
  return `${xName} ${fromX}–${toX}, ${yName.toLowerCase()} ${fromY}–${toY}`;
}

function fillCounts(cells: readonly GridCell[]): readonly number[] {
  const counts = new Array<number>(GRID_SIDE * GRID_SIDE).fill(0);
  for (const cell of cells) counts[(GRID_SIDE - 1 - cell.y) * GRID_SIDE + cell.x] = cell.count;
  return counts;
}

function prepareCell(
  input: ScoreGridInput,
  legend: readonly DensityStep[],
  count: number,
  index: number,
): PreparedCell {
  const x = index % GRID_SIDE;
  const y = GRID_SIDE - 1 - Math.floor(index / GRID_SIDE);
  const step = legend.findLast((candidate) => count >= candidate.from);
  return {
    x,
    y,
    count,
    shade: count > 0 ? (step?.shade ?? 1) : 0,
    countText: formatCount(count, ...input.unit),
    rangeText: describeRange(rangeOfCells({ x, y }, { x, y }), input.xName, input.yName),
    quadrant: nameQuadrant(input, (x + 0.5) * CELL_POINTS, (y + 0.5) * CELL_POINTS),
  };
}

function nameQuadrant({ cutX, cutY, quadrants }: ScoreGridInput, x: number, y: number): string {
  const right = x >= cutX;
  const place: QuadrantPlace =
    y >= cutY ? (right ? 'topRight' : 'topLeft') : right ? 'bottomRight' : 'bottomLeft';
  return quadrants.find((quadrant) => quadrant.place === place)?.name ?? '';
}

function sumLines(cells: readonly GridCell[], axis: 'x' | 'y'): readonly number[] {
  const sums = new Array<number>(GRID_SIDE).fill(0);
  for (const cell of cells) sums[cell[axis]] = (sums[cell[axis]] ?? 0) + cell.count;
  return sums;
}

function shareOfTallest(sums: readonly number[]): readonly number[] {
  const tallest = Math.max(...sums);
  return sums.map((sum) => (tallest > 0 ? sum / tallest : 0));
}

function prepareAxisTicks(cut: number, step: number): readonly PreparedTick[] {
  const regular = Array.from({ length: 100 / step + 1 }, (_, index) => index * step);
  // A tick nearer to the cut than its label is wide gives way to it.
  const kept = regular.filter((value) => Math.abs(value - cut) > 4);
  return [...kept, cut].sort((a, b) => a - b).map((value) => ({ value, isCut: value === cut }));
}

function prepareQuadrants(input: ScoreGridInput, total: number): PreparedGrid['quadrants'] {
  const prepared: Partial<Record<QuadrantPlace, PreparedQuadrant>> = {};
  for (const quadrant of input.quadrants) {
    const right = quadrant.place.endsWith('Right');
    const top = quadrant.place.startsWith('top');
    prepared[quadrant.place] = {
      ...quadrant,
      countText: formatNumber(quadrant.count),
      shareText: total > 0 ? formatPercent(quadrant.count / total, 1) : '',
      range: {
        fromX: right ? input.cutX : 0,
        toX: right ? 100 : Math.max(0, input.cutX - 1),
        fromY: top ? input.cutY : 0,
        toY: top ? 100 : Math.max(0, input.cutY - 1),
      },
    };
  }
  return prepared;
}

function prepareRegionLine({ minX, minY, minScore, weightX }: GridRegion): PreparedGrid['regionLine'] {
  const weightY = 1 - weightX;
  if (weightX <= 0 || weightY <= 0) return [];
  const yAt = (x: number) => (minScore - weightX * x) / weightY;
  const xAt = (y: number) => (minScore - weightY * y) / weightX;
  const start = { x: Math.max(minX, xAt(100)), y: Math.min(100, yAt(minX)) };
  const end = { x: Math.min(100, xAt(minY)), y: Math.max(minY, yAt(100)) };
  return end.x > start.x ? [start, end] : [];
}

function prepareSelection(input: ScoreGridInput, range: GridRange): PreparedGrid['selected'] {
  const inside = (cell: GridCell) => {
    const own = rangeOfCells(cell, cell);
    return (
      own.fromX >= range.fromX && own.toX <= range.toX && own.fromY >= range.fromY && own.toY <= range.toY
    );
  };
  const inCells = input.cells.filter(inside).reduce((sum, cell) => sum + cell.count, 0);
  const count = input.selectedCount ?? inCells;
  return {
    range,
    count,
    countText: formatCount(count, ...input.unit),
    rangeText: describeRange(range, input.xName, input.yName),
  };
}
