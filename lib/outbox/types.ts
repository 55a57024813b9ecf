import type { EventType } from './constants';

/** Something that happened and that others may want to know. */
export interface OutgoingEvent {
  type: EventType;
  at: Date;
  leadId?: string | null;
  /** What is true at that moment and may not be later. */
  data?: Record<string, string | number | boolean | null>;
}

/** A change of a score, as far as it may concern others. */
export interface OutgoingScoreChange {
  /** The id of its row of `ScoreChange`. */
  id: string;
  leadId: string;
  /** ISO 8601. */
  at: string;
  cause: string;
  tier: string;
  tierBefore: string | null;
}
