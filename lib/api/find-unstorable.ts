import { DEEPEST } from './constants';

/** A part of a document that no database could store, with its path. */
export interface Unstorable {
  path: PropertyKey[];
  message: string;
}

const NUL = '\0';
const HALF_CHARACTER = /\p{Surrogate}/u;

function judge(text: string): string | null {
  if (text.includes(NUL)) return 'A text holds the character U+0000, which cannot be stored';
  return HALF_CHARACTER.test(text) ? 'A text holds half a character (an unpaired surrogate)' : null;
}

/** The first text, key or depth in a JSON document that cannot be stored; null when all can. */
export function findUnstorable(json: unknown, path: PropertyKey[] = []): Unstorable | null {
  if (typeof json === 'string') {
    const message = judge(json);
    return message ? { path, message } : null;
  }
  if (typeof json !== 'object' || json === null) return null;
  if (path.length >= DEEPEST) return { path, message: `Nested deeper than ${DEEPEST} levels` };
  for (const [key, value] of Object.entries(json)) {
    const place = [...path, Array.isArray(json) ? Number(key) : key];
    const message = judge(key);
    const found = message ? { path, message } : findUnstorable(value, place);
    if (found) return found;
  }
  return null;
}
