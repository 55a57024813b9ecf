/** The invented lead, company and deal that all examples of the documentation speak of. */

export const ID = '019a2b6e-4f10-7c3a-9d52-6b1f0e8c7a41';
export const COMPANY_ID = '019a2b6e-4f0f-7d11-8a40-2f7c9b3e5d10';
const OWNER_ID = '019a2b6e-0001-7000-8000-3c5e7a9b1d2f';
const EVENT_ID = '019a2b70-11aa-7b0c-8e21-5d4c3b2a1908';
export const DEAL_ID = '019a2b71-9c3d-7e5f-a1b2-c3d4e5f60718';
export const VERSION_ID = '019a2b60-0000-7abc-8def-0123456789ab';

export const LEAD_INPUT_EXAMPLE = {
  email: 'ann@acme.example',
  source: 'hubspot',
  externalId: '2051',
  name: 'Ann Lee',
  attributes: { title: 'VP of Sales', country: 'Germany', custom: { plan: 'trial', seats: 40 } },
  company: { domain: 'acme.example', name: 'Acme', attributes: { employees: 420, industry: 'Logistics' } },
};

export const LEAD_EXAMPLE = {
  id: ID,
  email: 'ann@acme.example',
  source: 'hubspot',
  externalId: '2051',
  name: 'Ann Lee',
  state: 'new',
  owner: null,
  company: { id: COMPANY_ID, name: 'Acme', domain: 'acme.example' },
  attributes: { title: 'VP of Sales', country: 'Germany', custom: { plan: 'trial', seats: 40 } },
  score: {
    fit: 82,
    intent: 61,
    score: 72,
    tier: 'A',
    quadrant: 'route_now',
    reason: { label: 'Requested a demo', at: '2026-03-31T09:00:00.000Z' },
    tierSince: '2026-03-31T09:00:01.204Z',
    scoredAt: '2026-03-31T09:00:01.204Z',
  },
  scorePending: false,
  createdAt: '2026-03-30T14:12:00.000Z',
  updatedAt: '2026-03-31T08:55:10.000Z',
  firstEngagedAt: null,
  snoozedUntil: null,
};

export const BATCH_EXAMPLE = {
  results: [
    { index: 0, status: 201, id: ID },
    {
      index: 1,
      status: 422,
      errors: [{ path: '', message: 'A lead needs an e-mail address or an external id' }],
    },
  ],
  created: 1,
  updated: 0,
  unchanged: 0,
  refused: 1,
};

export const COMPANY_INPUT_EXAMPLE = {
  domain: 'acme.example',
  name: 'Acme',
  attributes: { employees: 420, industry: 'Logistics', technologies: ['Salesforce'] },
};

export const COMPANY_EXAMPLE = {
  id: COMPANY_ID,
  name: 'Acme',
  domain: 'acme.example',
  source: null,
  externalId: null,
  attributes: COMPANY_INPUT_EXAMPLE.attributes,
  leads: 4,
  createdAt: '2026-03-30T14:12:00.000Z',
  updatedAt: '2026-03-30T14:12:00.000Z',
};

export const EVENT_INPUT_EXAMPLE = {
  type: 'Demo Requested',
  at: '2026-03-31T09:00:00Z',
  messageId: 'form-88213',
  lead: { email: 'ann@acme.example' },
  properties: { form: 'Contact sales' },
};

export const EVENT_EXAMPLE = {
  id: EVENT_ID,
  messageId: 'form-88213',
  type: 'demo_requested',
  at: '2026-03-31T09:00:00.000Z',
  receivedAt: '2026-03-31T09:00:01.100Z',
  leadId: ID,
  companyId: COMPANY_ID,
  properties: { form: 'Contact sales' },
  source: 'api',
  filteredAs: null,
};

export const DEAL_INPUT_EXAMPLE = {
  externalId: '0061',
  source: 'salesforce',
  name: 'Acme, 40 seats',
  outcome: 'open',
  amount: 12500,
  currency: 'EUR',
  lead: { email: 'ann@acme.example' },
};

