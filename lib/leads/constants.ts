/** The attributes of a lead that every installation has. Keys are condition paths; user-defined ones live under `custom.`. */
export const STANDARD_LEAD_ATTRIBUTES = [
  { key: 'firstName', label: 'First name', type: 'text' },
  { key: 'lastName', label: 'Last name', type: 'text' },
  { key: 'title', label: 'Job title', type: 'text' },
  { key: 'department', label: 'Department', type: 'text' },
  { key: 'phone', label: 'Phone', type: 'text' },
  { key: 'mobilePhone', label: 'Mobile phone', type: 'text' },
  { key: 'website', label: 'Website', type: 'text' },
  { key: 'street', label: 'Street', type: 'text' },
  { key: 'city', label: 'City', type: 'text' },
  { key: 'region', label: 'State or region', type: 'text' },
  { key: 'postalCode', label: 'Postal code', type: 'text' },
  { key: 'country', label: 'Country', type: 'text' },
  { key: 'language', label: 'Language', type: 'text' },
  { key: 'leadSource', label: 'Lead source', type: 'text' },
  { key: 'lifecycleStage', label: 'Lifecycle stage', type: 'text' },
  { key: 'status', label: 'Lead status', type: 'text' },
  { key: 'decisionMaker', label: 'Confirmed decision-maker', type: 'boolean' },
  { key: 'emailConsent', label: 'Consent to e-mail', type: 'boolean' },
] as const;

export const LEAD_STATES = ['new', 'working', 'qualified', 'disqualified', 'won', 'lost'] as const;

/** The states in which a lead waits for a rep: those of the queue. */
export const OPEN_STATES = ['new', 'working'] as const;

export const STATE_LABEL: Record<(typeof LEAD_STATES)[number], string> = {
  new: 'New',
  working: 'Working',
  qualified: 'Qualified',
  disqualified: 'Disqualified',
  won: 'Won',
  lost: 'Lost',
};

export const QUADRANTS = ['route_now', 'nurture', 'review', 'deprioritize'] as const;

/** Companies by how many work there; both ends included, none where the highest is open. */
export const COMPANY_SIZES = {
  '1-10': { low: 1, high: 10 },
  '11-50': { low: 11, high: 50 },
  '51-200': { low: 51, high: 200 },
  '201-1000': { low: 201, high: 1_000 },
  '1001-5000': { low: 1_001, high: 5_000 },
  '5001+': { low: 5_001, high: null },
} as const;

export type CompanySize = keyof typeof COMPANY_SIZES;

export const COMPANY_SIZE_KEYS = ['1-10', '11-50', '51-200', '201-1000', '1001-5000', '5001+'] as const;

export const COMPANY_SIZE_LABEL: Record<CompanySize, string> = {
  '1-10': '1–10 employees',
  '11-50': '11–50',
  '51-200': '51–200',
  '201-1000': '201–1,000',
  '1001-5000': '1,001–5,000',
  '5001+': 'over 5,000',
};

/** Leads by how long ago they became known, at most so many days. */
export const ADDED_WITHIN = ['7', '30', '90', '365'] as const;

export const ADDED_LABEL: Record<(typeof ADDED_WITHIN)[number], string> = {
  7: 'Last 7 days',
  30: 'Last 30 days',
  90: 'Last 90 days',
  365: 'Last 12 months',
};

/** How far back "moved this week" looks, in days. */
export const MOVEMENT_DAYS = 7;

/** How a list of leads may be ordered: by tier, then score; by score alone; the last added first. */
export const LEAD_ORDERS = ['rank', 'score', 'added'] as const;

/** Leads on one page of a list. */
export const LEADS_PER_PAGE = 50;

/** Beyond this a list says "10,000+" and counts no further. */
export const COUNT_LIMIT = 10_000;

/**
 * The channel on which leads are announced whose owner, holder, state or day to come back changed: a JSON array of ids,
 * sent on commit. An empty array stands for more leads than messages hold.
 */
export const LEADS_CHANNEL = 'leadgrid_leads';
