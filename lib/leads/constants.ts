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
