import type { IntentCriterion } from '@/lib/scoring/types';

/** One of the values, or ranges of values, that a field is divided into. */
export type Bin =
  /** From `low` on, up to but not including `high`; null where there is no end. */
  | { kind: 'range'; low: number | null; high: number | null }
  /** One text, or yes or no. */
  | { kind: 'level'; value: string }
  /** Nothing is known. */
  | { kind: 'unknown' }
  /** All the rare values together. */
  | { kind: 'rest' };

/** How a field's values are written in conditions. */
export type FieldKind = 'number' | 'whole' | 'age' | 'month' | 'text' | 'word' | 'boolean';

/** A field of the leads, divided into bins. */
export interface Feature {
  /** The path that conditions name. */
  field: string;
  /** What people call it. */
  label: string;
  kind: FieldKind;
  /** Whether the ranges follow one another. */
  ordered: boolean;
  bins: readonly Bin[];
  /** The bin of every row. */
  codes: Uint8Array;
  /** Words that stand for "unknown" in this field, lower case. */
  unknownWords: readonly string[];
}

/** A ready criterion about events that either holds for a row or does not. */
export interface Indicator {
  /** Without points: those are what is learned. */
  criterion: Omit<Extract<IntentCriterion, { kind: 'threshold' }>, 'points'>;
  /** 1 where it holds. */
  holds: Uint8Array;
}

/** What is learned from: rows that were won or lost, with what was known of each beforehand. */
export interface Evidence {
  features: readonly Feature[];
  indicators: readonly Indicator[];
  /** 1 for won, 0 for lost. */
  outcomes: Uint8Array;
}

/** Some bins of a feature, by their places. */
export interface BinSet {
  feature: number;
  bins: readonly number[];
}

/** What one weight of a model is about. A row has the weight's points when it is in the bins, in both, or it holds. */
export type Term =
  | ({ kind: 'bins' } & BinSet)
  | { kind: 'both'; parts: readonly [BinSet, BinSet] }
  | { kind: 'indicator'; indicator: number };
