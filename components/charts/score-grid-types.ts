/** Cells along each axis: each covers 5 points. */
export const GRID_SIDE = 20;
/** Points of the scale that a cell covers. */
export const CELL_POINTS = 5;
/** Beyond this many, dots become a density. */
export const MOST_DOTS = 2000;

/** How many leads have their two values in one cell. */
export interface GridCell {
  /** 0 to 19: the value divided by 5, rounded down; 100 belongs to 19. */
  x: number;
  y: number;
  count: number;
}

/** One lead as a dot. */
export interface GridPoint {
  id: string;
  label: string;
  /** 0 to 100. */
  x: number;
  y: number;
  /** Any CSS colour. */
  colour?: string;
}

export type QuadrantPlace = 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';

/** One of the four parts between the cut lines. */
export interface GridQuadrant {
  key: string;
  place: QuadrantPlace;
  name: string;
  count: number;
  /** What is done with those in it. */
  action: string;
  /** Change of the count: "+81 this week". */
  movement?: string;
  /** "125 in, 44 out" */
  flow?: string;
  /** Draws the name in the colour of the best. */
  best?: boolean;
}

/** A rectangle of values, ends included, 0 to 100. */
export interface GridRange {
  fromX: number;
  toX: number;
  fromY: number;
  toY: number;
}

/** The part of the grid where a tier is reached. */
export interface GridRegion {
  /** "A from 70" */
  label: string;
  minX: number;
  minY: number;
  /** The weighted sum that is needed, and the weight of x in it (0 to 1). */
  minScore: number;
  weightX: number;
}

export interface ScoreGridInput {
  xName: string;
  yName: string;
  /** What is counted, one and many: lead, leads. */
  unit: readonly [one: string, many: string];
  cutX: number;
  cutY: number;
  cells: readonly GridCell[];
  /** Given while there are at most MOST_DOTS. */
  points?: readonly GridPoint[];
  quadrants: readonly GridQuadrant[];
  region?: GridRegion;
  selected?: GridRange;
  /** How many are selected, when known better than from whole cells. */
  selectedCount?: number;
}
