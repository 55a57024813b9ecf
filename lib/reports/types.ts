import type { AreaUnderCurve } from '@/lib/calibration/area-under-curve';
import type { CloseRate, CloseRateTable } from '@/lib/calibration/close-rate';
import type { GainsPoint } from '@/lib/calibration/gains-curve';
import type { ScoreBand } from '@/lib/calibration/score-bands';
import type { Pace, VerdictKind } from '@/lib/calibration/verdict';
import type { VerdictWords } from '@/lib/calibration/verdict-words';
import type { DealOutcome, EngagementBasis } from '@/lib/generated/prisma/enums';
import type { Period } from './period';

/** Deals of one tier, score and outcome whose leads were engaged long enough ago: what the database adds up. */
export interface MatureRow {
  tier: string;
  /** Score at first engagement, 0–100. */
  score: number;
  outcome: DealOutcome;
  basis: EngagementBasis | null;
  count: number;
}

/** Deals of one tier and outcome whose leads were engaged of late, by month of first engagement. */
export interface YoungRow {
  /** "2026-09", in UTC. */
  month: string;
  tier: string;
  outcome: DealOutcome;
  count: number;
}

/** What a report is made of. */
export interface ReportRows {
  mature: MatureRow[];
  young: YoungRow[];
  /** Deals of the period of which nobody knows when their lead was engaged, or how it was scored then. */
  unknown: number;
  pace: Pace;
}

/** A tier as the reports name it: in the rubric's order, with the score from which it begins. */
export interface ReportTier {
  name: string;
  /** Null for a tier that only old deals know. */
  minScore: number | null;
}

/** Deals first engaged in one month that have not had time to close. */
export interface YoungCohort {
  month: string;
  all: number;
  closed: number;
  /** In the order of the report's tiers. */
  tiers: { tier: string; won: number; closed: number }[];
}

/** Where a tier ends on the gains curve. */
export interface GainsMark {
  /** The tiers taken so far: "A", "A, B". */
  label: string;
  tier: string;
  /** 0–1 each. */
  share: number;
  wins: number;
}

/** Everything on the reports screen, counted. */
export interface Report {
  period: Period;
  /** Leads first engaged before this instant are counted. */
  cutoff: Date;
  tiers: ReportTier[];
  verdict: VerdictWords & { kind: VerdictKind };
  rates: CloseRateTable;
  /** Deals whose lead was first engaged in the period, long enough ago: closed ones are counted, open ones left out. */
  counted: { all: number; closed: number; open: number; byCreation: number };
  unknown: number;
  gains: { curve: GainsPoint[]; marks: GainsMark[]; auc: AreaUnderCurve | null };
  /** Lowest band first, each with the tier that most of its deals had. */
  bands: (ScoreBand & CloseRate & { tier: string | null })[];
  young: { all: number; closed: number; cohorts: YoungCohort[] };
}

/** A deal behind a figure. Instants are milliseconds since 1970. */
export interface DealRow {
  id: string;
  name: string;
  lead: { id: string; name: string } | null;
  company: string | null;
  /** As they were at first engagement. */
  tier: string;
  score: number;
  outcome: DealOutcome;
  basis: EngagementBasis | null;
  amount: number | null;
  currency: string | null;
  engagedAt: number;
  closedAt: number | null;
}

export interface DealPage {
  rows: DealRow[];
  total: number;
  /** Cursor of the next page; null on the last. */
  next: string | null;
}
