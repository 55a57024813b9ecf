import { DEFAULT_LISTS } from '@/lib/scoring/default-lists';
import { createFieldReader, createLeadFields } from '@/lib/scoring/fields';
import type { Column } from './column';
import type { Bin, Feature } from './types';

const DAY_MS = 86_400_000;
/** Ranges a column of figures is first cut into, less one. */
const MOST_CUTS = 23;
const MOST_LEVELS = 60;
const LEAST_ROWS = 10;
const LEAST_SHARE = 0.002;
const MOST_WORDS = 25;
const JOINING_WORDS = new Set(
  'a an and are as at by de for from in is it of on or the to und with'.split(' '),
);
/** A month is looked at when the dates span at least this many days. */
const LEAST_SPAN_FOR_MONTHS = 180;

/** The rarest a value may be, to be looked at by itself, in rows. */
export function leastRowsOf(rows: number): number {
  return Math.max(LEAST_ROWS, Math.round(rows * LEAST_SHARE));
}

/** The number with the fewest digits above one number and up to another: one that a person would have chosen. */
function roundCut(value: number, below: number): number {
  for (let digits = 1; digits <= 15; digits += 1) {
    const rounded = Number(value.toPrecision(digits));
    if (rounded > below && rounded <= value) return rounded;
  }
  return value;
}

/** Values that so many rows have that they are a range of their own. */
function findFrequent(sorted: readonly number[]): Set<number> {
  const least = sorted.length / (MOST_CUTS + 1);
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= least).map(([value]) => value));
}

/** Where ranges begin: frequent values apart, the rest in about equal shares. */
export function findCuts(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
  const least = distinct[0] ?? 0;
  const frequent = findFrequent(sorted);
  const others = sorted.filter((value) => !frequent.has(value));
  const ranges = Math.min(MOST_CUTS + 1, Math.floor(others.length / leastRowsOf(values.length)));
  const wanted = Array.from(
    { length: Math.max(0, ranges - 1) },
    (_, i) => others[Math.floor(((i + 1) * others.length) / ranges)] ?? 0,
  );
  const cuts = new Set<number>();
  // Rounded within a part of what lies between the last cut and this one, so that few rows change sides.
  wanted.forEach((cut, index) => {
    const slack = (cut - (wanted[index - 1] ?? least)) / 5;
    if (cut > least) cuts.add(roundCut(cut, cut - slack));
  });
  distinct.forEach((value, index) => {
    if (frequent.has(value) && index > 0) cuts.add(value);
    if (frequent.has(distinct[index - 1] ?? Number.NaN)) cuts.add(value);
  });
  return [...cuts].sort((a, b) => a - b);
}

/** The place among rising cuts: how many of them the value has reached (or, of ages, passed). */
function placeAmong(cuts: readonly number[], value: number, passed: boolean): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const cut = cuts[middle] ?? 0;
    if (passed ? value > cut : value >= cut) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Values = Column['values'];
type Naming = Pick<Feature, 'field' | 'label' | 'unknownWords'>;

type Spelled = Naming & Pick<Column, 'spellings'>;

function withUnknown(bins: Bin[], values: Values, place: (value: number | string) => number) {
  const unknown = bins.length;
  const codes = Uint8Array.from(values, (value) => (value === null ? unknown : place(value)));
  return { bins: values.includes(null) ? [...bins, { kind: 'unknown' } as const] : bins, codes };
}

function cutNumbers(naming: Naming, kind: 'number' | 'whole' | 'age', values: Values): Feature {
  const numbers = values.filter((value) => typeof value === 'number');
  // Ages below 0 lie after the instant from which they are counted: no condition holds for them.
  const counted = kind === 'age' ? numbers.filter((age) => age >= 0) : numbers;
  const cuts = kind === 'age' ? [...new Set(findCuts(counted).map(Math.ceil))] : findCuts(counted);
  const bins: Bin[] = [...cuts, null].map((high, index) => ({
    kind: 'range',
    low: cuts[index - 1] ?? null,
    high,
  }));
  if (counted.length < numbers.length) bins.push({ kind: 'rest' });
  const place = (value: number | string) =>
    kind === 'age' && Number(value) < 0 ? cuts.length + 1 : placeAmong(cuts, Number(value), kind === 'age');
  return { ...naming, kind, ordered: true, ...withUnknown(bins, values, place) };
}

function countValues(values: Values): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return counts;
}

/** The values frequent enough to be looked at, most frequent first. */
export function listLevels(values: Values): string[] {
  const least = leastRowsOf(values.length);
  return [...countValues(values)]
    .filter(([, count]) => count >= least)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_LEVELS)
    .map(([value]) => value);
}

