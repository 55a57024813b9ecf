import { describeNumber } from '@/lib/scoring/describe';
import type { Condition, Scalar } from '@/lib/scoring/types';
import type { Bin, Feature } from './types';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** How a yes-or-no column may be written, by what it means: typed, or as the file has it. */
const BOOLEAN_OF: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  t: true,
  no: false,
  n: false,
  false: false,
  f: false,
};

interface Range {
  low: number | null;
  high: number | null;
}

/** The range that neighbouring bins make together; null when they are not ranges. */
function joinRanges(bins: readonly Bin[]): Range | null {
  const ranges = bins.filter((bin) => bin.kind === 'range');
  const first = ranges[0];
  const last = ranges.at(-1);
  return first && last ? { low: first.low, high: last.high } : null;
}

function rangeCondition({ field, kind }: Feature, { low, high }: Range): Condition {
  const part = (op: 'gte' | 'lt' | 'lte' | 'within_days' | 'older_than_days', value: number) => ({
    field,
    op,
    value,
  });
  if (kind === 'age') {
    const parts = [
      ...(low === null ? [] : [part('older_than_days', low)]),
      ...(high === null ? [] : [part('within_days', high)]),
    ];
    return parts.length === 1 && parts[0] ? parts[0] : { all: parts };
  }
  const last = kind === 'whole' && high !== null ? high - 1 : null;
  if (low !== null && last !== null) {
    return low === last ? { field, op: 'eq', value: low } : { field, op: 'between', value: [low, last] };
  }
  const parts = [
    ...(low === null ? [] : [part('gte', low)]),
    ...(last !== null ? [part('lte', last)] : high === null ? [] : [part('lt', high)]),
  ];
  return parts.length === 1 && parts[0] ? parts[0] : { all: parts };
}

function levelCondition({ field, kind }: Feature, levels: readonly string[]): Condition {
  const texts: Scalar[] = [...levels];
  switch (kind) {
    case 'word':
      return { field, op: 'contains_word', value: texts };
    case 'month':
      // Dates are ISO texts, in which only the month stands between two dashes.
      return { field, op: 'contains', value: levels.map((month) => `-${month}-`) };
    case 'boolean':
      return { field, op: 'in', value: levels.flatMap((level) => [BOOLEAN_OF[level] ?? false, level]) };
    case 'text':
    case 'number':
    case 'whole':
    case 'age':
      return texts.length === 1 && texts[0] !== undefined
        ? { field, op: 'eq', value: texts[0] }
        : { field, op: 'in', value: texts };
  }
}

/** The condition that holds exactly for the rows in some bins of a feature. */
export function toCondition(feature: Feature, places: readonly number[]): Condition {
  const bins = places.flatMap((place) => feature.bins[place] ?? []);
  const { field, unknownWords } = feature;
  const levels = bins.flatMap((bin) => (bin.kind === 'level' ? [bin.value] : []));
  const range = joinRanges(bins);
  const unknown = bins.some(({ kind }) => kind === 'unknown');
  const parts: Condition[] = [
    ...(range ? [rangeCondition(feature, range)] : []),
    ...(levels.length > 0 ? [levelCondition(feature, levels)] : []),
    ...(unknown ? [{ field, op: 'is_not_set' } as const] : []),
    ...(unknown && unknownWords.length > 0 ? [{ field, op: 'in', value: unknownWords } as const] : []),
  ];
  return parts.length === 1 && parts[0] ? parts[0] : { any: parts };
}

/** A column's name as words: "job_title" is "Job title". */
export function nameColumn(name: string): string {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[._]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function describeRange(kind: Feature['kind'], { low, high }: Range): string {
  const unit = kind === 'age' ? ' days' : '';
  if (kind === 'age') {
    if (low === null) return `in the last ${describeNumber(high ?? 0)} days`;
    if (high === null) return `more than ${describeNumber(low)} days ago`;
    return `${describeNumber(low)} to ${describeNumber(high)}${unit} ago`;
  }
  if (low === null)
    return kind === 'whole'
      ? `up to ${describeNumber((high ?? 0) - 1)}`
      : `below ${describeNumber(high ?? 0)}`;
  if (high === null) return `${describeNumber(low)} or more`;
  const last = kind === 'whole' ? high - 1 : null;
  if (last === low) return describeNumber(low);
  return last === null
    ? `${describeNumber(low)} to below ${describeNumber(high)}`
    : `${describeNumber(low)} to ${describeNumber(last)}`;
}

function describeLevel(kind: Feature['kind'], value: string): string {
  if (kind === 'month') return MONTHS[Number(value) - 1] ?? value;
  if (kind === 'boolean') return BOOLEAN_OF[value] ? 'yes' : 'no';
  return kind === 'word' ? `“${value}”` : value;
}

/** Some bins of a feature in words: "Job: retired or student", "Age 60 or more", "Contact unknown". */
export function describeBins(feature: Feature, places: readonly number[]): string {
  const name = nameColumn(feature.label);
  const bins = places.flatMap((place) => feature.bins[place] ?? []);
  const range = joinRanges(bins);
  if (range) return `${name} ${describeRange(feature.kind, range)}`;
  const levels = bins.flatMap((bin) =>
    bin.kind === 'level' ? [describeLevel(feature.kind, bin.value)] : [],
  );
  const all = bins.some(({ kind }) => kind === 'unknown') ? [...levels, 'unknown'] : levels;
  if (all.length === 1 && all[0] === 'unknown') return `${name} unknown`;
  const words = all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1) ?? ''}`;
  if (feature.kind === 'word') return `${name} has the word ${words}`;
  return feature.kind === 'month' ? `${name} in ${words}` : `${name}: ${words}`;
}
