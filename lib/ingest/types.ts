import type { Properties } from '@/lib/events/types';

export const MESSAGE_KINDS = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What of a source matters to the taking of its messages. */
export interface SendingSource {
  id: string;
  name: string;
  origins: readonly string[];
  eventsPerMinute: number;
}

/** A message of the tracking API, read: whom it tells of, what, and when. */
export interface Message {
  kind: MessageKind;
  source: SendingSource;
  /** Unique over all sources. */
  messageId: string;
  anonymousId: string | null;
  userId: string | null;
  /** Normalised. */
  email: string | null;
  /** The id that an alias joins to the user. */
  previousId: string | null;
  groupId: string | null;
  /** The event's name as it was sent; "page" and "screen" for views, null for what is no event. */
  name: string | null;
  /** ISO 8601, by our clock. */
  at: string;
  properties: Properties;
  traits: Properties;
  /** As it came: for the list of rejected events. */
  raw: unknown;
}

/** Why a message was taken but not understood, and where in it the fault is. */
export interface MessageFault {
  reason: string;
  path: string | null;
}

/** A rejected message as it is stored. */
export interface Rejected extends MessageFault {
  sourceId: string;
  messageType: string | null;
  eventName: string | null;
  /** JSON as it came, cut where it is long. */
  payload: unknown;
}

/** What one request brings. */
export interface Delivery {
  messages: readonly Message[];
  rejected: readonly Rejected[];
}
