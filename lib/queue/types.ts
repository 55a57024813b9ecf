import type { TierAction } from '@/lib/scoring/types';

/** A tier whose leads wait in the queue. */
export interface QueueTier {
  name: string;
  /** 0 is the best. */
  rank: number;
  action: TierAction;
}

/** The part of a lead's facts that the response clock runs on. Instants are milliseconds since 1970. */
export interface ClockFacts {
  /** When a rep first engaged the lead. */
  firstEngagedAt: number | null;
  /** When an answer is due by its assignment, where that was said. */
  respondBy: number | null;
  score: { tier: string; tierSince: number } | null;
}

/** What the response clock says: how long is left (negative when late), or since when the lead has been in its tier. */
export type ResponseClock =
  | { kind: 'running'; dueAt: number; startedAt: number }
  | { kind: 'answered'; at: number }
  | { kind: 'untimed'; since: number };
