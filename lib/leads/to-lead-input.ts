import { toCompanyInput, type CompanyRow } from '@/lib/companies/to-company-input';
import type { LeadInput } from '@/lib/scoring/types';

/** What scoring reads of a row of `Lead`. */
export interface LeadRow {
  id: string;
  email: string | null;
  /** Milliseconds since 1970 UTC. */
  createdAt: number;
  /** Standard attributes by key; the user's own nested in `custom`. */
  attributes: Readonly<Record<string, unknown>>;
}

/** A lead as the engine takes it: the one place in which a row becomes one. */
export function toLeadInput(lead: LeadRow, company: CompanyRow | null): LeadInput {
  const { id, email, createdAt, attributes } = lead;
  return { id, email, createdAt, attributes, company: company && toCompanyInput(company) };
}
