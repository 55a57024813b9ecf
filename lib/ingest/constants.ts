/** The longest id, and the longest name of an event, in characters. */
export const ID_LENGTH = 200;
export const NAME_LENGTH = 200;

/** The deepest nesting of objects and lists in a message. */
export const MOST_DEPTH = 24;

/** Nothing was tracked before this; of what lies further ahead than `MOST_AHEAD_MS` no clock can be sure. */
export const EARLIEST_MS = Date.UTC(1990, 0, 1);
export const MOST_AHEAD_MS = 366 * 86_400_000;

/** Source of the external ids of companies: group ids are the same whichever site or server tells of them. */
export const GROUP_SOURCE = 'tracking';

/** Own event types and own attributes that tracking may add; beyond, events and values are kept, but not listed. */
export const MOST_OWN_TYPES = 2_000;
export const MOST_OWN_ATTRIBUTES = 1_000;

/** Events, and bytes, that wait to be written at most; whoever brings more is asked to come again. */
export const MOST_WAITING_EVENTS = 40_000;
export const MOST_WAITING_BYTES = 64 * 1024 * 1024;

/** How long what waits may have waited, in milliseconds, before whoever brings more is asked to come again. */
export const LONGEST_WAIT_MS = 4_000;

/** Events written in one transaction at most, as soon as there are so many. */
export const EVENTS_PER_FLUSH = 1_000;

/** Transactions that write events at once in one process: the database has more than one core. */
export const LANES = 2;

/** How long the first of several requests waits for the others, in milliseconds. */
export const GATHER_MS = 2;

/** Seconds after which to come again when too much is waiting. */
export const RETRY_AFTER_S = 2;

/** How long what is known of a source is believed, in milliseconds: a source that is ended is refused after that. */
export const SOURCE_TTL_MS = 2_000;

/** How often at most it is written when a source sent last. */
export const LAST_EVENT_EVERY_MS = 5_000;

/** How often at most rejected events beyond those that are kept are removed. */
export const TRIM_EVERY_MS = 60_000;

/** Advisory locks: visitors whose history is being attached (by a part of their id), so that no event slips past. */
export const VISITOR_LOCKS = 7_201_012;
export const VISITOR_PARTS = 64;
