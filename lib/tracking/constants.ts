/** Sizes that Segment documents, in bytes and events; whoever sends more is refused. */
export const EVENT_BYTES = 32 * 1024;
export const BATCH_BYTES = 500 * 1024;
export const BATCH_EVENTS = 2_500;

/** Rejected events on one page of the settings. */
export const REJECTED_PER_PAGE = 50;

/** For how long, and how many, rejected events are kept. */
export const REJECTED_DAYS = 30;
export const REJECTED_KEPT = 20_000;

/** Of a rejected event no more than this is kept, in characters. */
export const REJECTED_PAYLOAD = 4_000;

/** The advisory lock under which names of events are mapped: shared for whoever stores events. */
export const EVENT_NAME_LOCK = 7_201_011;

/** The setting whose change says that names of events are mapped otherwise than before. */
export const EVENT_NAMES_SETTING = 'event-names';
