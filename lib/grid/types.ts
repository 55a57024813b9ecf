import type { Quadrant } from '@/lib/generated/prisma/enums';
import type { Range } from '@/lib/leads/address';
import type { LeadRow, Move } from '@/lib/leads/types';

/** Leads of one cell of 5 by 5 points. */
export interface CellCount {
  /** 0–19: points divided by 5, rounded down; 100 belongs to 19. */
  x: number;
  y: number;
  count: number;
}

/** Leads of one cell in one quadrant, drawn or not: what the database adds up. */
export interface CellRow extends CellCount {
  quadrant: Quadrant;
}

/** The chosen leads of one tier and score. */
export interface ScoreRow {
  tier: string;
  tierRank: number;
  score: number;
  count: number;
}

/** The grid's figures over the leads that a filter lets through. */
export interface GridCounts {
  /** Leads with a score, disqualified ones included. */
  total: number;
  disqualified: number;
  /** Cells with leads that are not disqualified. */
  cells: CellCount[];
  quadrants: Record<Quadrant, number>;
}

/** One lead as a dot; fit and intent 0–100. */
export interface LeadPoint {
  id: string;
  name: string;
  fit: number;
  intent: number;
  tier: string;
}

/** How many leads went from one quadrant (null: they are new) to another, first to last within the week. */
export interface MoveRow {
  before: Quadrant | null;
  after: Quadrant;
  count: number;
}

/** Who crossed into which quadrant: per pair, and added up. */
export interface Movement {
  /** From, then to. */
  moves: Record<Quadrant, Record<Quadrant, number>>;
  /** New leads, by the quadrant they are in now. */
  fresh: Record<Quadrant, number>;
  into: Record<Quadrant, number>;
  outOf: Record<Quadrant, number>;
  crossed: number;
  added: number;
}

/** What is chosen in the grid: a quadrant, a rectangle of points with both ends included, or who moved. */
export type Selection =
  | { kind: 'quadrant'; quadrant: Quadrant }
  | { kind: 'range'; fit: Range; intent: Range }
  | { kind: 'move'; move: Move };

/** The leads that are chosen. */
export interface SelectionSummary {
  count: number;
  disqualified: number;
  /** Best tier first. */
  tiers: { tier: string; count: number }[];
  /** Null when nothing is chosen. */
  medianScore: number | null;
  /** The first by score. */
  leads: LeadRow[];
}
