import { SCOPE_NAMES } from './constants';

/**
 * The scopes that words name: a scope itself, `leads:read,deals:read` with commas between, `read` for all that read,
 * `write` for all that write (erasing not among them), `all` for every one. A word that is none stays as it is, for the
 * schema to refuse by name.
 */
export function expandScopes(words: readonly string[]): string[] {
  const parts = words.flatMap((word) => word.split(',')).map((word) => word.trim().toLowerCase());
  const scopes = parts.filter((part) => part !== '').flatMap(expand);
  return [...new Set(scopes)];
}

function expand(word: string): readonly string[] {
  if (word === 'all') return SCOPE_NAMES;
  if (word === 'read' || word === 'write') return SCOPE_NAMES.filter((scope) => scope.endsWith(`:${word}`));
  return [word];
}
