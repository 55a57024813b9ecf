import type { AreaUnderCurve } from '@/lib/calibration/area-under-curve';
import type { CloseRate, CloseRateTable } from '@/lib/calibration/close-rate';
import type { RateRatio } from '@/lib/calibration/rate-ratio';
import type { Rubric } from '@/lib/scoring/types';

/** What a criterion does at present. */
export interface CriterionFigures {
  criterionId: string;
  /** Leads that have any of its evidence now. */
  leads: number;
  /** Closed deals whose lead had any of it when a rep first engaged them. */
  closed: number;
  /**
   * How many times as often those were won as the other closed deals: Infinity when no other was won; null when there
   * are too few closed deals on either side.
   */
  lift: number | null;
}

/** A lead as a list of movers names it. */
export interface NamedLead {
  id: string;
  name: string;
  company: string | null;
}

/** A criterion that moved a lead, and by how much, in points of its axis before limits. */
export interface MoverReason {
  label: string;
  change: number;
}

/** A lead whose score or tier moves. */
export interface Mover {
  leadId: string;
  scoreBefore: number;
  scoreAfter: number;
  tierBefore: string;
  tierAfter: string;
  /** The criteria that moved it the most; empty where limits, weights or tiers alone did. */
  because: MoverReason[];
}

/** Cells of five by five points with the leads in them; x is fit, y intent. */
export type GridCounts = { x: number; y: number; count: number }[];

/** How leads fall under one rubric. */
export interface SideCounts {
  /** By the rubric's tiers, best first. */
  tiers: number[];
  /** By `QUADRANTS`. */
  quadrants: number[];
  /** By score, 0 to 100; without the disqualified, as is the grid. */
  scores: number[];
  cells: GridCounts;
}

/** How many leads wait for somebody; for nobody in particular where `person` is null. */
export interface QueueSize {
  person: string | null;
  before: number;
  after: number;
}

/** What another rubric does to every lead. */
export interface LeadEffect {
  /** Milliseconds since 1970 UTC. */
  asOf: number;
  leadCount: number;
  /** The rubrics' tiers, best first. */
  tiersBefore: string[];
  tiersAfter: string[];
  before: SideCounts;
  after: SideCounts;
  /** moves[from][to]: leads by their tier before and after. */
  moves: number[][];
  /** Leads whose tier has another name afterwards. */
  moved: number;
  /** Leads whose score or tier moves, the most first. */
  up: Mover[];
  down: Mover[];
  intoBest: Mover[];
  outOfBest: Mover[];
  queues: QueueSize[];
}

/** How well one rubric tells closed deals apart, by what was known when their leads were first engaged. */
export interface SideOutcomes {
  rates: CloseRateTable;
  /** Close rate of the best tier ÷ that of the rest. */
  lift: RateRatio;
  auc: AreaUnderCurve | null;
}

/** Both rubrics over the same closed deals. */
export interface OutcomeEffect {
  deals: number;
  /** Deals left out, as their leads were engaged too short a time ago. */
  young: number;
  before: SideOutcomes;
  after: SideOutcomes;
  /** Deals whose leads would have been in the best tier under one of the two alone. */
  swap: { into: CloseRate; outOf: CloseRate };
}

/** A closed deal as a threshold is looked for: by what its lead scored when it was first engaged. */
export interface ScoredDeal {
  score: number;
  /** Whether its fit and intent suffice for the best tier, and it was not disqualified. */
  qualifies: boolean;
  won: boolean;
}

/** Two rubrics to be compared on the same evidence. */
export interface EffectRequest {
  before: Rubric;
  after: Rubric;
  /** Also judges by the deals whose leads were engaged from this instant on, in milliseconds. */
  since?: number | undefined;
  /** How many movers to name of each kind; 5 when absent. */
  movers?: number | undefined;
}

/** Everything the screen shows beside a draft. */
export interface Effect {
  leads: LeadEffect;
  /** Null while the deals' evidence is being gathered for the first time. */
  outcomes: OutcomeEffect | null;
  /** The same for deals whose leads were first engaged since an instant, whatever their age; null unless one was asked for. */
  outcomesSince: OutcomeEffect | null;
}
