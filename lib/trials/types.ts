import type { Axis } from '@/lib/scoring/types';

/** What one rubric gives a criterion; null where the rubric has no such criterion. Points. */
export interface TrialRow {
  id: string;
  label: string;
  /** What it asks, in words, as the draft has it; as the live version has it when the draft does not. */
  condition: string;
  live: number | null;
  draft: number | null;
}

export interface TrialGroup {
  id: string;
  label: string;
  /** Criteria that count on either side. */
  rows: TrialRow[];
  /** What the group adds within its limits; null where the rubric has no such group. */
  live: number | null;
  draft: number | null;
  /** What a limit took (negative) or gave, where one bit. */
  liveLimit: number;
  draftLimit: number;
}

export interface TrialSide {
  fit: number;
  intent: number;
  score: number;
  tier: string;
  /** Share of fit in the score, 0–1. */
  fitWeight: number;
  /** Labels of the disqualifiers that hold. */
  disqualifiers: string[];
}

/** One lead under the live version and under the draft, side by side. */
export interface Trial {
  /** The lead's name; null for a typed one. */
  name: string | null;
  live: TrialSide;
  draft: TrialSide;
  axes: { axis: Axis; groups: TrialGroup[] }[];
  /** Criteria that count on neither side. */
  idle: number;
}
