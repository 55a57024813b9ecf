import { MOST_DEPTH } from './constants';
import { isRecord } from './read-properties';

/** What Postgres keeps in no text: the character NUL, and halves of surrogate pairs; in JSON they come as escapes only. */
const SUSPICIOUS = /\\u(?:0000|[dD][89a-fA-F])/;

/** Whether a JSON text may hold characters that cannot be stored. */
export function isSuspicious(json: string): boolean {
  return SUSPICIOUS.test(json);
}

const HALF_PAIR = /\p{Surrogate}/gu;

function cleanText(text: string): string {
  return text.replaceAll('\0', '').replace(HALF_PAIR, '\ufffd');
}

/**
 * A value without characters that cannot be stored, in names too: NUL is dropped, half a pair becomes U+FFFD. What is
 * nested far deeper than is taken anyway is cut off there.
 */
export function cleanJson(value: unknown, left = 4 * MOST_DEPTH): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (left === 0) return null;
  if (Array.isArray(value)) return value.map((inner) => cleanJson(inner, left - 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [cleanText(key), cleanJson(inner, left - 1)]),
  );
}

/** Bytes of JSON that a character, a number or other plain value, and what stands around a name or item take at most. */
const CHARACTER_BYTES = 6;
const PLAIN_BYTES = 25;
const AROUND_BYTES = 4;

/**
 * How many bytes a value takes as JSON at most: some times what it does take, but told without writing it. Infinite for
 * one that is nested deeper than `MOST_DEPTH`: such overflow whoever walks them.
 */
export function boundBytes(value: unknown, left = MOST_DEPTH): number {
  if (typeof value === 'string') return AROUND_BYTES + CHARACTER_BYTES * value.length;
  if (typeof value !== 'object' || value === null) return PLAIN_BYTES;
  if (left === 0) return Infinity;
  let bytes = AROUND_BYTES;
  if (Array.isArray(value)) for (const inner of value) bytes += AROUND_BYTES + boundBytes(inner, left - 1);
  else if (isRecord(value))
    for (const key in value)
      bytes += AROUND_BYTES + CHARACTER_BYTES * key.length + boundBytes(value[key], left - 1);
  return bytes;
}
