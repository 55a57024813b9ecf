import type { SegmentField } from '@/lib/segments/segment-rows';

/** What a condition on leads can be about, and what a criterion of intent can count. */
export interface ConditionFields {
  lead: readonly SegmentField[];
  /** The most frequent first. */
  eventTypes: readonly { key: string; label: string; events: number }[];
}

/** One value that occurs. */
export interface ValueCount {
  value: string | number | boolean;
  count: number;
}

/** The values of one field that occur, the most frequent first. */
export interface FieldValues {
  values: readonly ValueCount[];
  /** Whether the counts are of a sample, extrapolated. */
  isEstimate: boolean;
}

/** A property that events of the asked types have. */
export interface EventProperty extends SegmentField {
  /** The values that occur among the newest events, the most frequent first. */
  values: readonly ValueCount[];
}

/** The properties of event types, as their newest events have them. */
export interface EventProperties {
  properties: readonly EventProperty[];
  /** How many events were looked at. */
  events: number;
}
