import { normaliseDomain } from '@/lib/companies/normalise-domain';
import { normaliseEmail } from '@/lib/leads/normalise-email';
import { KEY_LENGTH, NAME_LENGTH, TEXT_LENGTH } from './constants';
import { nameEventType } from '@/lib/events/name-event-type';
import { parseDate } from './parse-date';
import { parseNumber } from './parse-number';
import type { Value } from '@/lib/intake/types';
import type { ColumnStyle, FieldType } from './types';
import { isUnknownText } from './unknown-value';

/** A value, or why the text has none. */
export type ReadValue = { value: Value } | { reason: string };

const TRUE_WORDS = new Set(['true', 'yes', 'y', '1', 't', 'on']);
const FALSE_WORDS = new Set(['false', 'no', 'n', '0', 'f', 'off']);
const LARGEST_AMOUNT = 1e14;

/** How a column is read of which nothing is known. */
export const PLAIN_STYLE: ColumnStyle = { numbers: 'english', dates: null, separator: null };

function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}

function readShort(text: string, limit: number): ReadValue {
  return text.length <= limit ? { value: text } : { reason: `is longer than ${limit} characters` };
}

function readBoolean(text: string): ReadValue {
  const word = text.toLowerCase();
  if (TRUE_WORDS.has(word)) return { value: true };
  return FALSE_WORDS.has(word) ? { value: false } : { reason: `${quote(text)} is neither yes nor no` };
}

function readNumber(text: string, style: ColumnStyle): ReadValue {
  const value = parseNumber(text, style.numbers);
  return value === null ? { reason: `${quote(text)} is not a number` } : { value };
}

function readAmount(text: string, style: ColumnStyle): ReadValue {
  const value = parseNumber(text, style.numbers);
  if (value === null) return { reason: `${quote(text)} is not an amount` };
  return Math.abs(value) < LARGEST_AMOUNT
    ? { value: value.toFixed(2) }
    : { reason: `${quote(text)} is too large` };
}

function readDate(text: string, style: ColumnStyle): ReadValue {
  const date = parseDate(text, style.dates);
  if (date === null) return { reason: `${quote(text)} is not a date` };
  return date === 'unclear'
    ? { reason: `${quote(text)} leaves open which part is the month; write dates as 2024-12-31` }
    : { value: date.iso };
}

function readInstant(text: string, style: ColumnStyle): ReadValue {
  const date = readDate(text, style);
  return 'value' in date ? { value: new Date(String(date.value)).toISOString() } : date;
}

function readList(text: string, style: ColumnStyle): ReadValue {
  const parts = text.split(style.separator ?? /[;|,]/).map((part) => part.trim());
  return { value: [...new Set(parts.filter((part) => !isUnknownText(part)))] };
}

function readEmail(text: string): ReadValue {
  const value = normaliseEmail(text);
  return value === null ? { reason: `${quote(text)} is not an e-mail address` } : { value };
}

function readDomain(text: string): ReadValue {
  const value = normaliseDomain(text);
  return value === null ? { reason: `${quote(text)} is not a domain` } : { value };
}

function readCurrency(text: string): ReadValue {
  const code = text.toUpperCase();
  return /^[A-Z]{3}$/.test(code)
    ? { value: code }
    : { reason: `${quote(text)} is not a currency code such as EUR` };
}

function readOutcome(text: string): ReadValue {
  const word = text.toLowerCase().replace(/[^a-z]/g, '');
  if (word === 'won' || word === 'closedwon') return { value: 'won' };
  if (word === 'lost' || word === 'closedlost') return { value: 'lost' };
  return word === 'open' ? { value: 'open' } : { reason: `${quote(text)} is none of won, lost, open` };
}

const READERS: Record<FieldType, (text: string, style: ColumnStyle) => ReadValue> = {
  text: (text) => readShort(text, TEXT_LENGTH),
  name: (text) => readShort(text, NAME_LENGTH),
  key: (text) => readShort(text, KEY_LENGTH),
  event: (text) => readShort(nameEventType(text), KEY_LENGTH),
  number: readNumber,
  amount: readAmount,
  boolean: readBoolean,
  date: readDate,
  instant: readInstant,
  list: readList,
  email: readEmail,
  domain: readDomain,
  currency: readCurrency,
  outcome: readOutcome,
};

/**
 * Reads a cell as a type.
 *
 * @returns undefined when the cell says that nothing is known; otherwise the value, or the reason why it has none.
 */
export function readValue(
  text: string,
  type: FieldType,
  style: ColumnStyle = PLAIN_STYLE,
): ReadValue | undefined {
  if (isUnknownText(text)) return undefined;
  const trimmed = text.trim();
  if (trimmed.includes('\0') || trimmed.includes('�')) {
    return { reason: 'holds a character that cannot be read; save the file as UTF-8' };
  }
  const read = READERS[type](trimmed, style);
  return 'value' in read && Array.isArray(read.value) && read.value.length === 0 ? undefined : read;
}
