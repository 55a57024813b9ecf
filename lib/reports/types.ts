import type { AreaUnderCurve } from '@/lib/calibration/area-under-curve';
import type { CloseRate, CloseRateTable } from '@/lib/calibration/close-rate';
import type { Decile } from '@/lib/calibration/decile-lift';
import type { GainsPoint } from '@/lib/calibration/gains-curve';
import type { ScoreBand } from '@/lib/calibration/score-bands';
import type { Pace, VerdictKind } from '@/lib/calibration/verdict';
import type { VerdictWords } from '@/lib/calibration/verdict-words';
import type { CriterionEvidence } from '@/lib/calibration/criterion-evidence';
import type { DealOutcome, EngagementBasis } from '@/lib/generated/prisma/enums';
import type { ANSWERS } from './constants';
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

/** Closed deals for which the criterion in a place of the rubric held; all of them where the place is null. */
export interface CriterionRow {
  place: number | null;
  won: number;
  lost: number;
}

/** Leads first engaged at a tier, and how far they came. */
export interface FunnelRow {
  tier: string;
  engaged: number;
  met: number;
  dealt: number;
  won: number;
  /** Taken out by a rep, with a reason, before there was a deal. */
  disqualified: number;
}

/** Won deals of a tier in one currency. */
export interface RevenueRow {
  tier: string;
  /** Null where a deal has none. */
  currency: string | null;
  won: number;
  /** Those that have an amount. */
  priced: number;
  sum: number;
  median: number | null;
}

/** Days from first engagement to closing: quartiles. */
export interface CloseTimeRow {
  tier: string;
  outcome: DealOutcome;
  count: number;
  lower: number;
  median: number;
  upper: number;
}

/** Leads of a held tier that were routed by chance, and their closed deals. */
export interface SampleRow {
  tier: string;
  leads: number;
  won: number;
  lost: number;
}

/** How soon leads of a tier were answered, over all reps or by one. */
export interface AnswerRow {
  tier: string;
  /** Null over all of them. */
  rep: string | null;
  repId: string | null;
  inTime: number;
  late: number;
  /** Not answered, though the target is past. */
  missed: number;
  /** Not answered, and still in time. */
  waiting: number;
  /** Working hours until the first touch: tenth, quarter, half, three quarters and nine tenths; null when nobody measured. */
  hours: number[] | null;
}

/** Closed deals of a tier whose lead was answered in time, or late or never. */
export interface AnswerEffectRow {
  tier: string;
  inTime: boolean;
  won: number;
  lost: number;
}

/** What a rep spent on leads of one tier. */
export interface SellingRow {
  /** Null for work that nobody's account stands behind any more. */
  rep: string | null;
  repId: string | null;
  /** The lead's tier at that instant; null where none is known. */
  tier: string | null;
  calls: number;
  emails: number;
  meetings: number;
  minutes: number;
  /** Minutes on leads of which is known whether they were of the best quarter. */
  ranked: number;
  /** Minutes on the best quarter. */
  top: number;
  /** Minutes that it would have got, had all leads got as much. */
  fair: number;
}

/** Deals won, by their lead's tier at first engagement. */
export interface WonRow {
  tier: string | null;
  won: number;
}

/** How far leads came that became marketing-qualified, each step counted after that. */
export interface QualificationRow {
  /** Whether they had time to close. */
  mature: boolean;
  marketing: number;
  sales: number;
  engaged: number;
  dealt: number;
  won: number;
}

/** Leads first engaged with one score. */
export interface EngagedRow {
  /** In the cohort that close rates are measured on; after it when false. */
  before: boolean;
  tier: string;
  score: number;
  fit: number;
  intent: number;
  count: number;
}

/** Engaged leads for which the criterion in a place held; all of them where the place is null. */
export interface FiredRow {
  place: number | null;
  before: number;
  after: number;
}

/** Leads of a tier at an instant. */
export interface CensusRow {
  at: Date;
  tier: string;
  leads: number;
}

/** When a rubric version went live. */
export interface VersionMark {
  number: number;
  at: Date;
  note: string | null;
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
  /** Days that a deal is given to close. */
  maturityDays: number;
  tiers: ReportTier[];
  verdict: VerdictWords & { kind: VerdictKind };
  rates: CloseRateTable;
  /** Deals whose lead was first engaged in the period, long enough ago: closed ones are counted, open ones left out. */
  counted: { all: number; closed: number; open: number; byCreation: number };
  unknown: number;
  gains: { curve: GainsPoint[]; marks: GainsMark[]; auc: AreaUnderCurve | null; deciles: Decile[] };
  /** Lowest band first, each with the tier that most of its deals had. */
  bands: (ScoreBand & CloseRate & { tier: string | null })[];
  young: { all: number; closed: number; cohorts: YoungCohort[] };
}

/** A criterion of the present rubric, and how deals went that had it. */
export interface CriterionLine extends CriterionEvidence {
  id: string;
  label: string;
  axis: 'fit' | 'intent';
  group: string;
  points: number;
}

/** Everything on the criteria screen, in the rubric's order. */
export interface CriteriaReport {
  lines: CriterionLine[];
  won: number;
  closed: number;
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

/** A lead behind a figure. Instants are milliseconds since 1970. */
export interface LeadBehind {
  /** The lead's id, that of what an erased one left, or that of the assignment by which a rep was given it. */
  key: string;
  /** Null once it is erased. */
  lead: { id: string; name: string; company: string | null } | null;
  /** When it was first engaged, last worked on, became qualified, or was given to a rep. */
  at: number;
  /** As they were then; or the tier that it had whenever it was worked on, null when that changed. */
  tier: string | null;
  score: number | null;
  /** Selling time spent on it; or working time until it was answered. */
  minutes: number | null;
  /** Who was given it, and how it was answered. */
  rep: string | null;
  answer: (typeof ANSWERS)[number] | null;
  now: { tier: string; score: number } | null;
}

export interface LeadsBehindPage {
  rows: LeadBehind[];
  total: number;
  /** Cursor of the next page; null on the last. */
  next: string | null;
}
