/** Changes are gathered for so long before they are told on: a storm becomes a few messages a second. */
export const WINDOW_MS = 100;

/** Above so many changed leads in one window, streams are told to read anew rather than which. */
export const MAX_MARKS = 400;

/** A sign of life for proxies and browsers, so that a dead connection is noticed. */
export const BEAT_MS = 15_000;

/** How often it is asked again whether the one who listens still may. */
export const RECHECK_MS = 30_000;

/** Open streams per person and process; a browser shares one among its tabs. */
export const STREAMS_PER_PERSON = 20;

/** A stream whose reader takes nothing in is skipped beyond this, and told to read anew later. */
export const MAX_WAITING_BYTES = 256 * 1024;

/** How long the connection to Postgres is kept after the last stream has gone: people reload pages. */
export const LINGER_MS = 10_000;
