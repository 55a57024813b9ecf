import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';

const KEY_BY_NAME = new Map(
  STANDARD_EVENT_TYPES.flatMap(({ key, aliases }) =>
    [key, ...aliases].map((name) => [name.toLowerCase(), key] as const),
  ),
);

/** The key of an event type by the name under which it came: a standard type's, else the name in snake_case. */
export function nameEventType(name: string): string {
  const trimmed = name.trim();
  const known = KEY_BY_NAME.get(trimmed.toLowerCase());
  if (known) return known;
  const words = trimmed.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').toLowerCase();
  const key = words.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '');
  return KEY_BY_NAME.get(key) ?? (key || trimmed);
}
