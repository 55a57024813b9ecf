import { JITTER, LONGEST_RETRY_AFTER_MS, RETRY_DELAYS_MS } from './constants';

/**
 * When to try again after a failure, in milliseconds from it; null when all tries are used up.
 *
 * @param tries how many there were, at least 1.
 * @param retryAfterMs what the receiver asked for: never sooner than that, a day at most.
 * @param chance from 0 to 1: how much of the jitter is added.
 */
export function planRetry(tries: number, retryAfterMs: number | null, chance: number): number | null {
  const delay = RETRY_DELAYS_MS[tries - 1];
  if (delay === undefined) return null;
  const asked = Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS);
  return Math.round(Math.max(delay, asked) * (1 + JITTER * chance));
}

/** What a Retry-After header asks for, in milliseconds from now: seconds or a date; null when it cannot be read. */
export function readRetryAfter(header: unknown, now: number): number | null {
  if (typeof header !== 'string') return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  // A date as HTTP writes it: without a weekday or a month by name, `Date.parse` would take any number.
  const at = /^[A-Za-z]{3,9},/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
