import type { Labels } from '@/lib/scoring/describe';
import { DEFAULT_LISTS } from '@/lib/scoring/default-lists';
import { createFieldReader, createLeadFields } from '@/lib/scoring/fields';
import { toMilliseconds } from '@/lib/scoring/instants';
import { isUnknown } from '@/lib/scoring/known';
import type { EventInput, LeadInput } from '@/lib/scoring/types';
import type { Column } from './column';
import { EVENT_COUNTS, EVENT_WINDOWS } from './constants';
import { leastRowsOf } from './cut-bins';
import { listSpellings } from './list-spellings';
import type { Feature, Indicator } from './types';

/** The lead of a closed deal, as it was known when a rep first engaged it. */
export interface DealLead {
  lead: LeadInput;
  /** Its own events up to then. */
  events: readonly EventInput[];
  /** Milliseconds since 1970 UTC. */
  engagedAt: number;
  won: boolean;
  /** What the live rubric gives it as of then. */
  liveScore: number;
}

const DAY_MS = 86_400_000;
/** Longer values of properties are prose. */
const LONGEST_VALUE = 80;
/** Values of properties that are counted apart, of each event type. */
const MOST_VARIANTS = 8;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T|$)/;
/** Fields of every lead that are no attribute, and those that only name it. */
const OWN_FIELDS = ['email.kind', 'email.role', 'createdAt'];
const NAMING_FIELDS = new Set([
  'name',
  'firstName',
  'lastName',
  'phone',
  'company.id',
  'company.name',
  'company.domain',
]);

function listPaths(fields: Readonly<Record<string, unknown>>, prefix: string, into: Set<string>): void {
  for (const [name, value] of Object.entries(fields)) {
    // A name that is no step of a path cannot be asked for.
    if (name === '' || name !== name.trim() || name.includes('.')) continue;
    const isNest = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isNest) listPaths({ ...value }, `${prefix}${name}.`, into);
    else into.add(`${prefix}${name}`);
  }
}

/** What a field is called; lead and company may each have one of the same name. */
function nameField(field: string, { fields = {} }: Labels, taken: Set<string>): string {
  const label = fields[field] ?? field;
  const name = taken.has(label) ? `${label} (${field.startsWith('company.') ? 'company' : 'lead'})` : label;
  taken.add(name);
  return name;
}

/** The fields that these leads have, in order of their names. */
export function listFields(leads: readonly LeadInput[]): string[] {
  const paths = new Set(OWN_FIELDS);
  for (const { attributes, company } of leads) {
    listPaths(attributes, '', paths);
    listPaths(company ?? {}, 'company.', paths);
  }
  return [...paths].filter((path) => !NAMING_FIELDS.has(path)).sort();
}

function readScalar(value: unknown): number | string | null {
  if (isUnknown(value)) return null;
  if (typeof value === 'number') return value;
  return typeof value === 'string'
    ? value.trim().toLowerCase()
    : typeof value === 'boolean'
      ? String(value)
      : null;
}

/** A field of all leads as a column; null when it holds lists. */
function readField(field: string, label: string, values: readonly unknown[]): Column | null {
  const known = values.filter((value) => !isUnknown(value));
  if (known.length === 0 || known.some((value) => typeof value === 'object')) return null;
  const column = (kind: Column['kind'], read: (value: unknown) => number | string | null): Column => ({
    name: label,
    field,
    kind,
    unknownWords: [],
    values: values.map((value) => (isUnknown(value) ? null : read(value))),
  });
  if (known.every((value) => typeof value === 'number')) return column('number', readScalar);
  if (known.every((value) => typeof value === 'boolean')) return column('boolean', readScalar);
  if (known.every((value) => typeof value === 'string' && ISO_DATE.test(value))) {
    return column('date', (value) => (typeof value === 'string' ? toMilliseconds(value) : null));
  }
  const texts = known.filter((value) => typeof value === 'string');
  return { ...column('text', readScalar), spellings: listSpellings(texts) };
}

const elementsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The elements that lists of a field have in common, each a feature: in the list, or not. */
function readLists(field: string, label: string, values: readonly unknown[]): Feature[] {
  const sets = values.map((value) => new Set(elementsOf(value).map((one) => one.trim().toLowerCase())));
  const spellings = listSpellings(values.flatMap(elementsOf));
  const counts = new Map<string, number>();
  for (const set of sets) for (const element of set) counts.set(element, (counts.get(element) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= leastRowsOf(values.length))
    .map(([element]) => ({
      field,
      label,
      kind: 'text',
      ordered: false,
      bins: [{ kind: 'level', value: spellings.get(element) ?? element }, { kind: 'rest' }],
      codes: Uint8Array.from(sets, (set) => (set.has(element) ? 0 : 1)),
      unknownWords: [],
    }));
}

/** What of events is counted: a type, or those of it with one value of a property. */
interface Kind {
  type: string;
  /** The value in lower case, by which it is compared, and as it was first written. */
  property?: { name: string; value: string; written: string };
  label: string;
}

function isOfKind({ type, properties }: EventInput, kind: Kind): boolean {
  if (type !== kind.type) return false;
  if (!kind.property) return true;
  const value = properties[kind.property.name];
  return typeof value === 'string' && value.trim().toLowerCase() === kind.property.value;
}

/** How many events of a kind fall within so many days before each lead's engagement. */
function countEvents(deals: readonly DealLead[], kind: Kind, days: number): number[] {
  return deals.map(({ events, engagedAt }) => {
    const inside = (event: EventInput) => {
      const age = (engagedAt - toMilliseconds(event.at)) / DAY_MS;
      return age >= 0 && age < days && isOfKind(event, kind);
    };
    return events.filter(inside).length;
  });
}

/** The values of properties that enough leads have, of one event type, most frequent first. */
function listVariants(deals: readonly DealLead[], type: string, label: string): Kind[] {
  const leads = new Map<string, { name: string; value: string; written: string; count: number }>();
  for (const { events } of deals) {
    const seen = new Set<string>();
    for (const event of events) {
      if (event.type !== type) continue;
      for (const [name, held] of Object.entries(event.properties)) {
        const written = typeof held === 'string' ? held.trim() : '';
        const value = written.toLowerCase();
        const key = `${name}\n${value}`;
        if (value === '' || value.length > LONGEST_VALUE || name.includes('.') || seen.has(key)) continue;
        seen.add(key);
        const known = leads.get(key) ?? { name, value, written, count: 0 };
        leads.set(key, { ...known, count: known.count + 1 });
      }
    }
  }
  const least = leastRowsOf(deals.length);
  return [...leads.values()]
    .filter(({ count }) => count >= least && count <= deals.length - least)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VARIANTS)
    .map(({ name, value, written }) => ({
      type,
      property: { name, value, written },
      label: `${label} (${name} ${written})`,
    }));
}

function listIndicators(deals: readonly DealLead[], kind: Kind): Indicator[] {
  const { type, property, label } = kind;
  const where = property && { field: property.name, op: 'eq' as const, value: property.written };
  return EVENT_WINDOWS.flatMap((days) => {
    const counted = countEvents(deals, kind, days);
    return EVENT_COUNTS.map((atLeast) => ({
      criterion: {
        id: `${type} ${property?.value ?? ''} ${atLeast} in ${days} days`
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, '-'),
        label: `${label}${atLeast === 1 ? '' : `, ${atLeast} times or more`}, in the last ${days} days`,
        kind: 'threshold' as const,
        on: type,
        ...(where ? { where } : {}),
        count: 'events' as const,
        atLeast,
        withinDays: days,
      },
      holds: Uint8Array.from(counted, (count) => (count >= atLeast ? 1 : 0)),
    }));
  });
}

/** What is known of the leads of closed deals, as columns, ready features and indicators; a row each, in their order. */
export interface DealColumns {
  columns: Column[];
  features: Feature[];
  indicators: Indicator[];
  /** Events by type as plain counts: what the baseline is given. */
  counts: Column[];
}

/** Reads the leads of closed deals as a table. */
export function readDeals(deals: readonly DealLead[], labels: Labels): DealColumns {
  const source = createLeadFields(DEFAULT_LISTS);
  const columns: Column[] = [];
  const features: Feature[] = [];
  const taken = new Set<string>();
  for (const field of listFields(deals.map(({ lead }) => lead))) {
    const read = createFieldReader(source, field);
    const values = deals.map(({ lead }) => read(lead));
    const label = nameField(field, labels, taken);
    const column = readField(field, label, values);
    if (column) columns.push(column);
    else features.push(...readLists(field, label, values));
  }
  const types = [...new Set(deals.flatMap(({ events }) => events.map(({ type }) => type)))].sort();
  const kinds = types.flatMap((type) => {
    const label = labels.eventTypes?.[type] ?? type;
    return [{ type, label }, ...listVariants(deals, type, label)];
  });
  return {
    columns,
    features,
    indicators: kinds.flatMap((kind) => listIndicators(deals, kind)),
    counts: kinds.map((kind) => ({
      name: kind.label,
      field: kind.type,
      kind: 'number',
      unknownWords: [],
      values: countEvents(deals, kind, 90),
    })),
  };
}
