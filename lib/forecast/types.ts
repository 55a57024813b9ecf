import type { Explanation } from '@/lib/scoring/explain';
import type { Lift } from '@/lib/scoring/find-lift';
import type { Quadrant, Tier } from '@/lib/scoring/types';

/** The score from one instant on, if nothing new happens. */
export interface ForecastStep {
  /** Milliseconds since 1970. */
  at: number;
  /** Whole points, 0–100 each. */
  fit: number;
  intent: number;
  score: number;
  /** The score just before. */
  scoreBefore: number;
  tier: string;
  quadrant: Quadrant;
  /** The criterion whose contribution changed most since the step before, in points; null when none did. */
  moved: { label: string; change: number; fades: boolean } | null;
}

/** What a lead's score comes to by time alone. */
export interface Forecast {
  /** What changes, in time: each step differs from the one before in fit, intent, score, tier or quadrant. */
  steps: ForecastStep[];
  /** Whether the steps go on until nothing will ever change. */
  complete: boolean;
  /** The first step into another tier; null when none is in sight. */
  nextTier: ForecastStep | null;
}

/** Share of a criterion's present units that will be left, half-day by half-day over 30 days. */
export type Curves = Readonly<Record<string, readonly number[]>>;

/** What a lead's score by a rubric is made of, now and in a week. */
export interface ScoreBreakdown {
  now: Explanation;
  inAWeek: Explanation;
  curves: Curves;
}

/** A lead's score now with the facts behind it, and what will become of it. */
export interface ScoreOutlook extends ScoreBreakdown {
  forecast: Forecast;
  /** What would lift it a tier, or keep it in the best; null when there is one tier only. */
  lift: Lift | null;
  rubric: { number: number; name: string; fitWeight: number; tiers: readonly Tier[] };
  /** Labels of the rubric's criteria by their id. */
  criterionLabels: Readonly<Record<string, string>>;
}
