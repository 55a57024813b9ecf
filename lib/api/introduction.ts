import { BATCH_BYTES, BATCH_ITEMS, BODY_BYTES, REQUESTS_PER_WINDOW, WINDOW_SECONDS } from './constants';

const FIGURES = new Intl.NumberFormat('en-GB');

/** What holds for every operation; words between backticks are code. */
export const INTRODUCTION = [
  {
    title: 'Keys',
    text: 'Send `Authorization: Bearer lg_…`. A key may do what its scopes name; each operation says which it needs.',
  },
  {
    title: 'Errors',
    text: 'They are problem details (RFC 9457); `errors` names each faulty part by its path. 400: the request cannot be read, or a parameter does not fit. 422: the body was read, but does not fit.',
  },
  {
    title: 'Batches',
    text: `One request of up to ${FIGURES.format(BATCH_ITEMS)} items. Each item is taken (201 made, 200 changed or the same) or refused (422) by itself, never by half; what is taken is written at once, before the answer comes.`,
  },
  {
    title: 'Limits',
    text: `A key may make ${FIGURES.format(REQUESTS_PER_WINDOW)} requests in ${WINDOW_SECONDS} seconds: \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` (seconds) say how it stands; beyond it comes 429 with \`Retry-After\`. A batch takes ${BATCH_BYTES / 1024 / 1024} MB at most, any other body ${BODY_BYTES / 1024} KB.`,
  },
  {
    title: 'Idempotency',
    text: 'Any POST, PATCH or DELETE may carry an `Idempotency-Key`: for 24 hours the same request with the same key is answered as the first time (`Idempotency-Replayed: true`) and not carried out again. With another body it is refused (422), and while the first is under way too (409). A request that was refused leaves its key free.',
  },
  {
    title: 'Pages',
    text: 'Lists answer `items` and `next`; give `next` as `cursor` for the page after. It is null on the last.',
  },
] as const;
