import type { Properties } from '@/lib/events/types';
import { nameAttribute } from '@/lib/imports/fields';
import { readValue } from '@/lib/imports/read-value';
import { recogniseColumns } from '@/lib/imports/recognise-columns';
import type { Field, ValueType } from '@/lib/imports/types';
import type { AttributePatch, LeadCompany, Value } from '@/lib/intake/types';
import { isRecord } from './read-properties';
import type { MessageFault } from './types';

/** A value that tracking tells of a lead or a company, under the path of its attribute. */
export interface Trait {
  /** "title", "custom.plan". */
  path: string;
  /** As it was sent: "traits.Plan". */
  sentAs: string;
  label: string;
  /** Null for an attribute of the installation's own, whose type its definition says. */
  type: Field['type'];
  value: unknown;
}

/** What the traits of a person or a company say, before the types of own attributes are known. */
export interface Traits {
  name: string | null;
  /** ISO 8601. */
  createdAt: string | null;
  own: readonly Trait[];
  /** The company that a person's traits tell of. */
  company: (Traits & { domain: string | null }) | null;
}

/** Names by which Segment's clients call what we call otherwise. */
const SEGMENT_NAMES: Readonly<Record<string, string>> = { state: 'region', employee_count: 'employees' };

/** What the key of a source, which anybody can read, must not change: whose a lead is, what it brought, how it is known. */
const GUARDED = /^(?:email|externalId|source|owner|deal\..*)$/;
/** Addresses of pictures say nothing of anybody. */
const PICTURES: ReadonlySet<string> = new Set(['avatar', 'logo']);
const MOST_TRAITS = 200;
const DEEPEST = 3;

/** Flattens nested traits: `{ prefs: { news: true } }` is `prefs_news`. */
function flatten(traits: Properties, prefix: string, left: number): [string, unknown][] {
  return Object.entries(traits).flatMap(([key, value]): [string, unknown][] => {
    const name = prefix === '' ? key : `${prefix}_${key}`;
    if (prefix === '' && PICTURES.has(key)) return [];
    if (isRecord(value)) return left > 1 ? flatten(value, name, left - 1) : [];
    return value === null || value === undefined || value === '' ? [] : [[name, value]];
  });
}

function readTraitsOf(kind: 'leads' | 'companies', traits: Properties): Traits {
  const { address, ...others } = traits;
  const placed: [string, unknown][] = isRecord(address)
    ? flatten(address, '', 1)
    : flatten({ address }, '', 1);
  const entries = [...placed, ...flatten(others, '', DEEPEST)].slice(0, MOST_TRAITS);
  const names = entries.map(([name]) => SEGMENT_NAMES[name] ?? name);
  const fields = recogniseColumns(kind, names);
  const read: Traits & { own: Trait[] } = { name: null, createdAt: null, own: [], company: null };
  entries.forEach(([sentAs, value], index) => {
    const field = fields[index];
    const known =
      field && !GUARDED.test(field.path) && !field.path.startsWith('company.') ? field : undefined;
    if (known?.path === 'name') read.name = readText(value);
    else if (known?.path === 'createdAt') read.createdAt = readText(value, 'instant');
    else if (field && (field.path === 'email' || field.path === 'externalId' || field.path === 'domain'))
      return;
    else
      read.own.push({
        path: known?.path ?? `custom.${nameAttribute(sentAs, index)}`,
        sentAs: `traits.${sentAs}`,
        label: known?.label ?? sentAs.slice(0, 120),
        type: known?.type ?? null,
        value,
      });
  });
  return read;
}

/** What a person's traits say. Names that are known from CRM exports are recognised like their columns. */
export function readPersonTraits(traits: Properties): Traits {
  const { company, ...person } = traits;
  const told = isRecord(company) ? company : typeof company === 'string' ? { name: company } : {};
  const flat = listCompanyTraits(person);
  const whole = readCompanyTraits({ ...Object.fromEntries(flat.values()), ...told });
  if (whole.name === null && whole.domain === null) return readTraitsOf('leads', person);
  const rest = Object.entries(person).filter(([key]) => !flat.has(key));
  return { ...readTraitsOf('leads', Object.fromEntries(rest)), company: whole };
}

/** Traits of a person that tell of the company: `companyName`, `industry`. By key: the company's own key and the value. */
function listCompanyTraits(person: Properties): Map<string, [string, unknown]> {
  const keys = Object.keys(person);
  const fields = recogniseColumns('leads', keys);
  return new Map(
    keys.flatMap((key, index): [string, [string, unknown]][] => {
      const path = fields[index]?.path;
      return path?.startsWith('company.') ? [[key, [path.slice('company.'.length), person[key]]]] : [];
    }),
  );
}

/** What a company's traits say. */
export function readCompanyTraits(traits: Properties): Traits & { domain: string | null } {
  const read = readTraitsOf('companies', traits);
  const domain = [traits.domain, traits.website, traits.url]
    .map((value) => readText(value, 'domain'))
    .find((value) => value !== null);
  return { ...read, domain: domain ?? null };
}

function readText(value: unknown, type: 'name' | 'domain' | 'instant' = 'name'): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const read = readValue(String(value), type);
  return read && 'value' in read && typeof read.value === 'string' ? read.value : null;
}

/** The type that a value shows: dates are ISO 8601 text. */
export function inferType(value: unknown): ValueType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(value) && 'value' in readDate(value)
    ? 'date'
    : 'text';
}

function readDate(text: string) {
  return readValue(text, 'date') ?? { reason: 'is unknown' };
}

/** A value as its attribute takes it, or why it does not. */
export function readTrait(value: unknown, type: ValueType): { value: Value } | { reason: string } {
  const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (type === 'list')
    return {
      value: elements
        .filter(isScalar)
        .map(String)
        .filter((text) => text.trim() !== ''),
    };
  const [only] = elements;
  if (elements.length !== 1 || !isScalar(only)) return { reason: 'is a list where one value is wanted' };
  if (type === 'number' && typeof only === 'number') return { value: only };
  return readValue(String(only), type) ?? { reason: 'is unknown' };
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The values of traits by attribute, and those that do not fit their attribute's type. */
export function buildPatch(
  traits: readonly Trait[],
  typeOf: (path: string) => ValueType | undefined,
): { patch: AttributePatch; faults: MessageFault[] } {
  const patch: AttributePatch = {};
  const faults: MessageFault[] = [];
  for (const { path, sentAs, type, value } of traits) {
    const wanted = type ?? typeOf(path) ?? inferType(value);
    const read = readTrait(value, wanted === 'name' || wanted === 'key' ? 'text' : toValueType(wanted));
    if ('value' in read) patch[path] = read.value;
    else faults.push({ reason: `${sentAs} ${read.reason}; the rest of the message was kept`, path: sentAs });
  }
  return { patch, faults };
}

function toValueType(type: NonNullable<Field['type']>): ValueType {
  return type === 'number' || type === 'boolean' || type === 'date' || type === 'list' ? type : 'text';
}

/** The company of a person's traits as lead records carry it; null when nothing names it. */
export function buildLeadCompany(
  company: (Traits & { domain: string | null }) | null,
  attributes: AttributePatch,
): LeadCompany | null {
  if (!company || (company.name === null && company.domain === null)) return null;
  return { name: company.name, domain: company.domain, fillOnly: false, attributes };
}
