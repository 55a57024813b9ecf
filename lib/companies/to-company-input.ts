import type { CompanyInput } from '@/lib/scoring/types';

/** What scoring reads of a row of `Company`. */
export interface CompanyRow {
  id: string;
  name: string;
  domain: string | null;
  /** Standard attributes by key; the user's own nested in `custom`. */
  attributes: Readonly<Record<string, unknown>>;
}

/** A company as the engine takes it: `company.industry` is `attributes.industry`, `company.domain` the column. */
export function toCompanyInput({ id, name, domain, attributes }: CompanyRow): CompanyInput {
  return { ...attributes, id, name, domain };
}
