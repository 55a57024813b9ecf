import { parseDate, type DateOrder } from '@/lib/imports/parse-date';
import { isDigitCode, parseNumber, type NumberStyle } from '@/lib/imports/parse-number';
import { addToProfile, findStyle, startProfile } from '@/lib/imports/profile-column';
import { isUnknownText } from '@/lib/imports/unknown-value';
import { toMilliseconds } from '@/lib/scoring/instants';
import type { Column } from './column';

/** What files write where nothing is known, beside what imports leave out anyway. */
const UNKNOWN_WORDS = new Set([
  'na',
  'nan',
  '?',
  '??',
  '.',
  'unknown',
  'unbekannt',
  'missing',
  'not available',
  'nil',
  '#value!',
]);
const BOOLEAN_WORDS = new Set(['yes', 'no', 'true', 'false', 'y', 'n', 't', 'f']);
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** The share of known cells that must read as a type; what else there is counts as unknown. */
const LEAST_SHARE = 0.97;
/** More strays than this and the column is text. */
const MOST_STRAYS = 12;

/** A figure without the signs around it: percent, currency codes. */
function stripUnits(text: string): string {
  return text.replace(/\s*%$|^\s*(?:USD|EUR|GBP|CHF|US\$)\s*|\s*(?:USD|EUR|GBP|CHF)$/gi, '').trim();
}

/** Whether a cell says that nothing is known. */
export function isUnknownCell(cell: string): boolean {
  return isUnknownText(cell) || UNKNOWN_WORDS.has(cell.trim().toLowerCase());
}

type Reader = (text: string) => number | string | null;

function readNumbers(style: NumberStyle): Reader {
  // A fraction of many digits is a measurement; without one, so many digits are a name.
  const isCode = (text: string) => !/[.,]\d/.test(text) && isDigitCode(text);
  return (text) => (isCode(text) ? null : parseNumber(stripUnits(text), style));
}

function readDates(order: DateOrder | null): Reader {
  return (text) => {
    const date = parseDate(text, order ?? 'mdy');
    return date === null || date === 'unclear' ? null : toMilliseconds(date.iso);
  };
}

const readText: Reader = (text) => text.trim().toLowerCase();

interface Reading {
  kind: Column['kind'];
  read: Reader;
}

function listReadings(known: readonly string[]): Reading[] {
  const profile = startProfile();
  for (const cell of known) addToProfile(profile, stripUnits(cell));
  const style = findStyle(profile);
  return [
    {
      kind: 'boolean',
      read: (text) => (BOOLEAN_WORDS.has(text.trim().toLowerCase()) ? readText(text) : null),
    },
    { kind: 'number', read: readNumbers(style.numbers) },
    { kind: 'date', read: readDates(style.dates) },
    { kind: 'email', read: (text) => (EMAIL.test(text.trim()) ? readText(text) : null) },
    { kind: 'text', read: readText },
  ];
}

/** The cells that a reading leaves unread; null when they are too many for it to be the column's. */
function findStrays(
  distinct: ReadonlyMap<string, number>,
  known: number,
  { read }: Reading,
): string[] | null {
  let cells = 0;
  const strays: string[] = [];
  for (const [text, count] of distinct) {
    if (read(text) !== null) continue;
    strays.push(text.trim().toLowerCase());
    cells += count;
    if (strays.length > MOST_STRAYS || cells > known * (1 - LEAST_SHARE)) return null;
  }
  return strays;
}

function countDistinct(cells: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}

/** How a column is read, found from its cells: as a type, with the words that count as unknown. */
export interface ColumnReading extends Reading {
  /** Lower case. */
  unknownWords: readonly string[];
}

/**
 * Finds how a column is to be read: figures (with grouped thousands, percent, currency), dates, yes or no, e-mail
 * addresses, or text. Where nearly all cells are of a type, the few that are not count as unknown.
 */
export function findReading(cells: readonly string[]): ColumnReading {
  const known = cells.filter((cell) => !isUnknownCell(cell));
  const distinct = countDistinct(known);
  const words = cells.filter(isUnknownCell).map((cell) => cell.trim().toLowerCase());
  const finish = (reading: Reading, strays: readonly string[]): ColumnReading => ({
    ...reading,
    unknownWords: [...new Set([...words, ...strays])].filter((word) => word !== '').sort(),
  });
  for (const reading of known.length > 0 ? listReadings([...distinct.keys()]) : []) {
    const strays = findStrays(distinct, known.length, reading);
    if (strays) return finish(reading, strays);
  }
  return finish({ kind: 'text', read: readText }, []);
}

/** Reads cells as was found: null where nothing is known. */
export function readCells({ read }: ColumnReading, cells: readonly string[]): (number | string | null)[] {
  return cells.map((cell) => (isUnknownCell(cell) ? null : read(cell)));
}
