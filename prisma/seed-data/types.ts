import type { DemoRouting } from './routing';

/**
 * The rows of the demo data: plain objects whose fields are the columns of the tables they go to. Nothing here holds
 * a score; scores, first-engagement snapshots and tiers are computed from these rows by the engine.
 */

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** A row of `User` without its password hash, which the loader adds. */
export interface DemoUser {
  id: string;
  email: string;
  name: string;
  role: 'rep' | 'manager' | 'ops' | 'admin';
  createdAt: Date;
}

/** A row of `AttributeDefinition` for each custom attribute that occurs in the demo data. */
export interface DemoAttributeDefinition {
  id: string;
  entity: 'lead' | 'company';
  key: string;
  label: string;
  type: 'text' | 'number' | 'boolean' | 'date' | 'list';
  createdAt: Date;
}

/** A row of `Company`. Domains end in `.example` and are unique. */
export interface DemoCompany {
  id: string;
  name: string;
  domain: string;
  source: string;
  externalId: string;
  attributes: JsonObject;
  createdAt: Date;
}

export type DemoLeadState = 'new' | 'working' | 'qualified' | 'disqualified' | 'won' | 'lost';

/** A row of `Lead`. Custom attributes stand nested in `attributes.custom`. */
export interface DemoLead {
  id: string;
  email: string;
  emailKey: string;
  source: string;
  externalId: string;
  name: string;
  companyId: string | null;
  attributes: JsonObject;
  state: DemoLeadState;
  ownerId: string | null;
  snoozedUntil: Date | null;
  firstEngagedAt: Date | null;
  createdAt: Date;
}

/** A row of `AttributeChange`: exactly one of `leadId` and `companyId` is set. The present value equals `after`. */
export interface DemoAttributeChange {
  id: string;
  leadId: string | null;
  companyId: string | null;
  key: string;
  before: JsonValue;
  after: JsonValue;
  at: Date;
  source: string;
}

/** A row of `Event`. A company signal has no lead; a person's event carries the person's company too. */
export interface DemoEvent {
  id: string;
  messageId: string;
  leadId: string | null;
  companyId: string | null;
  anonymousId: string | null;
  type: string;
  at: Date;
  receivedAt: Date;
  properties: JsonObject;
  source: string;
  filteredAs: string | null;
}

/** A row of `Deal` without its snapshot (`rubricVersionId`, `fit`, `intent`, `score`, `tier`, `quadrant`), taken as of `engagedAt`. */
export interface DemoDeal {
  id: string;
  source: string;
  externalId: string;
  name: string;
  leadId: string;
  companyId: string | null;
  ownerId: string;
  stage: string;
  outcome: 'open' | 'won' | 'lost';
  /** In whole units of `currency`. */
  amount: number;
  currency: string;
  lostReason: string | null;
  createdAt: Date;
  closedAt: Date | null;
  engagedAt: Date;
  engagementBasis: 'touch';
}

/** A row of `Activity`. */
export interface DemoActivity {
  id: string;
  leadId: string;
  userId: string;
  type:
    | 'call'
    | 'email'
    | 'meeting'
    | 'note'
    | 'qualified'
    | 'disqualified'
    | 'snoozed'
    | 'passed'
    | 'won'
    | 'lost';
  outcome: string | null;
  note: string | null;
  at: Date;
}

/** How somebody came to have a lead: its tier as of `assignedAt`, the reason and the response clock follow from that. */
export interface DemoAssignment {
  id: string;
  leadId: string;
  userId: string;
  /** Somebody gave it to them, or they took it. */
  way: 'given' | 'taken';
  assignedAt: Date;
  firstTouchAt: Date | null;
  endedAt: Date | null;
}

/** A row of `Assignment`. */
export interface DemoAssignmentRow extends Omit<DemoAssignment, 'way'> {
  tier: string;
  /** Of a held tier, and routed by chance. */
  sampled: boolean;
  reason: string;
  clockFrom: Date | null;
  respondBy: Date | null;
  workingMs: number | null;
}

/** A row of `Absence`. */
export interface DemoAbsence {
  id: string;
  userId: string;
  /** Days such as "2026-03-29". */
  firstDay: string;
  lastDay: string;
  note: string | null;
  createdAt: Date;
}

/** A row of `Routing`. */
export interface DemoRoutingRow {
  id: string;
  leadId: string;
  at: Date;
  tier: string;
  outcome: 'assigned' | 'owned' | 'free';
  userId: string | null;
  rule: string | null;
  reason: string;
  decidedAt: Date;
  warnAt: Date;
  respondBy: Date;
  alarmAt: Date;
  warnedAt: Date | null;
  lateAt: Date | null;
  alarmedAt: Date | null;
}

/** A row of `Alert`. */
export interface DemoAlert {
  id: string;
  leadId: string;
  userId: string | null;
  kind: 'owned' | 'intent' | 'warning' | 'late' | 'alarm';
  at: Date;
  detail: string;
  seenAt: Date | null;
}

/** A row of `Review`. */
export interface DemoReview {
  id: string;
  leadId: string;
  userId: string;
  at: Date;
  decision: 'left';
  note: string | null;
  score: number;
  fit: number;
  intent: number;
}

/** The instant at which a rep first touched a lead: its `Engagement` row is the lead's score as of `at`. */
export interface DemoEngagement {
  leadId: string;
  at: Date;
  userId: string;
  basis: 'touch';
}

/** Everything, in an order in which it can be inserted: each array refers only to earlier ones. */
export interface DemoData {
  users: DemoUser[];
  attributeDefinitions: DemoAttributeDefinition[];
  companies: DemoCompany[];
  leads: DemoLead[];
  attributeChanges: DemoAttributeChange[];
  events: DemoEvent[];
  deals: DemoDeal[];
  engagements: DemoEngagement[];
  activities: DemoActivity[];
  assignments: DemoAssignment[];
  routing: DemoRouting;
}

/** What `generateDemoData` takes. The same `now` and `seed` give the same data, to the last id. */
export interface DemoDataOptions {
  now: Date;
  seed?: number;
}
