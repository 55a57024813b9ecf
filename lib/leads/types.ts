import type { LeadState, Quadrant } from '@/lib/generated/prisma/enums';

/** Someone on the team, as lists name them. */
export interface PersonName {
  id: string;
  name: string;
}

/** The strongest present reason for a score, in words. */
export interface ScoreReason {
  label: string;
  /** When it happened; null for what has no moment, such as a job title. Milliseconds since 1970. */
  at: number | null;
}

/** From one quadrant into another within the week; from nowhere when the lead is new. */
export interface Move {
  from: Quadrant | null;
  to: Quadrant;
}

/** A lead as a row of a list. All instants are milliseconds since 1970. */
export interface LeadRow {
  id: string;
  name: string;
  title: string | null;
  company: PersonName | null;
  state: LeadState;
  owner: PersonName | null;
  /** Who holds the lead for the moment, until when; null when nobody does. */
  lock: (PersonName & { until: number }) | null;
  snoozedUntil: number | null;
  /** The intent at which a lead that is put off comes back sooner. */
  snoozeIntent: number | null;
  /** When a rep first engaged the lead. */
  firstEngagedAt: number | null;
  /** When an answer is due to the one the lead is assigned to, where that was said. */
  respondBy: number | null;
  score: LeadRowScore | null;
}

/** Whole points, 0–100 each; tier rank 0 is the best. */
export interface LeadRowScore {
  fit: number;
  intent: number;
  score: number;
  tier: string;
  tierRank: number;
  quadrant: Quadrant;
  tierSince: number;
  reason: ScoreReason | null;
}

/** A page of a list, in its order. */
export interface LeadPage {
  rows: LeadRow[];
  /** Number of the first row, counted from 1. */
  first: number;
  /** Cursors of the pages around this one, as an address holds them; null when there is none. */
  previous: string | null;
  next: string | null;
}

/** A lead with what its page shows of it. All instants are milliseconds since 1970. */
export interface LeadDetail {
  id: string;
  name: string;
  email: string | null;
  source: string | null;
  externalId: string | null;
  state: LeadState;
  attributes: Record<string, unknown>;
  company: { id: string; name: string; domain: string | null; attributes: Record<string, unknown> } | null;
  owner: PersonName | null;
  lock: (PersonName & { until: number }) | null;
  snoozedUntil: number | null;
  firstEngagedAt: number | null;
  respondBy: number | null;
  createdAt: number;
  /** The lead that this one was merged into. */
  mergedIntoId: string | null;
  stored: { tier: string; tierSince: number; scoredAt: number } | null;
}

/** Another lead of the same company. */
export interface Colleague {
  id: string;
  name: string;
  title: string | null;
  tier: string | null;
  score: number | null;
  fit: number | null;
  intent: number | null;
  seenAt: Date | null;
}

/** An attribute that the installation knows. */
export interface FactDefinition {
  entity: 'lead' | 'company';
  key: string;
  label: string;
  type: 'text' | 'number' | 'boolean' | 'date' | 'list';
}

/** The last change of a value. */
export interface FactChange {
  entity: 'lead' | 'company';
  key: string;
  source: string;
  at: Date;
}

/** An attribute, and the last change of its value where it ever changed. */
export interface FactRow extends FactDefinition {
  source: string | null;
  at: Date | null;
}

/** A known value of a lead or its company, in words. */
export interface Fact {
  label: string;
  value: string;
  /** A link for values that lead somewhere: mailto:, tel:, https:. */
  href: string | null;
  /** Where the value came from last, when it changed after it was first known. */
  source: string | null;
  /** Milliseconds since 1970. */
  at: number | null;
}
