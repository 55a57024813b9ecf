import type { TimedEvent } from '@/lib/scoring/match-events';
import type { LeadInput } from '@/lib/scoring/types';

/**
 * What a set of leads is scored from, as compact as scoring allows: the events without their ids, and properties only
 * where a criterion looks at them.
 */
export interface ScoringFacts {
  leads: LeadInput[];
  /** By lead, oldest first. */
  ownEvents: ReadonlyMap<string, readonly TimedEvent[]>;
  /** By company, oldest first: the events of all its leads, and its signals. Empty when the rubric counts none. */
  companyEvents: ReadonlyMap<string, readonly TimedEvent[]>;
}

/** The events of one lead, or the signals of one company, as the database packs them into one row. */
export interface PackedEvents {
  /** Null for signals. */
  leadId: string | null;
  /** Ten bytes an event: its instant as `timestamptz_send` writes it, the place of its type as `int2send` does. */
  packed: Uint8Array;
  /** The properties of those whose type needs them, in the same order; null when none does. */
  properties: Readonly<Record<string, unknown>>[] | null;
}

/** Which event types a rubric counts, and of which it looks at the properties. */
export interface CountedTypes {
  names: readonly string[];
  /** By the type's place. */
  needsProperties: readonly boolean[];
  /** Whether a criterion counts events of any type. */
  any: boolean;
  /** Whether such a criterion looks at properties. */
  anyNeedsProperties: boolean;
}
