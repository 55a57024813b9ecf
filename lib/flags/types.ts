import type { FlaggedKind, FlagOutcome } from '@/lib/generated/prisma/enums';

/** What became of a flag. */
export interface FlagAnswer {
  outcome: FlagOutcome;
  /** In words; empty when it was withdrawn. */
  words: string;
  /** Who answered; null when their account is gone. */
  by: string | null;
  at: Date;
}

/** What is flagged: a criterion or a disqualifier, by its id. */
export interface FlaggedItem {
  kind: FlaggedKind;
  itemId: string;
}

/** Somebody's objection to a criterion or a disqualifier. */
export interface Flag extends FlaggedItem {
  id: string;
  /** What it was called when it was flagged. */
  label: string;
  /** The version that was live then. */
  rubricNumber: number;
  reason: string;
  at: Date;
  /** Who raised it; null when their account is gone. */
  by: string | null;
  /** Whether the reader raised it. */
  own: boolean;
  /** The lead on which it was noticed. */
  lead: { id: string; name: string } | null;
  /** Null while it is open. */
  answer: FlagAnswer | null;
  /** Whether whoever raised it has seen the answer. */
  seen: boolean;
}
