import type { WorkingHours } from '@/lib/response/types';
import type { Condition, LeadInput } from '@/lib/scoring/types';

/** Reps who share leads. */
export interface Team {
  id: string;
  name: string;
  memberIds: string[];
  /** Null for the installation's hours. */
  hours: WorkingHours | null;
}

/** Who gets the leads that a rule is for. */
export type Choice =
  /** Whoever owns other leads or deals of the lead's company. */
  | { kind: 'account_owner' }
  /** The rep of a team (or of all reps, when null) with the most room. */
  | { kind: 'round_robin'; teamId: string | null; onlyInHours: boolean }
  /** One person. */
  | { kind: 'person'; userId: string };

export interface RoutingRule {
  id: string;
  name: string;
  /** Null for every lead. */
  when: Condition | null;
  choose: Choice;
}

/** What becomes of a lead that no rule gives to anyone. */
export type Fallback = { kind: 'free' } | { kind: 'person'; userId: string };

/** What an installation says of routing. */
export interface RoutingSettings {
  teams: Team[];
  /** In the order in which they are tried. */
  rules: RoutingRule[];
  fallback: Fallback;
  /** Open leads that routing brings a rep to, unless something else is said of the rep. */
  capacity: number;
  /** Whether leads that a publication or an import brings into a routed tier are routed too. */
  bulk: boolean;
  /** How many of a hundred new leads of a held tier are routed unmarked. */
  samplePercent: number;
  /** When a nurtured lead is worth an alert: its intent rose by so many points within so many days. */
  nurture: { active: boolean; points: number; days: number };
}

/** Someone who can work leads. Instants are milliseconds since 1970. */
export interface Rep {
  id: string;
  name: string;
  /** Whether leads come to them when a rule names no team. */
  takesAny: boolean;
  capacity: number;
  /** Open leads in their queue. */
  open: number;
  /** When they were last given a lead; null for never. */
  lastAt: number | null;
  /** Days on which they are away, first and last included: "2026-03-29". */
  absences: readonly { firstDay: string; lastDay: string }[];
}

/** Someone who owns other leads or deals of a company. */
export interface AccountOwner {
  userId: string;
  leads: number;
  deals: number;
}

/** What is asked of a lead to route it. */
export interface RoutedLead {
  id: string;
  input: LeadInput;
  companyName: string | null;
  /** Whoever has the most of the company first. */
  accountOwners: readonly AccountOwner[];
}

/** Who gets a lead, and why. */
export interface Decision {
  /** Null when it is left free. */
  userId: string | null;
  /** The rule that gave it to them, by its name; null when none did. */
  rule: string | null;
  /** The team whose hours count; null for the installation's. */
  teamId: string | null;
  /** In words: "Round robin: 3 of 20 open, the fewest of 4 available reps in EMEA". */
  reason: string;
}
