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
  /** When the first touch is due, while one is. */
  respondBy: number | null;
  owner: { id: string } | null;
  score: { tier: string; tierSince: number } | null;
}

/**
 * What the response clock says: when an answer is due and when that becomes urgent, or that it was given, or since when
 * the lead has been in its tier.
 */
export type ResponseClock =
  | { kind: 'running'; startedAt: number; warnAt: number; dueAt: number }
  | { kind: 'answered'; at: number }
  | { kind: 'untimed'; since: number };
