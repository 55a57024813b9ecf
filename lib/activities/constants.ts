/** What a rep does that reaches the lead: the first of them freezes the score as it is. */
export const TOUCH_TYPES = ['call', 'email', 'meeting'] as const;

export type TouchType = (typeof TOUCH_TYPES)[number];

/** What may come of a touch, the likeliest first; the place is the key that picks it. */
export const TOUCH_OUTCOMES: Record<TouchType, readonly string[]> = {
  call: ['Reached', 'No answer', 'Left a message', 'Wrong number'],
  email: ['Sent', 'Replied', 'Bounced'],
  meeting: ['Booked', 'Held', 'Did not come'],
};

/** Why a lead is disqualified: what calibration will learn from. */
export const DISQUALIFY_REASONS = [
  'Not our market',
  'No need',
  'No budget',
  'Not a decision-maker',
  'Not reachable',
  'Competitor',
  'Student or job seeker',
  'Duplicate',
] as const;

export const LOST_REASONS = [
  'Chose a competitor',
  'Price',
  'No decision',
  'Missing feature',
  'Bad timing',
  'Lost contact',
] as const;

/** Currencies that a deal can be entered in, the default first. */
export const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'DKK',
  'NOK',
  'PLN',
  'CZK',
  'CAD',
  'AUD',
] as const;

/** So many leads can be worked at once. */
export const MOST_AT_ONCE = 1_000;

/** Points by which intent must rise to bring a lead back that was put off until it does. */
export const SNOOZE_RISE = 10;

/** How long what was just done can be undone, in minutes. */
export const UNDO_MINUTES = 10;

/** A lead can be snoozed for at most so many days. */
export const LONGEST_SNOOZE_DAYS = 366;

/** What a lead's timeline is sorted into. */
export const TIMELINE_KINDS = ['behaviour', 'company', 'score', 'activity', 'data'] as const;

/** Entries of a timeline on one page. */
export const TIMELINE_LENGTH = 60;
