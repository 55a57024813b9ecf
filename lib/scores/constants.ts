/**
 * The channel on which changed scores are announced: a JSON array of lead ids, sent on commit. An empty array stands
 * for more leads than a message holds.
 */
export const SCORES_CHANNEL = 'leadgrid_scores';

/** Leads that are rescored in one transaction because a fact changed or their time came. */
export const STALE_BATCH = 150;

/** Leads that are rescored in one transaction after a publication. */
export const PAGE_SIZE = 2_000;

/** The least time between two looks for leads that are due. */
export const DUE_PAUSE_MS = 250;

/** How long to leave leads that others hold before coming back to them. */
export const HELD_PAUSE_MS = 250;
