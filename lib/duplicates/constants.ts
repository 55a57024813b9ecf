/** How alike two names at one company must be to be proposed: pg_trgm's similarity, 0–1. */
export const LEAST_LIKENESS = 0.6;

/** How alike names must be where only the external ids are equal and short: small numbers meet by chance. */
export const LEAST_LIKENESS_OF_ID = 0.4;

/** External ids of so many characters or more are taken to be no accident. */
export const LONG_ID = 10;

/** In companies of more people than this, names are proposed when they are equal, not when they are alike. */
export const LARGEST_COMPANY = 300;

/** Pairs proposed by one look, the most telling first. */
export const MOST_PAIRS = 10_000;

/** Pairs on one page. */
export const PAIRS_PER_PAGE = 20;

/** Beyond this the page says "1,000+" and counts no further. */
export const COUNT_LIMIT = 1_000;
