/** Whose leads the queue shows. */
export const QUEUE_TABS = ['mine', 'free', 'team', 'snoozed'] as const;

/** How long a lead that was taken with "Next lead" is kept for its rep before it is free again, in minutes. */
export const LOCK_MINUTES = 15;

/** Time to answer a lead whose tier is routed to a rep, from the moment it came into that tier, in minutes. */
export const ANSWER_MINUTES = 60;

/** Share of the time to answer below which the clock turns amber, and red. */
export const CLOCK_WARNS_BELOW = 0.5;
export const CLOCK_ALARMS_BELOW = 0.1;

/** Rows on one page of the queue. */
export const QUEUE_PAGE_SIZE = 50;

/** Tabs count no further than this. */
export const TAB_COUNT_LIMIT = 1_000;

/** On how many of the best leads the filters' choices are looked up. */
export const CHOICE_SAMPLE = 5_000;

/** Rows among which the page of a lead finds its neighbours in the rep's own queue. */
export const NEIGHBOUR_LIMIT = 500;
