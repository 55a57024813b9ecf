/** Up to so many leads the browser holds their evidence, about 100 bytes each; beyond it the server does. */
export const MOST_LEADS_IN_BROWSER = 100_000;

/** Leads that are measured at once. */
export const PAGE_SIZE = 2_000;

/** The newest so many closed deals are measured: more would say nothing new. */
export const MOST_DEALS = 20_000;

/** Weeks over which leads that come into the best tier are counted. */
export const FLOW_WEEKS = 4;

/** Of more active leads than this a sample is counted. */
export const MOST_FLOW_LEADS = 10_000;

/** A lead is scored at the newest so many moments of the weeks. */
export const MOST_INSTANTS = 60;
