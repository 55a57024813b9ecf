/**
 * The shapes the scoring engine works with. Everything is plain data: what a rubric file holds, what is known of a
 * lead, what comes out. Times are milliseconds since 1970-01-01T00:00Z or ISO 8601 text; ages and durations are days.
 */

/** An instant: milliseconds since 1970 UTC, or ISO 8601 text (a date alone is midnight UTC, no zone means UTC). */
export type Instant = number | string;

export type OperatorName =
  | 'eq'
  | 'in'
  | 'neq'
  | 'not_in'
  | 'contains'
  | 'not_contains'
  | 'contains_word'
  | 'starts_with'
  | 'ends_with'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'between'
  | 'is_set'
  | 'is_not_set'
  | 'is_true'
  | 'is_false'
  | 'within_days'
  | 'older_than_days';

/** One value that a comparison can be made with. */
export type Scalar = string | number | boolean;

/** What a rubric gives an operator: one value, a list of them, or nothing (`is_set`, `is_true` …). */
export type OperandValue = Scalar | readonly Scalar[] | undefined;

export interface Comparison {
  /** Path of a field, such as `title`, `company.employees`, `email.domain`; of an event property inside `where`. */
  field: string;
  op: OperatorName;
  value?: OperandValue;
}

export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Comparison;

export type Decay =
  { kind: 'none' } | { kind: 'half_life' | 'linear' | 'expire'; /** More than 0. */ days: number };

export interface FitCriterion {
  id: string;
  label: string;
  when: Condition;
  /** What the criterion is worth when it holds. May be negative or fractional. */
  points: number;
}

/** Whose events count: the lead's own, or everyone's at the lead's company and the company's signals. */
export type Scope = 'lead' | 'company';

interface IntentBase {
  id: string;
  label: string;
  /** What one unit of evidence is worth. May be negative or fractional. */
  points: number;
  /** A condition on the event's properties. */
  where?: Condition;
  /** Default `lead`. */
  scope?: Scope;
}

/** Every matching event counts, each for as much as its decay leaves of it. */
export interface EachCriterion extends IntentBase {
  kind: 'each';
  on: string | string[];
  decay: Decay;
  /** Only so many of the most recent matching events count. Whole, at least 1. */
  limit?: number;
}

export type ThresholdCount = 'events' | 'leads' | 'days';

/** Holds when enough events, distinct leads or distinct UTC days fall within the last `withinDays` days. */
export interface ThresholdCriterion extends IntentBase {
  kind: 'threshold';
  on: string | string[];
  count: ThresholdCount;
  atLeast: number;
  withinDays: number;
}

/** Holds when nothing matching has happened for `days` days (since the lead was created, when nothing ever did). */
export interface InactivityCriterion extends IntentBase {
  kind: 'inactivity';
  /** Any event type when absent. */
  on?: string | string[];
  days: number;
}

export type IntentCriterion = EachCriterion | ThresholdCriterion | InactivityCriterion;
export type Criterion = FitCriterion | IntentCriterion;

export interface Group<C extends Criterion = Criterion> {
  id: string;
  label: string;
  /** The least the group can add, in points; no limit when absent. */
  min?: number;
  /** The most the group can add, in points; no limit when absent. */
  max?: number;
  criteria: C[];
}

export interface Disqualifier {
  id: string;
  label: string;
  when: Condition;
}

export type TierAction = 'route' | 'nurture' | 'hold';

export interface Tier {
  name: string;
  minScore: number;
  minFit: number;
  minIntent: number;
  action: TierAction;
}

export const RUBRIC_FORMAT = 'leadgrid.rubric/1';

export interface Rubric {
  format: typeof RUBRIC_FORMAT;
  name: string;
  fit: { groups: Group<FitCriterion>[] };
  intent: { groups: Group<IntentCriterion>[] };
  disqualifiers: Disqualifier[];
  /** Share of fit in the score, 0–1; the rest is intent. */
  fitWeight: number;
  grid: { fitCut: number; intentCut: number };
  /** Best first; the last accepts every lead. */
  tiers: Tier[];
}

/** A fault in a rubric or an input: where it is, and what is wrong in words. */
export interface Issue {
  /** For example `intent.groups[0].criteria[2].decay.days`; empty for the whole document. */
  path: string;
  message: string;
}

export type ParsedRubric = { ok: true; rubric: Rubric } | { ok: false; issues: Issue[] };

export interface CompanyInput {
  id: string;
  [field: string]: unknown;
}

export interface LeadInput {
  id: string;
  email: string | null;
  createdAt: Instant;
  /** Addressed without a prefix: the field `title` is `attributes.title`, `custom.plan` is `attributes.custom.plan`. */
  attributes: Readonly<Record<string, unknown>>;
  company?: CompanyInput | null;
}

export interface EventInput {
  id: string;
  /** Null for a company signal. */
  leadId: string | null;
  companyId: string | null;
  type: string;
  at: Instant;
  properties: Readonly<Record<string, unknown>>;
}

/** Lower-case lists that the derived e-mail fields are read from. A subdomain of a listed domain counts as listed. */
export interface Lists {
  personalDomains: readonly string[];
  disposableDomains: readonly string[];
  /** Local parts of role mailboxes, such as `info`. */
  roleNames: readonly string[];
}

export type Axis = 'fit' | 'intent';
export type Quadrant = 'route_now' | 'nurture' | 'review' | 'deprioritize';

/**
 * What happened and who they are, per criterion, as of one instant. Points are not in it: the same evidence can be
 * scored with any points.
 */
export interface Evidence {
  /** Milliseconds since 1970 UTC. */
  asOf: number;
  /** One number per criterion, in rubric order (fit, then intent). */
  units: Float64Array;
  /** Ids of the disqualifiers that hold, in rubric order. */
  disqualifiedBy: string[];
}

export interface Contribution {
  criterionId: string;
  units: number;
  points: number;
  /** points × units, before the group's limits. */
  contribution: number;
}

export interface Score {
  /** Whole, 0–100. */
  fit: number;
  /** Whole, 0–100. */
  intent: number;
  /** Whole, 0–100. */
  score: number;
  /** The tier's name. */
  tier: string;
  quadrant: Quadrant;
  disqualifiedBy: string[];
  /** Every criterion with units other than 0, in rubric order. */
  contributions: Contribution[];
}

export interface ScoreOutput extends Score {
  /** Milliseconds since 1970 UTC: with no new data, nothing differs before it. Null when nothing will ever change. */
  nextChangeAt: number | null;
}
