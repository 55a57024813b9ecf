/** What a rep does that reaches the lead: the first of them freezes the score as it is. */
export const TOUCH_TYPES = ['call', 'email', 'meeting'] as const;

export type TouchType = (typeof TOUCH_TYPES)[number];

/** What may come of a touch, the likeliest first; the place is the key that picks it. */
export const TOUCH_OUTCOMES: Record<TouchType, readonly string[]> = {
  call: ['Reached', 'No answer', 'Left a message', 'Wrong number'],
  email: ['Sent', 'Replied', 'Bounced'],
  meeting: ['Booked', 'Held', 'Did not come'],
};

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
