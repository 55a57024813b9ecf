import type { FieldType } from '@/lib/segments/segment-rows';
import { MOST_PROPERTY_VALUES } from './constants';
import type { EventProperty, ValueCount } from './types';

/** One value of a property of events, as it is counted. */
export interface PropertyCount extends ValueCount {
  /** The property's path: names parted by dots. */
  path: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}(T.*)?$/;

/** The properties of events, from how often each value of each occurs; the properties that most events have come first. */
export function toProperties(counts: readonly PropertyCount[]): EventProperty[] {
  const byPath = new Map<string, PropertyCount[]>();
  for (const one of counts) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  const sized = [...byPath].map(([path, found]) => {
    const sorted = found.toSorted((a, b) => b.count - a.count);
    const values = sorted.slice(0, MOST_PROPERTY_VALUES).map(({ value, count }) => ({ value, count }));
    const events = found.reduce((sum, { count }) => sum + count, 0);
    return { property: { path, label: toLabel(path), type: findType(found), values }, events };
  });
  return sized.toSorted((a, b) => b.events - a.events).map(({ property }) => property);
}

/** The type that most values are of. Text is taken for a date only when all of it is. */
function findType(counts: readonly ValueCount[]): FieldType {
  const sums = { string: 0, number: 0, boolean: 0 };
  for (const { value, count } of counts) {
    const type = typeof value;
    if (type === 'string' || type === 'number' || type === 'boolean') sums[type] += count;
  }
  if (sums.number > sums.string && sums.number > sums.boolean) return 'number';
  if (sums.boolean > sums.string) return 'boolean';
  const texts = counts.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return texts.every((text) => DATE.test(text)) ? 'date' : 'text';
}

function toLabel(path: string): string {
  const words = path
    .replace(/(\p{Ll})(\p{Lu})/gu, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[._]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
