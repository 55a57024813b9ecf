import type { EventType } from '@/lib/outbox/constants';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long after each failed try the next one follows, in milliseconds: ten tries in about three days, as Standard
 * Webhooks proposes.
 */
export const RETRY_DELAYS_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** A delay is made longer by up to this share, by chance, so that many tries do not come back at one instant. */
export const JITTER = 0.1;

/** The longest wait that a receiver may ask for. */
export const LONGEST_RETRY_AFTER_MS = DAY;

/** An exchange has to be over by then. */
export const TIMEOUT_MS = 15 * SECOND;

/** When a try of which nothing was heard any more is taken for lost, as its worker has died. */
export const LEASE_MS = TIMEOUT_MS + 5 * SECOND;

/** An endpoint at which nothing but failures happened for so long is switched off. */
export const DISABLE_AFTER_MS = 5 * DAY;

/** How long the secret before a rotation goes on signing. */
export const OLD_SECRET_MS = DAY;

/** Deliveries, with what was sent and answered, are kept for so many days. */
export const KEEP_DAYS = 30;

/** Characters of an answer that are kept. */
export const KEPT_ANSWER = 2_000;

/** Tries under way at once in one process: in all, and at one endpoint. */
export const MOST_IN_FLIGHT = 48;
export const MOST_PER_ENDPOINT = 12;

/** How often a sender that waits for answers looks for new work. */
export const LOOK_MS = 200;

/** Events of the outbox that are handled in one transaction. */
export const DISPATCH_BATCH = 500;

/** More messages a minute to one channel are gathered into one. */
export const MESSAGES_A_MINUTE = 5;

/** A message to try an endpoint with. */
export const TEST_TYPE = 'webhook.test';

/** What the events are called on the screen. */
export const EVENT_LABELS: Readonly<Record<EventType, string>> = {
  'lead.tier_changed': 'Tier changed',
  'lead.became_mql': 'Became an MQL',
  'lead.assigned': 'Assigned to a rep',
  'lead.became_sql': 'Became an SQL',
  'lead.disqualified': 'Disqualified',
  'lead.reopened': 'Reopened',
  'deal.closed': 'Deal won or lost',
  'rubric.published': 'Rubric published',
};

/** What each event says, in a line. */
export const EVENT_HINTS: Readonly<Record<EventType, string>> = {
  'lead.tier_changed': 'A lead comes into another tier, or gets its first',
  'lead.became_mql': 'It reaches a tier that is routed, for the first time',
  'lead.assigned': 'A rep takes it or is given it',
  'lead.became_sql': 'A rep qualifies it, for the first time',
  'lead.disqualified': 'A rep turns it down, with the reason',
  'lead.reopened': 'The rep takes that back, within minutes',
  'deal.closed': 'A deal comes to be won or lost',
  'rubric.published': 'Another version of the rubric goes live',
};

/** The settings' keys. */
export const NETWORK_SETTING = 'network';
export const MAIL_SETTING = 'mail';
