import type { Axis, Contribution, EventInput, LeadInput, Quadrant, ScoreOutput } from '@/lib/scoring/types';

/**
 * Why a score changed: its lead's first one; an event; an attribute of the lead; its company; time alone; another
 * rubric; a merge; an event restored or set aside.
 */
export type ScoreCause =
  'first' | 'event' | 'attribute' | 'company' | 'decay' | 'rubric' | 'merge' | 'restore';

/** One value that changed, of a lead or its company: what it was before, and when it changed. */
export interface PastValue {
  /** The path of the field without `company.`, such as `title` or `custom.plan`. */
  key: string;
  before: unknown;
  /** Milliseconds since 1970 UTC. */
  at: number;
}

/** A lead with what is known of it now. */
export interface LeadFacts {
  lead: LeadInput;
  events: readonly EventInput[];
}

/** What scores are computed from, for a set of leads. */
export interface Facts {
  leads: LeadFacts[];
  /** By company: the events of all its leads, and its signals. Empty when the rubric counts none. */
  companyEvents: ReadonlyMap<string, readonly EventInput[]>;
  /** By lead or company, oldest first: the values that changed. Empty unless the past was asked for. */
  pastValues: ReadonlyMap<string, readonly PastValue[]>;
}

/** The strongest present reason for a lead's score. */
export interface ScoreReason {
  criterionId: string;
  label: string;
  /** In points. */
  contribution: number;
  /** When the latest event it rests on happened, ISO 8601; null when it rests on none. */
  at: string | null;
}

/** A lead's score at an instant, as it is to be stored. */
export interface ScoredLead extends Omit<ScoreOutput, 'contributions'> {
  leadId: string;
  /** Milliseconds since 1970 UTC. */
  asOf: number;
  /** 0 for the best tier. */
  tierRank: number;
  reason: ScoreReason | null;
  /** The criteria with units other than 0, by their places in the rubric, fit first, from 0. */
  counted: readonly number[];
  /** What its units can be measured from again, see `packEvidence`; null when what is stored says so already. */
  evidence: Uint8Array | null;
}

/** The score that is stored of a lead, as far as the next one is compared with it. */
export interface StoredScore {
  leadId: string;
  /** Where Postgres keeps its row (`ctid`), for as long as the transaction that read it holds it. */
  place: string;
  rubricVersionId: string;
  fit: number;
  intent: number;
  score: number;
  tier: string;
  quadrant: Quadrant;
  disqualifiedBy: string[];
  reason: ScoreReason | null;
  counted: number[];
  /** Milliseconds since 1970 UTC, all of them. */
  tierSince: number;
  scoredAt: number;
  nextChangeAt: number | null;
  /** Packed by its rubric version, see `packEvidence`; empty when nothing was packed yet. */
  evidence: Uint8Array;
}

/** A criterion whose contribution moved, in points of its axis. */
export interface MovedContribution {
  criterionId: string;
  before: number;
  after: number;
  /** The part of the difference that time alone made, to evidence there was already; absent when it made none. */
  decay?: number;
}

/** A limit that came to take more or less, in points of its axis: what it took before (below 0) and after. */
export interface MovedLimit {
  /** The group whose limit it is; null for the axis's own 0 and 100. */
  limitOf: string | null;
  axis: Axis;
  before: number;
  after: number;
}

/** A cause of a move. */
export type MovedPart = MovedContribution | MovedLimit;

/** What a version of the rubric calls its criteria, and what its axes weigh. */
export interface RuleNames {
  /** Share of fit in the score, 0–1. */
  fitWeight: number;
  criteria: ReadonlyMap<string, { label: string; axis: Axis }>;
}

/** A row of a lead's history. */
export interface ScoreChangeEntry {
  id: string;
  at: Date;
  cause: ScoreCause;
  rubricNumber: number;
  fit: number;
  intent: number;
  score: number;
  tier: string;
  quadrant: Quadrant;
  scoreBefore: number | null;
  tierBefore: string | null;
  quadrantBefore: Quadrant | null;
  contributions: Contribution[];
  moved: MovedPart[];
}

/** How far a rescoring of everyone has come. */
export interface RescoreProgress {
  total: number;
  /** Leads whose stored score is the live version's. */
  done: number;
  rubricNumber: number | null;
}
