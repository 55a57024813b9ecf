/** An attribute's value as it is stored; dates are ISO 8601 text. */
export type Value = string | number | boolean | string[];

/** Values by attribute key, flat: `title`, `custom.plan`. Null forgets a value. */
export type AttributePatch = Record<string, Value | null>;

export interface CompanyRecord {
  name: string | null;
  domain: string | null;
  externalId: string | null;
  source: string;
  /** True when the file, its mapping or the person importing names the source; false for the default one. */
  sourceNamed: boolean;
  /** ISO 8601. */
  createdAt: string | null;
  attributes: AttributePatch;
}

/** The company that a lead's row tells of. */
export interface LeadCompany {
  name: string | null;
  domain: string | null;
  /** Attributes that are known stay as they are: a later row of the file has the last word. */
  fillOnly: boolean;
  attributes: AttributePatch;
}

export type Outcome = 'open' | 'won' | 'lost';

/** The outcome that a lead's row carries. */
export interface LeadDeal {
  outcome: Outcome;
  /** Decimal text with two digits. */
  amount: string | null;
  createdAt: string | null;
  closedAt: string | null;
}

export interface LeadRecord {
  /** The lead that is meant, where that is known otherwise than by the record; it stands above e-mail and external id. */
  leadId?: string | null;
  email: string | null;
  externalId: string | null;
  source: string;
  /** True when the file, its mapping or the person importing names the source; false for the default one. */
  sourceNamed: boolean;
  name: string | null;
  createdAt: string | null;
  ownerEmail: string | null;
  attributes: AttributePatch;
  company: LeadCompany | null;
  deal: LeadDeal | null;
}

export interface EventRecord {
  /** The lead's own id, where it is known; it goes before e-mail and external id. */
  leadId?: string | null;
  messageId: string;
  type: string;
  at: string;
  email: string | null;
  externalId: string | null;
  source: string;
  companyDomain: string | null;
  properties: Record<string, unknown>;
}

export interface DealRecord {
  /** Of a deal that is stored already, its own id: it goes before source and external id. */
  id?: string;
  /** The lead's own id, where it is known; it goes before e-mail and external id. */
  leadId?: string | null;
  externalId: string;
  source: string;
  /** The source of the lead's external id; the deal's own when absent. */
  leadSource?: string;
  name: string | null;
  stage: string | null;
  /** Null when the row says neither outcome nor stage. */
  outcome: Outcome | null;
  amount: string | null;
  currency: string | null;
  createdAt: string | null;
  closedAt: string | null;
  lostReason: string | null;
  ownerEmail: string | null;
  email: string | null;
  leadExternalId: string | null;
  companyDomain: string | null;
}
