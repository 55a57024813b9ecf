import { DEFAULT_SOURCE } from './constants';
import type { Value } from '@/lib/intake/types';
import type { ImportKind } from './types';

/** The fields that say what a row is of. Their types are settled before a column was looked at. */
export const IDENTITY_PATHS: Record<ImportKind, readonly string[]> = {
  companies: ['domain', 'externalId', 'source', 'name'],
  leads: ['email', 'externalId', 'source', 'company.domain', 'company.name'],
  events: [],
  deals: ['externalId', 'source'],
};

interface Identified {
  email?: string | null;
  domain?: string | null;
  externalId?: string | null;
  source?: string | null;
  name?: string | null;
}

/** The keys by which rows of one kind are the same lead, company or deal. */
export function findKeys(kind: ImportKind, row: Identified): string[] {
  if (kind === 'events') return [];
  const keys: string[] = [];
  if (kind === 'leads' && row.email) keys.push(`e ${row.email}`);
  if (kind === 'companies' && row.domain) keys.push(`d ${row.domain}`);
  if (row.externalId) keys.push(`x ${row.source ?? DEFAULT_SOURCE}\n${row.externalId}`);
  if (kind === 'companies' && keys.length === 0 && row.name) keys.push(`n ${row.name}`);
  return keys;
}

/** The key of the company that a lead's row tells of. */
export function findCompanyKey(company: { name?: string | null; domain?: string | null }): string | null {
  if (company.domain) return `c ${company.domain}`;
  return company.name ? `cn ${company.name}` : null;
}

/** The same keys, from a row's values by field path. */
export function findKeysOfValues(
  kind: ImportKind,
  values: ReadonlyMap<string, Value>,
  source: string,
): string[] {
  const text = (path: string) => {
    const value = values.get(path);
    return typeof value === 'string' ? value : null;
  };
  const keys = findKeys(kind, {
    email: text('email'),
    domain: text('domain'),
    externalId: text('externalId'),
    source: text('source') ?? source,
    name: text('name'),
  });
  if (kind !== 'leads') return keys;
  const company = findCompanyKey({ name: text('company.name'), domain: text('company.domain') });
  return company ? [...keys, company] : keys;
}
