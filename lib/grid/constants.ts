/** Up to this many leads the grid shows dots, beyond it a density. */
export const MOST_POINTS = 2000;

/** Leads listed beside the grid. */
export const LISTED_LEADS = 10;
