import { STANDARD_COMPANY_ATTRIBUTES } from '@/lib/companies/constants';
import { STANDARD_LEAD_ATTRIBUTES } from './constants';
import type { Fact, FactChange, FactDefinition, FactRow, LeadDetail } from './types';

const STANDARD: readonly FactDefinition[] = [
  ...STANDARD_LEAD_ATTRIBUTES.map((attribute) => ({ ...attribute, entity: 'lead' as const })),
  ...STANDARD_COMPANY_ATTRIBUTES.map((attribute) => ({ ...attribute, entity: 'company' as const })),
];

/** The standard attributes, then the installation's own, each with the last change of its value. */
export function joinFactRows(own: readonly FactDefinition[], changes: readonly FactChange[]): FactRow[] {
  const keyOf = ({ entity, key }: { entity: string; key: string }) => `${entity} ${key}`;
  const standard = new Set(STANDARD.map(keyOf));
  const last = new Map(changes.map((change) => [keyOf(change), change]));
  return [...STANDARD, ...own.filter((one) => !standard.has(keyOf(one)))].map((definition) => {
    const { source = null, at = null } = last.get(keyOf(definition)) ?? {};
    return { ...definition, source, at };
  });
}

/** The value of an attribute's key such as `title` or `custom.plan`. */
export function readPath(attributes: Readonly<Record<string, unknown>>, key: string): unknown {
  if (!key.startsWith('custom.')) return attributes[key];
  const { custom } = attributes;
  return typeof custom === 'object' && custom !== null
    ? new Map<string, unknown>(Object.entries(custom)).get(key.slice('custom.'.length))
    : undefined;
}

/** A value in words; empty when nothing is known. */
export function writeValue(value: unknown, type: FactRow['type'], key: string): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    return key.toLowerCase().includes('year') ? String(value) : value.toLocaleString('en-GB');
  }
  if (Array.isArray(value)) return value.map((one) => writeValue(one, type, key)).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  return type === 'date' ? value.slice(0, 10) : value;
}

const PHONES = ['phone', 'mobilePhone'];

function toHref(key: string, value: string): string | null {
  if (PHONES.includes(key)) return `tel:${value.replace(/[^\d+]/g, '')}`;
  if (key !== 'website') return null;
  const address = /^https?:\/\//i.test(value) ? value : `https://${value}`;
  return URL.canParse(address) ? address : null;
}

/** What is known of a lead and its company, in the order of the attributes; what is unknown is left out. */
export function listFacts(lead: LeadDetail, rows: readonly FactRow[]): { person: Fact[]; company: Fact[] } {
  const of = (entity: FactRow['entity'], attributes: Readonly<Record<string, unknown>>): Fact[] =>
    rows.flatMap((row) => {
      if (row.entity !== entity) return [];
      const value = writeValue(readPath(attributes, row.key), row.type, row.key);
      const { label, source, at } = row;
      return value === ''
        ? []
        : [{ label, value, href: toHref(row.key, value), source, at: at?.getTime() ?? null }];
    });
  const email: Fact[] = lead.email
    ? [{ label: 'E-mail', value: lead.email, href: `mailto:${lead.email}`, source: null, at: null }]
    : [];
  const company: Fact[] = lead.company?.domain
    ? [{ label: 'Domain', value: lead.company.domain, href: null, source: null, at: null }]
    : [];
  return {
    person: [...email, ...of('lead', lead.attributes)],
    company: [...company, ...of('company', lead.company?.attributes ?? {})],
  };
}

/** How a lead can be reached, and what is logged when it was tried. */
export interface Reach {
  deed: 'email' | 'call';
  value: string;
  href: string;
}

/** A lead's address and telephone numbers. */
export function readReach({ email, attributes }: Pick<LeadDetail, 'email' | 'attributes'>): Reach[] {
  const numbers = PHONES.flatMap((key): Reach[] => {
    const value = writeValue(readPath(attributes, key), 'text', key);
    const href = value && toHref(key, value);
    return href ? [{ deed: 'call', value, href }] : [];
  });
  return email ? [{ deed: 'email', value: email, href: `mailto:${email}` }, ...numbers] : numbers;
}

/** The company in one line: "420 people · Industrial software · Munich"; empty when nothing is known. */
export function describeCompany(lead: LeadDetail): string {
  const { employees, industry, city, country } = lead.company?.attributes ?? {};
  const people = typeof employees === 'number' ? `${employees.toLocaleString('en-GB')} people` : '';
  const place = city ?? country ?? lead.attributes.city ?? lead.attributes.country;
  return [people, industry, place].filter((part) => typeof part === 'string' && part !== '').join(' · ');
}
