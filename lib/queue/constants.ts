/** Whose leads the queue shows. */
export const QUEUE_TABS = ['mine', 'free', 'team', 'snoozed'] as const;

/** How long a lead that was taken with "Next lead" is kept for its rep before it is free again, in minutes. */
export const LOCK_MINUTES = 15;

/** Rows on one page of the queue. */
export const QUEUE_PAGE_SIZE = 50;

/** Tabs count no further than this. */
export const TAB_COUNT_LIMIT = 1_000;

/** On how many of the best leads the filters' choices are looked up. */
export const CHOICE_SAMPLE = 5_000;

/** Rows among which the page of a lead finds its neighbours in the rep's own queue. */
export const NEIGHBOUR_LIMIT = 500;
