import type { Value } from './types';

export type AttributeType = 'text' | 'number' | 'boolean' | 'date' | 'list';

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;

/** Whether a text is a date or an instant of ISO 8601. */
function isDate(text: string): boolean {
  return DATE.test(text) && !Number.isNaN(Date.parse(text));
}

/** The type that a value of an attribute nobody defined yet gives it. */
export function inferType(value: Value): AttributeType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (Array.isArray(value)) return 'list';
  return isDate(value) ? 'date' : 'text';
}

/** Whether a value can stand in an attribute of a type. */
export function fitsType(value: Value, type: AttributeType): boolean {
  if (type === 'text') return typeof value === 'string';
  return inferType(value) === type;
}

/** What a type takes, for messages. */
export const TYPE_WORDS: Record<AttributeType, string> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date such as 2026-03-31, or an instant such as 2026-03-31T09:00:00Z',
  list: 'a list of texts',
};
