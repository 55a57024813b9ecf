import type { LeadState } from '@/lib/generated/prisma/enums';
import type { TimelineEntry } from './timeline';

/** What an action changed of a lead, so that it can be undone. */
export interface WorkState {
  state: LeadState;
  ownerId: string | null;
  /** ISO 8601. */
  snoozedUntil: string | null;
  /** When it was put off, and until which intent; ISO 8601. */
  snoozedAt: string | null;
  snoozeIntent: number | null;
}

/** What was done, for the message that offers to undo it. */
export interface Done {
  activityIds: string[];
  /** Leads that were asked for and could not be worked: others', or gone. */
  refused: number;
}

/** A stretch of a lead's timeline, newest first. */
export interface Timeline {
  entries: TimelineEntry[];
  /** The instant to read on from, in milliseconds; null at the beginning of time. */
  olderFrom: number | null;
}