export const DEAL_EXAMPLE = {
  id: DEAL_ID,
  source: 'salesforce',
  externalId: '0061',
  name: 'Acme, 40 seats',
  leadId: ID,
  companyId: COMPANY_ID,
  owner: { id: OWNER_ID, name: 'Rhea Stone', email: 'rhea@leadgrid.example' },
  stage: null,
  outcome: 'won',
  amount: '12500.00',
  currency: 'EUR',
  lostReason: null,
  createdAt: '2026-04-02T10:00:00.000Z',
  closedAt: '2026-05-11T15:30:00.000Z',
  engagement: {
    at: '2026-03-31T09:04:00.000Z',
    fit: 82,
    intent: 61,
    score: 72,
    tier: 'A',
    quadrant: 'route_now',
  },
  updatedAt: '2026-05-11T15:30:00.000Z',
};

export const SCORE_EXAMPLE = {
  leadId: ID,
  asOf: '2026-03-31T12:00:00.000Z',
  fit: 82,
  intent: 61,
  score: 72,
  tier: 'A',
  quadrant: 'route_now',
  rubric: { id: VERSION_ID, version: 4, name: 'B2B SaaS', fitWeight: 0.5 },
  axes: {
    fit: { sum: 82, value: 82, groups: [] },
    intent: {
      sum: 61.4,
      value: 61,
      groups: [
        {
          groupId: 'hand-raised',
          label: 'Hand raised',
          min: null,
          max: 50,
          sum: 30,
          total: 30,
          limitedBy: null,
          criteria: [
            {
              criterionId: 'demo',
              label: 'Requested a demo',
              condition: 'each “Requested a demo”',
              decay: 'halves every 14 days',
              units: 1,
              points: 30,
              contribution: 30,
              fields: [],
              events: [
                {
                  id: EVENT_ID,
                  leadId: ID,
                  type: 'demo_requested',
                  at: '2026-03-31T09:00:00.000Z',
                  ageDays: 0.125,
                  weight: 0.99,
                },
              ],
              turnsAt: null,
              nextMove: { at: '2026-03-31T21:00:00.000Z', by: -1 },
              leftOut: 0,
            },
          ],
        },
      ],
    },
  },
  disqualifiers: [],
  nextChangeAt: '2026-03-31T16:20:00.000Z',
  nextTier: { at: '2026-04-09T02:00:00.000Z', tier: 'B' },
};

export const RUBRIC_EXAMPLE = {
  id: VERSION_ID,
  number: 4,
  live: true,
  note: 'Demo requests weigh more.',
  publishedAt: '2026-03-01T08:00:00.000Z',
  document: { format: 'leadgrid.rubric/1', name: 'B2B SaaS' },
};

/** The smallest rubric that is one. */
export const SMALL_RUBRIC = {
  format: 'leadgrid.rubric/1',
  name: 'Small',
  fit: {
    groups: [
      {
        id: 'role',
        label: 'Role',
        criteria: [
          {
            id: 'senior',
            label: 'Senior title',
            when: { field: 'title', op: 'contains_word', value: 'VP' },
            points: 60,
          },
        ],
      },
    ],
  },
  intent: {
    groups: [
      {
        id: 'asked',
        label: 'Asked',
        criteria: [
          {
            id: 'demo',
            label: 'Requested a demo',
            kind: 'each',
            on: 'demo_requested',
            points: 60,
            decay: { kind: 'half_life', days: 14 },
          },
        ],
      },
    ],
  },
  disqualifiers: [],
  fitWeight: 0.5,
  grid: { fitCut: 50, intentCut: 40 },
  tiers: [
    { name: 'A', minScore: 60, minFit: 0, minIntent: 0, action: 'route' },
    { name: 'B', minScore: 30, minFit: 0, minIntent: 0, action: 'nurture' },
    { name: 'C', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' },
  ],
};
