import { MOST_DEPTH } from './constants';

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

/** Whether a value is nested no deeper than `MOST_DEPTH`: deeper ones overflow whoever walks them. */
export function isShallow(value: unknown, left = MOST_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (left === 0) return false;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof inner === 'object' && inner !== null && !isShallow(inner, left - 1)) return false;
  }
  return true;
}
