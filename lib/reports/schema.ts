import { z } from 'zod';
import { choiceParam, choicesParam, idParam, listParam, rangeParam, textParam } from '@/lib/leads/address';
import { segmentParams } from '@/lib/leads/schema';
import {
  ANSWERS,
  BEHIND_CHOICES,
  CHARTS,
  COHORT_CHOICES,
  MATURITY_DAYS,
  OUTCOME_CHOICES,
  QUALIFIED_STEPS,
  REVIEW_DAYS,
  SCORING_CHOICES,
} from './constants';

const { source, country, industry, size } = segmentParams;

/**
 * The period of a report, by which rubric, and of which leads: `?from=2025-06&to=2026-11&by=now&industry=Software`; read further
 * by readPeriod, which knows what falls back to what.
 */
export const periodSchema = z.object({
  from: textParam(7),
  to: textParam(7),
  by: choiceParam(SCORING_CHOICES, 'then'),
  source,
  country,
  industry,
  size,
});

type PeriodParams = z.output<typeof periodSchema>;

/** The part of the market that a report is cut down to; none of a kind is all of it. */
export type Segment = Pick<PeriodParams, 'source' | 'country' | 'industry' | 'size'>;

/** What a report is asked for; without a segment, of all leads. */
export type PeriodSearch = Pick<PeriodParams, 'from' | 'to' | 'by'> & Partial<Segment>;

/** Which deals stand behind a figure: `?tier=A&outcome=won&score=70-79`. Bad values fall back to all. */
export const dealSearchSchema = periodSchema.extend({
  tier: listParam,
  outcome: choiceParam(OUTCOME_CHOICES, 'any'),
  score: rangeParam,
  cohort: choiceParam(COHORT_CHOICES, 'all'),
  /** Whether the period is that of the lead's first engagement, or of the deal's closing. */
  when: choiceParam(['engaged', 'closed'], 'engaged'),
  /** The id of a criterion of the present rubric that held, or did not, at first engagement. */
  criterion: textParam(),
  missing: textParam(),
  /** Whether the lead was answered in time when a rep was first given it, or later or never; or either, so it was due. */
  answer: choiceParam(['any', 'inTime', 'late', 'judged'], 'any'),
  after: textParam(),
});

export type DealSearch = z.output<typeof dealSearchSchema>;

/** Which leads stand behind a figure: `?of=worked&tier=A&best=yes`. Bad values fall back to all. */
export const leadsBehindSchema = periodSchema.extend({
  of: choiceParam(BEHIND_CHOICES, 'engaged'),
  cohort: choiceParam(COHORT_CHOICES, 'all'),
  /** The tier at first engagement, or when it was worked on; `unscored` for work in none that is known. */
  tier: listParam,
  tiers: choiceParam(['any', 'unscored'], 'any'),
  score: rangeParam,
  fit: rangeParam,
  intent: rangeParam,
  /** The id of a criterion of the present rubric that held, or did not, at first engagement. */
  criterion: textParam(),
  missing: textParam(),
  /** Who worked on it or was given it; "none" for nobody's account. */
  rep: z.union([z.literal('none'), idParam]),
  /** Whether only work on the best quarter of all leads. */
  best: choiceParam(['any', 'yes'], 'any'),
  step: choiceParam(QUALIFIED_STEPS, 'marketing'),
  /** How it was answered; any of these. */
  answer: choicesParam(ANSWERS),
  after: textParam(),
});

export type LeadsBehindSearch = z.output<typeof leadsBehindSchema>;

export const chartSchema = z.enum(CHARTS, {
  error: `There is no such chart; there are ${CHARTS.join(', ')}`,
});

/** How the reports count, as it is stored; what is missing is as when nobody said anything. */
export const reportSettingsSchema = z.object({
  maturityDays: z
    .int('Whole days')
    .min(1, 'At least a day')
    .max(730, 'At most two years')
    .default(MATURITY_DAYS),
  reviewDays: z
    .int('Whole days')
    .min(7, 'At least a week')
    .max(730, 'At most two years')
    .default(REVIEW_DAYS),
});

export type ReportSettings = z.output<typeof reportSettingsSchema>;

/** A change to how the reports count, with the state it was made from. */
export const saveReportSettingsSchema = z.object({
  /** In milliseconds since 1970; null when they never were saved. */
  basedOn: z.int().nullable(),
  settings: reportSettingsSchema,
});

const countsSchema = z.object({ won: z.int(), closed: z.int() });

/** The figures of a review as they are stored, so that the next one sees what changed. */
export const reviewFiguresSchema = z.object({
  verdict: z.enum(['working', 'weak', 'miscalibrated', 'too_few']),
  sentence: z.string(),
  /** Of the rubric that was live; null when there was none. */
  version: z.int().nullable(),
  best: countsSchema.extend({ tier: z.string() }),
  rest: countsSchema,
  auc: z.number().nullable(),
  /** Labels of criteria whose sign the deals contradict, and of what has shifted. */
  contradicting: z.array(z.string()),
  shifted: z.array(z.string()),
});

export type ReviewFigures = z.output<typeof reviewFiguresSchema>;

export const recordReviewSchema = z.object({
  note: z
    .string()
    .trim()
    .min(1, 'Say what you found, or that nothing is to be changed')
    .max(2_000, 'At most 2,000 characters'),
});

export const monthlyMailSchema = z.object({ wanted: z.boolean() });
