import type { Labels } from '@/lib/scoring/describe';
import { DEFAULT_LISTS } from '@/lib/scoring/default-lists';
import { createFieldReader, createLeadFields } from '@/lib/scoring/fields';
import { toMilliseconds } from '@/lib/scoring/instants';
import { isUnknown } from '@/lib/scoring/known';
import type { EventInput, LeadInput } from '@/lib/scoring/types';
import type { Column } from './column';
import { EVENT_COUNTS, EVENT_WINDOWS } from './constants';
import { leastRowsOf } from './cut-bins';
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
  return column('text', readScalar);
}

const elementsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap((one) => (typeof one === 'string' ? one.trim().toLowerCase() : []))
    : [];

/** The elements that lists of a field have in common, each a feature: in the list, or not. */
function readLists(field: string, label: string, values: readonly unknown[]): Feature[] {
  const sets = values.map((value) => new Set(elementsOf(value)));
  const counts = new Map<string, number>();
  for (const set of sets) for (const element of set) counts.set(element, (counts.get(element) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= leastRowsOf(values.length))
    .map(([element]) => ({
      field,
      label,
      kind: 'text',
      ordered: false,
      bins: [{ kind: 'level', value: element }, { kind: 'rest' }],
      codes: Uint8Array.from(sets, (set) => (set.has(element) ? 0 : 1)),
      unknownWords: [],
    }));
}

/** How many events of a type fall within so many days before a lead's engagement. */
function countEvents({ events, engagedAt }: DealLead, type: string, days: number): number {
  return events.filter((event) => {
    const age = (engagedAt - toMilliseconds(event.at)) / DAY_MS;
    return event.type === type && age >= 0 && age < days;
  }).length;
}

function listIndicators(deals: readonly DealLead[], type: string, label: string): Indicator[] {
  return EVENT_WINDOWS.flatMap((days) => {
    const counted = deals.map((deal) => countEvents(deal, type, days));
    return EVENT_COUNTS.map((atLeast) => ({
      criterion: {
        id: `${type}-${atLeast}-in-${days}-days`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'),
        label: `${label}${atLeast === 1 ? '' : `, ${atLeast} times or more`}, in the last ${days} days`,
        kind: 'threshold' as const,
        on: type,
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
  for (const field of listFields(deals.map(({ lead }) => lead))) {
    const read = createFieldReader(source, field);
    const values = deals.map(({ lead }) => read(lead));
    const label = labels.fields?.[field] ?? field;
    const column = readField(field, label, values);
    if (column) columns.push(column);
    else features.push(...readLists(field, label, values));
  }
  const types = [...new Set(deals.flatMap(({ events }) => events.map(({ type }) => type)))].sort();
  return {
    columns,
    features,
    indicators: types.flatMap((type) => listIndicators(deals, type, labels.eventTypes?.[type] ?? type)),
    counts: types.map((type) => ({
      name: type,
      field: type,
      kind: 'number',
      unknownWords: [],
      values: deals.map((deal) => countEvents(deal, type, 90)),
    })),
  };
}
