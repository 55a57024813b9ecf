import type { Contradiction } from './held-records';
import type { CompanyRecord, DealRecord, LeadCompany, LeadRecord } from '@/lib/intake/types';

/** The later of two values, unless it tells nothing. */
function later<T>(first: T | null, second: T | null): T | null {
  return second ?? first;
}

function mergeLeadCompany(first: LeadCompany | null, second: LeadCompany | null): LeadCompany | null {
  if (!first || !second) return second ?? first;
  const same = first.domain && second.domain ? first.domain === second.domain : first.name === second.name;
  if (!same) return second;
  return {
    name: later(first.name, second.name),
    domain: later(first.domain, second.domain),
    fillOnly: first.fillOnly && second.fillOnly,
    attributes: { ...first.attributes, ...second.attributes },
  };
}

/** One person out of two rows: the later row completes and corrects the earlier one; the first external id stays. */
export function mergeLeads(first: LeadRecord, second: LeadRecord): LeadRecord | Contradiction {
  if (first.email && second.email && first.email !== second.email) {
    return {
      contradiction: `External id "${second.externalId}" was given to ${first.email} in an earlier row of this file`,
    };
  }
  const identity = first.externalId ? first : second;
  return {
    email: later(first.email, second.email),
    externalId: identity.externalId,
    source: identity.source,
    sourceNamed: identity.sourceNamed,
    name: later(first.name, second.name),
    createdAt: later(first.createdAt, second.createdAt),
    ownerEmail: later(first.ownerEmail, second.ownerEmail),
    attributes: { ...first.attributes, ...second.attributes },
    company: mergeLeadCompany(first.company, second.company),
    deal: later(first.deal, second.deal),
  };
}

/** One company out of two rows, as for people. */
export function mergeCompanies(first: CompanyRecord, second: CompanyRecord): CompanyRecord | Contradiction {
  if (first.domain && second.domain && first.domain !== second.domain) {
    return {
      contradiction: `External id "${second.externalId}" was given to ${first.domain} in an earlier row of this file`,
    };
  }
  const identity = first.externalId ? first : second;
  return {
    name: later(first.name, second.name),
    domain: later(first.domain, second.domain),
    externalId: identity.externalId,
    source: identity.source,
    sourceNamed: identity.sourceNamed,
    createdAt: later(first.createdAt, second.createdAt),
    attributes: { ...first.attributes, ...second.attributes },
  };
}

/** One deal out of two rows with the same id. */
export function mergeDeals(first: DealRecord, second: DealRecord): DealRecord {
  return {
    externalId: first.externalId,
    source: first.source,
    name: later(first.name, second.name),
    stage: later(first.stage, second.stage),
    outcome: later(first.outcome, second.outcome),
    amount: later(first.amount, second.amount),
    currency: later(first.currency, second.currency),
    createdAt: later(first.createdAt, second.createdAt),
    closedAt: later(first.closedAt, second.closedAt),
    lostReason: later(first.lostReason, second.lostReason),
    ownerEmail: later(first.ownerEmail, second.ownerEmail),
    email: later(first.email, second.email),
    leadExternalId: later(first.leadExternalId, second.leadExternalId),
    companyDomain: later(first.companyDomain, second.companyDomain),
  };
}
