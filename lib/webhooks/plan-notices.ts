import { MESSAGES_A_MINUTE } from './constants';

const MINUTE_MS = 60_000;

/** What to do with the notices that wait for a channel: each by itself, all in one, or wait until an instant. */
export type NoticePlan = { kind: 'each' } | { kind: 'gather' } | { kind: 'wait'; until: number };

/**
 * Keeps a channel calm: up to five messages a minute go out one by one; what comes on top is gathered and goes out in
 * one message, a minute after the last.
 *
 * @param waiting how many notices wait.
 * @param recent when the channel's messages of the last minute were made, in milliseconds.
 */
export function planNotices(waiting: number, recent: readonly number[], now: number): NoticePlan {
  const counted = recent.filter((at) => at > now - MINUTE_MS);
  if (waiting + counted.length <= MESSAGES_A_MINUTE) return { kind: 'each' };
  if (counted.length === 0) return { kind: 'gather' };
  return { kind: 'wait', until: Math.max(...counted) + MINUTE_MS };
}
