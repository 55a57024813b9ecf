import { EARLIEST_MS, MOST_AHEAD_MS } from './constants';

export interface Clocks {
  /** When it happened, by the sender's clock; absent: when it was received. */
  timestamp: unknown;
  /** When it was sent, by the same clock. */
  sentAt: unknown;
  /** When it was received, by ours; milliseconds since 1970. */
  receivedAt: number;
}

const ISO =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** An instant in milliseconds since 1970: ISO 8601 (UTC where it names no zone), or a number of them; null for anything else. */
export function readInstant(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.trunc(value) : null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (!ISO.test(text)) return null;
  const zoned = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(text.slice(10)) || text.length === 10;
  const whole = /[+-]\d{2}$/.test(text.slice(10)) ? `${text}:00` : text;
  const instant = Date.parse((zoned ? whole : `${whole}Z`).replace(' ', 'T').replace(',', '.'));
  return Number.isNaN(instant) ? null : instant;
}

/**
 * When something happened, by our clock: what the sender's clock is off by is the difference between its `sentAt` and our
 * receiving, so timestamp = receivedAt − (sentAt − timestamp), as Segment's specification has it. Without `sentAt` the
 * timestamp is believed. An instant that is ahead is kept: scoring lets it begin to exist at its time.
 *
 * @returns milliseconds since 1970, or in words why there is none.
 */
export function correctClock({ timestamp, sentAt, receivedAt }: Clocks): number | string {
  if (timestamp === undefined || timestamp === null || timestamp === '') return receivedAt;
  const told = readInstant(timestamp);
  if (told === null) return 'is no instant such as 2026-01-31T09:30:00Z';
  const sent = readInstant(sentAt);
  const at = sent === null ? told : receivedAt - (sent - told);
  if (at < EARLIEST_MS) return `lies before ${new Date(EARLIEST_MS).getUTCFullYear()}`;
  return at > receivedAt + MOST_AHEAD_MS ? 'lies more than a year ahead' : at;
}