function cutLevels(
  { spellings, ...naming }: Spelled,
  kind: 'text' | 'boolean' | 'month',
  values: Values,
): Feature {
  const levels = listLevels(values);
  const placeOf = new Map(levels.map((value, place) => [value, place]));
  const known = values.filter((value) => value !== null);
  const bins: Bin[] = levels.map((value) => ({ kind: 'level', value: spellings?.get(value) ?? value }));
  const hasRest = known.some((value) => !placeOf.has(String(value)));
  if (hasRest) bins.push({ kind: 'rest' });
  const place = (value: number | string) => placeOf.get(String(value)) ?? levels.length;
  return { ...naming, kind, ordered: false, ...withUnknown(bins, values, place) };
}

/** Only whether anything is known. */
function cutKnown(naming: Naming, values: Values): Feature[] {
  if (!values.includes(null)) return [];
  return [{ ...naming, kind: 'text', ordered: false, ...withUnknown([{ kind: 'rest' }], values, () => 0) }];
}

/** Whether a word says something by itself. */
function isTelling(word: string): boolean {
  return /\p{L}{2}/u.test(word) && !JOINING_WORDS.has(word);
}

/** The whole words that texts have in common, each a feature of its own: there, or not. */
function cutWords(naming: Naming, values: Values): Feature[] {
  const wordsOf = values.map((value) => new Set(String(value ?? '').match(/[\p{L}\p{N}]+/gu) ?? []));
  const counts = new Map<string, number>();
  for (const words of wordsOf) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const least = leastRowsOf(values.length);
  return [...counts]
    .filter(([word, count]) => count >= least && count < values.length - least && isTelling(word))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => ({
      ...naming,
      kind: 'word',
      ordered: false,
      bins: [{ kind: 'level', value: word }, { kind: 'rest' }],
      codes: Uint8Array.from(wordsOf, (words) => (words.has(word) ? 0 : 1)),
    }));
}

function cutDates(column: Column, naming: Naming, asOf: Float64Array): Feature[] {
  const times = column.values.map((value) => (typeof value === 'number' ? value : null));
  const known = times.filter((time) => time !== null);
  const ages = times.map((time, row) => (time === null ? null : ((asOf[row] ?? 0) - time) / DAY_MS));
  const age = cutNumbers(naming, 'age', ages);
  const [first, last] = known.reduce(
    ([low, high], time) => [Math.min(low, time), Math.max(high, time)],
    [Infinity, -Infinity],
  );
  if (!(last - first >= LEAST_SPAN_FOR_MONTHS * DAY_MS)) return [age];
  const months = times.map((time) => (time === null ? null : new Date(time).toISOString().slice(5, 7)));
  return [age, cutLevels(naming, 'month', months)];
}

/** Whether addresses are business, personal or disposable, which the engine reads from the lead's own alone. */
function cutAddresses({ field }: Naming, values: Values): Feature[] {
  if (field !== 'email') return [];
  const kindOf = createFieldReader(createLeadFields(DEFAULT_LISTS), 'email.kind');
  const kinds = values.map((email) => {
    const kind = kindOf({
      id: '',
      email: email === null ? null : String(email),
      createdAt: 0,
      attributes: {},
    });
    return typeof kind === 'string' ? kind : null;
  });
  return [cutLevels({ field: 'email.kind', label: 'Kind of e-mail', unknownWords: [] }, 'text', kinds)];
}

/** How much of the known cells is in values frequent enough to be looked at. */
function shareInLevels(values: Values): number {
  const levels = new Set(listLevels(values));
  const known = values.filter((value) => value !== null);
  return known.filter((value) => levels.has(String(value))).length / Math.max(1, known.length);
}

/** Whether a text is written freely, so that only its words say anything. */
export function isFreeText({ kind, values }: Column): boolean {
  return kind === 'text' && shareInLevels(values) < 0.5;
}

/**
 * A column as features, in bins so fine that the learner can choose among their limits: ranges of about equal shares,
 * values frequent enough, ages and months of dates, words of free text; unknown as a bin of its own.
 *
 * @param isName whether its values only name the rows (a number of a customer): then only being known may tell.
 * @param asOf per row, the instant from which ages are counted, in milliseconds.
 */
export function cutColumn(column: Column, isName: boolean, asOf: Float64Array): Feature[] {
  const { field, name, kind, values, unknownWords, spellings } = column;
  const naming = { field, label: name, unknownWords };
  if (isName) return cutKnown(naming, values);
  switch (kind) {
    case 'number': {
      const whole = values.every((value) => value === null || Number.isInteger(value));
      return [cutNumbers(naming, whole ? 'whole' : 'number', values)];
    }
    case 'date':
      return cutDates(column, naming, asOf);
    case 'email':
      return [...cutKnown(naming, values), ...cutAddresses(naming, values)];
    case 'boolean':
      return [cutLevels(naming, 'boolean', values)];
    case 'text':
      return isFreeText(column)
        ? [...cutKnown(naming, values), ...cutWords(naming, values)]
        : [cutLevels({ ...naming, spellings }, 'text', values)];
  }
}
