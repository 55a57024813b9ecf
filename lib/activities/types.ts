import type { LeadState } from '@/lib/generated/prisma/enums';
import type { TimelineEntry } from './timeline';

/** What an action changed of a lead, so that it can be undone. */
export interface WorkState {
  state: LeadState;
  ownerId: string | null;
  /** ISO 8601. */
  snoozedUntil: string | null;
}

/** What was done, for the message that offers to undo it. */
export interface Done {
  activityId: string;
}

/** A stretch of a lead's timeline, newest first. */
export interface Timeline {
  entries: TimelineEntry[];
  /** The instant to read on from, in milliseconds; null at the beginning of time. */
  olderFrom: number | null;
}
