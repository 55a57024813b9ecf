import { STANDARD_COMPANY_ATTRIBUTES } from '@/lib/companies/constants';
import { STANDARD_LEAD_ATTRIBUTES } from '@/lib/leads/constants';
import type { Field, FieldType, ImportKind } from './types';

const field = (path: string, label: string, type: FieldType): Field => ({ path, label, type });

const LEAD_ATTRIBUTES = STANDARD_LEAD_ATTRIBUTES.map(({ key, label, type }) => field(key, label, type));
const COMPANY_ATTRIBUTES = STANDARD_COMPANY_ATTRIBUTES.map(({ key, label, type }) => field(key, label, type));

/** The fields that a file of each kind can fill, custom attributes and event properties apart. */
export const FIELDS: Record<ImportKind, readonly Field[]> = {
  companies: [
    field('name', 'Name', 'name'),
    field('domain', 'Domain', 'domain'),
    field('externalId', 'External id', 'key'),
    field('source', 'Source', 'key'),
    field('createdAt', 'Created', 'instant'),
    ...COMPANY_ATTRIBUTES,
  ],
  leads: [
    field('email', 'E-mail', 'email'),
    field('externalId', 'External id', 'key'),
    field('source', 'Source', 'key'),
    field('name', 'Name', 'name'),
    field('createdAt', 'Created', 'instant'),
    field('owner', 'Owner', 'text'),
    ...LEAD_ATTRIBUTES,
    field('company.name', 'Company, name', 'name'),
    field('company.domain', 'Company, domain', 'domain'),
    ...COMPANY_ATTRIBUTES.map(({ path, label, type }) => ({
      path: `company.${path}`,
      label: `Company, ${label.toLowerCase()}`,
      type,
    })),
    field('deal.outcome', 'Deal, outcome', 'outcome'),
    field('deal.amount', 'Deal, amount', 'amount'),
    field('deal.createdAt', 'Deal, created', 'instant'),
    field('deal.closedAt', 'Deal, closed', 'instant'),
  ],
  events: [
    field('messageId', 'Event id', 'key'),
    field('type', 'Event type', 'event'),
    field('at', 'At', 'instant'),
    field('source', 'Source', 'key'),
    field('lead.email', 'Lead, e-mail', 'email'),
    field('lead.externalId', 'Lead, external id', 'key'),
    field('company.domain', 'Company, domain', 'domain'),
  ],
  deals: [
    field('externalId', 'External id', 'key'),
    field('source', 'Source', 'key'),
    field('name', 'Name', 'name'),
    field('stage', 'Stage', 'name'),
    field('outcome', 'Outcome', 'outcome'),
    field('amount', 'Amount', 'amount'),
    field('currency', 'Currency', 'currency'),
    field('createdAt', 'Created', 'instant'),
    field('closedAt', 'Closed', 'instant'),
    field('lostReason', 'Reason of the loss', 'name'),
    field('owner', 'Owner', 'text'),
    field('lead.email', 'Lead, e-mail', 'email'),
    field('lead.externalId', 'Lead, external id', 'key'),
    field('company.domain', 'Company, domain', 'domain'),
  ],
};

/** What columns nobody knows are stored under; null where there is no room for them. */
export const OWN_PREFIX: Record<ImportKind, string | null> = {
  companies: 'custom.',
  leads: 'custom.',
  events: 'properties.',
  deals: null,
};

const OWN_KEY = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u;

/** A field whose type is inferred: an attribute of the user's own, or a property of an event. */
export function createOwnField(path: string, label: string): Field {
  return { path, label: label.slice(0, 120), type: null };
}

/** The field with this path, or undefined when files of this kind have none. */
export function findField(kind: ImportKind, path: string): Field | undefined {
  const known = FIELDS[kind].find((candidate) => candidate.path === path);
  if (known) return known;
  const prefixes = kind === 'leads' ? ['custom.', 'company.custom.'] : [OWN_PREFIX[kind]];
  const prefix = prefixes.find((candidate) => candidate !== null && path.startsWith(candidate));
  if (!prefix) return undefined;
  const keys = kind === 'events' ? path.slice(prefix.length).split('.') : [path.slice(prefix.length)];
  return keys.every((key) => OWN_KEY.test(key)) ? createOwnField(path, keys.join(' ')) : undefined;
}

/** Turns a column's name into the key of an attribute: "Plan Tier" becomes `plan_tier`, `planTier` stays. */
export function nameAttribute(header: string, index: number): string {
  if (/^[a-z][A-Za-z0-9_]{0,59}$/.test(header)) return header;
  const key = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .slice(0, 60)
    .replace(/^_+|_+$/g, '');
  return OWN_KEY.test(key) ? key : `column_${index + 1}`;
}
