/** Where the API begins. */
export const API_ROOT = '/api/v1';

/** The most items of a batch. */
export const BATCH_ITEMS = 1000;

/** The most that a request's body may take, in bytes: a batch, and anything else. */
export const BATCH_BYTES = 8 * 1024 * 1024;
export const BODY_BYTES = 512 * 1024;

/** How deep JSON may be nested. */
export const DEEPEST = 40;

/** Requests that a key may make in a window, and how long that is in seconds. */
export const REQUESTS_PER_WINDOW = 1200;
export const WINDOW_SECONDS = 60;

/** How many requests a process takes out of a key's window at once, so that not each costs a write. */
export const REQUESTS_PER_LEASE = 20;

/** How long the answer to an `Idempotency-Key` is kept, in milliseconds. */
export const ANSWER_KEPT_MS = 24 * 60 * 60 * 1000;

/** After this long a request that gave no answer is taken to be dead, and its key may be used again, in milliseconds. */
export const REQUEST_DEAD_AFTER_MS = 60_000;

/** The longest `Idempotency-Key`. */
export const IDEMPOTENCY_KEY_LENGTH = 255;

/** Where records come from that name no source. */
export const API_SOURCE = 'api';
