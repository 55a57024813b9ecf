import { STANDARD_EVENT_TYPES } from './constants';

/** A name in snake_case: "pricingCalculatorUsed" is pricing_calculator_used. */
function toSnakeCase(name: string): string {
  const words = name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return words.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '');
}

const KEY_BY_NAME = new Map(
  STANDARD_EVENT_TYPES.flatMap(({ key, aliases }) => [
    [key, key] as const,
    ...aliases.flatMap((name) => [[name.toLowerCase(), key] as const, [toSnakeCase(name), key] as const]),
  ]),
);

/** The key of an event type by the name under which it came: a standard type's, else the name in snake_case. */
export function nameEventType(name: string): string {
  const trimmed = name.trim();
  const known = KEY_BY_NAME.get(trimmed.toLowerCase());
  if (known) return known;
  const key = toSnakeCase(trimmed);
  return KEY_BY_NAME.get(key) ?? (key || trimmed);
}
