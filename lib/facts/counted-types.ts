import type { CompiledIntent } from '@/lib/scoring/compile-rubric';
import type { CountedTypes } from './types';

/** Which event types some criteria count, and of which they look at the properties. */
export function listCountedTypes(intent: readonly CompiledIntent[]): CountedTypes {
  const names = [...new Set(intent.flatMap(({ types }) => [...(types ?? [])]))];
  const looking = intent.filter(({ where }) => where !== null);
  const anyNeedsProperties = looking.some(({ types }) => types === null);
  return {
    names,
    needsProperties: names.map(
      (name) => anyNeedsProperties || looking.some(({ types }) => types?.has(name) ?? false),
    ),
    any: intent.some(({ types }) => types === null),
    anyNeedsProperties,
  };
}
