import type { EventType } from '@/lib/outbox/constants';
import type { Condition, Contribution, LeadInput, Quadrant, TierAction } from '@/lib/scoring/types';
import type { MovedPart, ScoreCause } from '@/lib/scores/types';

/** Which leads an endpoint is told of; what is empty does not narrow. */
export interface EndpointFilters {
  tiers: string[];
  quadrants: Quadrant[];
  /** A condition on the lead and its company. */
  segment: Condition | null;
}

/** Someone on the team. */
export interface NamedPerson {
  id: string;
  name: string;
  email: string;
}

/** A lead with who it is, read for a message. */
export interface MessageLead {
  id: string;
  name: string;
  email: string | null;
  title: string | null;
  state: string;
  source: string | null;
  externalId: string | null;
  importId: string | null;
  owner: NamedPerson | null;
  company: MessageCompany | null;
  /** As conditions see it. */
  input: LeadInput;
}

export interface MessageCompany {
  id: string;
  name: string;
  domain: string | null;
  source: string | null;
  externalId: string | null;
}

/** A lead's score as it was when something happened. */
export interface MessageScore {
  scoreChangeId: string;
  rubricVersionId: string;
  rubricNumber: number;
  cause: ScoreCause;
  score: number;
  fit: number;
  intent: number;
  tier: string;
  quadrant: Quadrant;
  scoreBefore: number | null;
  /** The tier and quadrant before the last change of tier. */
  tierBefore: string | null;
  quadrantBefore: Quadrant | null;
  contributions: Contribution[];
  moved: MovedPart[];
}

/** What every message about a lead says of it. */
export interface LeadFactsOfMessage {
  lead: {
    id: string;
    url: string;
    name: string;
    email: string | null;
    title: string | null;
    state: string;
    source: string | null;
    externalId: string | null;
    owner: { name: string; email: string } | null;
  };
  company: MessageCompany | null;
  /** Null while the lead has no score. */
  score: {
    score: number;
    fit: number;
    intent: number;
    tier: string;
    action: TierAction | null;
    quadrant: Quadrant;
    scoreBefore: number | null;
    tierBefore: string | null;
    quadrantBefore: Quadrant | null;
    cause: ScoreCause;
    /** The last change in words: "62 → 81: requested a demo +19". */
    change: string;
    /** What the score rests on, the heaviest first: "Requested a demo: +20 intent". */
    reasons: string[];
  } | null;
}

/** A message as it is sent. */
export interface Message {
  type: EventType | 'webhook.test';
  /** When it happened, ISO 8601. */
  timestamp: string;
  data: object;
}

/** What a channel's message is made from: a lead that has come into a routed tier. */
export type NoticeData = LeadFactsOfMessage;
