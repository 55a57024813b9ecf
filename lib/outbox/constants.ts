/** What others can be told of, in the order in which it usually happens to a lead. */
export const EVENT_TYPES = [
  'lead.tier_changed',
  'lead.became_mql',
  'lead.assigned',
  'lead.became_sql',
  'lead.disqualified',
  'lead.reopened',
  'deal.closed',
  'rubric.published',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** What Slack channels and e-mails listen for: a lead that comes into a tier which is routed, "a new A". */
export const NEW_A = 'lead.new_a';

/** The task that sends what is in the outbox. */
export const SEND_TASK = 'send-events';

/** A deal that closed longer ago, in days, is history that was brought in, and announced to nobody. */
export const RECENT_DEAL_DAYS = 7;
