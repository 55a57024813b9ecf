import type { CompanyInput, LeadInput } from '@/lib/scoring/types';
import type { PastValue } from './types';

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy of nested fields with the value at a path replaced. */
function replaceAt(fields: Readonly<Fields>, path: readonly string[], value: unknown): Fields {
  const [name, ...rest] = path;
  if (name === undefined) return { ...fields };
  if (rest.length === 0) return { ...fields, [name]: value };
  const nested = fields[name];
  return { ...fields, [name]: replaceAt(isFields(nested) ? nested : {}, rest, value) };
}

/** Of each key, the value before its first change after the instant: what it was then. */
function valuesAt(changes: readonly PastValue[], asOf: number): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { key, before, at } of changes) {
    if (at > asOf && !values.has(key)) values.set(key, before);
  }
  return values;
}

function rewindCompany(company: CompanyInput, changes: readonly PastValue[], asOf: number): CompanyInput {
  let fields: Fields = company;
  for (const [key, value] of valuesAt(changes, asOf)) fields = replaceAt(fields, key.split('.'), value);
  return { ...fields, id: company.id };
}

/**
 * The lead as it was known at an instant: the present with every later change undone. A change exactly at the instant
 * has happened. The company is the one the lead belongs to now.
 *
 * @param leadChanges the lead's changed values, oldest first; `email` is the lead's own, the others are attributes.
 * @param companyChanges the same of its company.
 */
export function rewindLead(
  lead: LeadInput,
  leadChanges: readonly PastValue[],
  companyChanges: readonly PastValue[],
  asOf: number,
): LeadInput {
  let { email } = lead;
  let attributes: Fields = { ...lead.attributes };
  for (const [key, value] of valuesAt(leadChanges, asOf)) {
    if (key === 'email') email = typeof value === 'string' ? value : null;
    else attributes = replaceAt(attributes, key.split('.'), value);
  }
  const company = lead.company ? rewindCompany(lead.company, companyChanges, asOf) : lead.company;
  return { ...lead, email, attributes, company };
}
