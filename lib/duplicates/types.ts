/** What two leads have in common: one mailbox, one external id in two sources, alike names at one company. */
export type DuplicateBasis = 'email' | 'external_id' | 'name';

/** One of two leads that may be the same person. Instants are milliseconds since 1970. */
export interface DuplicateSide {
  id: string;
  name: string;
  email: string | null;
  title: string | null;
  company: string | null;
  owner: string | null;
  source: string | null;
  externalId: string | null;
  tier: string | null;
  score: number | null;
  events: number;
  deals: number;
  createdAt: number;
  seenAt: number | null;
}

/** Two leads that may be one; the first is the one with more behind it. */
export interface DuplicatePair {
  basis: DuplicateBasis;
  /** 0–1. */
  likeness: number;
  sides: [DuplicateSide, DuplicateSide];
}

/** Where a page of pairs begins: the pair before it. */
export interface PairKey {
  likeness: number;
  leadId: string;
  otherId: string;
}
