import { MAX_HELD } from './constants';
import { findCompanyKey } from './identity';
import type { RepeatedKeys } from './repeated-keys';
import type { LeadCompany } from '@/lib/intake/types';

/**
 * Brings together what the rows of many leads tell of one company: up to the last of them a row only fills in what is
 * not known yet; the last one sets what the file as a whole says, later rows before earlier ones.
 */
export class HeldCompanies {
  private readonly held = new Map<string, LeadCompany>();

  constructor(
    private readonly repeated: RepeatedKeys,
    private readonly limit = MAX_HELD,
  ) {}

  /** Takes the company of a row, and gives back what that row says of it. */
  take(row: number, company: LeadCompany): LeadCompany {
    const key = findCompanyKey(company);
    if (!key || Object.keys(company.attributes).length === 0) return company;
    const last = this.repeated.lastRow(key);
    const before = this.held.get(key);
    if (last === undefined || (!before && this.held.size >= this.limit)) return company;
    const merged = { ...company, attributes: { ...before?.attributes, ...company.attributes } };
    if (last <= row) {
      this.held.delete(key);
      return merged;
    }
    this.held.set(key, merged);
    return { ...company, fillOnly: true };
  }

  /** The companies whose last row was rejected or told nothing of them. */
  flush(): LeadCompany[] {
    const companies = [...this.held.values()];
    this.held.clear();
    return companies;
  }
}
