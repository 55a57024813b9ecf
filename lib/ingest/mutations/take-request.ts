import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '@/lib/server/errors';
import { refuseBeyond, takePoints } from '@/lib/server/rate-limit';
import { BATCH_BYTES, BATCH_EVENTS, EVENT_BYTES } from '@/lib/tracking/constants';
import { findSource } from '../data';
import { CALLS, listInputs, parseBody, readDelivery } from '../read-request';
import type { SendingSource } from '../types';
import { Gatherer } from './gather';
import { writeMessages } from './write-messages';

// One for the process, however often its modules are loaded.
const kept: { leadgridGatherer?: Gatherer } & typeof globalThis = globalThis;

function openGatherer(): Gatherer {
  return (kept.leadgridGatherer ??= new Gatherer(writeMessages, () => new Date()));
}

/** A call of the tracking API. */
export interface TrackingRequest {
  /** The last part of the address: "track", "t", "batch". */
  call: string;
  /** The write key that the request's header names; null when it names none. */
  writeKey: string | null;
  /** The page's origin as the browser sends it; null for servers. */
  origin: string | null;
  /** Size of the body where the request says it. */
  contentLength: number | null;
  /** Reads the body, up to so many bytes. */
  readBody: (limit: number) => Promise<{ text: string; bytes: number }>;
}

/**
 * Takes a call: when it returns, what it brought is committed.
 *
 * @returns the source that sent it.
 * @throws AppError `not_found`, `unauthenticated`, `forbidden` (a page of another origin), `too_large`, `invalid`,
 *   `rate_limited`, `unavailable`.
 */
export async function takeRequest(request: TrackingRequest): Promise<void> {
  const call = CALLS[request.call];
  if (!call) throw new AppError('not_found', `There is no call “${request.call}”.`);
  const gatherer = openGatherer();
  const limit = call === 'batch' ? BATCH_BYTES : EVENT_BYTES;
  if ((request.contentLength ?? 0) > limit) throw tooLarge(limit);
  gatherer.demandRoom(1, request.contentLength ?? 0);
  const { text, bytes } = await request.readBody(limit);
  if (bytes > limit) throw tooLarge(limit);
  const receivedAt = Date.now();
  const body = parseBody(text);
  if (typeof body === 'string') throw new AppError('invalid', body);
  const source = await authenticate(request.writeKey ?? body.writeKey, request.origin);
  const inputs = listInputs(call, body);
  if (!inputs) throw new AppError('invalid', 'batch must be a list of messages.');
  if (inputs.length > BATCH_EVENTS)
    throw new AppError(
      'too_large',
      `A batch holds at most ${BATCH_EVENTS} events; this has ${inputs.length}.`,
    );
  const delivery = readDelivery(inputs, body, { source, receivedAt, bytes });
  await consume(source, delivery.messages.length + delivery.rejected.length);
  await gatherer.submit(delivery, bytes);
}

function tooLarge(limit: number): AppError {
  return new AppError('too_large', `The body is larger than ${limit / 1024} KB.`);
}

/**
 * The source that a write key belongs to, if it may be sent to from where the request comes.
 *
 * @throws AppError `unauthenticated`, or `forbidden` for a page of another origin.
 */
export async function authenticate(writeKey: unknown, origin: string | null): Promise<SendingSource> {
  if (typeof writeKey !== 'string' || writeKey === '')
    throw new AppError(
      'unauthenticated',
      'A write key is needed: as the user name of basic auth, or as writeKey.',
    );
  const source = await findSource(writeKey.slice(0, 200));
  if (!source) throw new AppError('unauthenticated', 'The write key belongs to no source.');
  if (origin !== null && !source.origins.includes(origin))
    throw new AppError('forbidden', `Pages of ${origin.slice(0, 200)} may not send to this source.`);
  return source;
}

const limiters = new Map<string, { perMinute: number; limiter: RateLimiterMemory }>();

/** Counts a source's events against its limit, in this process. */
async function consume({ id, eventsPerMinute }: SendingSource, events: number): Promise<void> {
  if (events === 0) return;
  let entry = limiters.get(id);
  if (entry?.perMinute !== eventsPerMinute) {
    entry = {
      perMinute: eventsPerMinute,
      limiter: new RateLimiterMemory({ points: eventsPerMinute, duration: 60 }),
    };
    limiters.set(id, entry);
  }
  const taken = await takePoints(entry.limiter, id, events);
  refuseBeyond(taken, eventsPerMinute, () => `This source may send ${eventsPerMinute} events a minute.`);
}
