/** Days that a lead's deal is given to close before it counts; younger ones are shown apart. */
export const MATURITY_DAYS = 90;

/** The period shown when none is asked for: so many months up to now. */
export const DEFAULT_MONTHS = 18;

/** Closed deals that the period shown by default should reach back for: a quiet year must not hide the history. */
export const DEFAULT_CLOSED = 100;

/** Days over which the present rate of closing and winning is taken. */
export const PACE_DAYS = 180;

/** Deals on one page of the list behind a figure. */
export const DEALS_PER_PAGE = 50;

/** Leads on one page of the list behind a figure. */
export const LEADS_BEHIND_PER_PAGE = 50;

/** The charts of the reports, screen by screen, as their CSV files are named. */
export const WORK_CHARTS = [
  'close-rates',
  'cohorts',
  'gains',
  'calibration',
  'lift',
  'funnel',
  'revenue',
] as const;
export const USE_CHARTS = [
  'response',
  'response-by-rep',
  'response-effect',
  'selling',
  'qualification',
] as const;
export const DRIFT_CHARTS = ['tier-mix', 'drift', 'criteria-drift'] as const;
export const CHARTS = [...WORK_CHARTS, ...USE_CHARTS, 'criteria', ...DRIFT_CHARTS] as const;

/** Which deals a list shows by what became of them; "closed" is won and lost. */
export const OUTCOME_CHOICES = ['any', 'closed', 'won', 'lost', 'open'] as const;

/** Deals that had time to close, those that had not, or both. */
export const COHORT_CHOICES = ['all', 'mature', 'young'] as const;

/** Leads behind a figure: first engaged in the period, worked on in it, marketing-qualified in it, or given to a rep in it. */
export const BEHIND_CHOICES = ['engaged', 'worked', 'qualified', 'answered'] as const;

/** How a lead was answered that a rep was given; what is past its target and not answered is missed. */
export const ANSWERS = ['inTime', 'late', 'missed', 'waiting'] as const;

/** Those that shares are counted of: what waits is not judged yet. */
export const JUDGED_ANSWERS = ['inTime', 'late', 'missed'] as const;

/** How far qualified leads came. */
export const QUALIFIED_STEPS = ['marketing', 'sales', 'engaged', 'dealt', 'won'] as const;

/** As leads were scored when they were engaged, or as the present rubric would have scored them then. */
export const SCORING_CHOICES = ['then', 'now'] as const;

/** The key of the setting. */
export const REPORT_SETTING = 'reports';

/** Days after which a review of the model is due again. */
export const REVIEW_DAYS = 91;

/** What a logged activity counts as, in minutes of selling time: nobody logs hours. */
export const SELLING_MINUTES = { call: 15, email: 5, meeting: 45 } as const;

/** Reviews shown, the newest. */
export const REVIEWS_SHOWN = 10;

/** Whose role may read the reports: what `reports:read` grants, for the worker, which nobody asks. */
export const REPORT_READERS = ['manager', 'ops', 'admin'] as const;
