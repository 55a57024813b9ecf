import type { Condition, Decay, Rubric } from '@/lib/scoring/types';

const halfLife = (days: number): Decay => ({ kind: 'half_life', days });
const linear = (days: number): Decay => ({ kind: 'linear', days });

/** What a person does of their own accord. Opens are left out: mail programs open messages by themselves. */
const ACTIVE_EVENTS = [
  'page_viewed',
  'demo_requested',
  'trial_started',
  'product_used',
  'form_submitted',
  'content_downloaded',
  'webinar_attended',
  'chat_started',
  'meeting_booked',
  'email_clicked',
  'email_replied',
];

const SENIOR_WORDS = ['chief', 'vp', 'vice president', 'head', 'director'];

const isRevenueRole: Condition = {
  field: 'title',
  op: 'contains_word',
  value: [
    'revenue',
    'sales',
    'marketing',
    'commercial',
    'operations',
    'growth',
    'business development',
    'demand generation',
    'cro',
    'cmo',
    'coo',
  ],
};

const isSenior: Condition = {
  field: 'title',
  op: 'contains_word',
  value: [
    ...SENIOR_WORDS,
    'cro',
    'cmo',
    'coo',
    'ceo',
    'cto',
    'cfo',
    'cio',
    'founder',
    'owner',
    'managing director',
  ],
};

const isStudent: Condition = {
  field: 'title',
  op: 'contains_word',
  value: ['student', 'intern', 'trainee', 'working student', 'apprentice'],
};

const onPricingPage: Condition = { field: 'path', op: 'starts_with', value: '/pricing' };

/**
 * A starting point for vendors of business software who sell to revenue and operations teams: points follow nearness
 * to purchase, everything that people do fades, and there are reasons against as well as for.
 */
export const B2B_SAAS_TEMPLATE: Rubric = {
  format: 'leadgrid.rubric/1',
  name: 'B2B SaaS',
  fit: {
    groups: [
      {
        id: 'company',
        label: 'Company',
        min: -30,
        max: 60,
        criteria: [
          {
            id: 'employees-201-1000',
            label: '201–1,000 employees',
            when: { field: 'company.employees', op: 'between', value: [201, 1000] },
            points: 25,
          },
          {
            id: 'employees-near',
            label: '51–200 or 1,001–5,000 employees',
            when: {
              any: [
                { field: 'company.employees', op: 'between', value: [51, 200] },
                { field: 'company.employees', op: 'between', value: [1001, 5000] },
              ],
            },
            points: 15,
          },
          {
            id: 'employees-below-10',
            label: 'Fewer than 10 employees',
            when: { field: 'company.employees', op: 'lt', value: 10 },
            points: -15,
          },
          {
            id: 'industry-core',
            label: 'Software, finance, telecoms or logistics',
            when: {
              field: 'company.industry',
              op: 'contains_word',
              value: [
                'software',
                'saas',
                'technology',
                'internet',
                'finance',
                'financial services',
                'insurance',
                'telecommunications',
                'logistics',
              ],
            },
            points: 20,
          },
          {
            id: 'industry-outside',
            label: 'Public sector, education, hospitality or non-profit',
            when: {
              field: 'company.industry',
              op: 'contains_word',
              value: ['public sector', 'government', 'education', 'hospitality', 'non profit', 'nonprofit'],
            },
            points: -15,
          },
          {
            id: 'revenue-10m',
            label: 'Annual revenue of 10 million or more',
            when: { field: 'company.revenue', op: 'gte', value: 10_000_000 },
            points: 8,
          },
          {
            id: 'country-served',
            label: 'In a country we serve',
            when: {
              field: 'company.country',
              op: 'in',
              value: [
                'Germany',
                'Austria',
                'Switzerland',
                'United Kingdom',
                'Ireland',
                'United States',
                'Canada',
                'France',
                'Netherlands',
                'Belgium',
                'Sweden',
                'Denmark',
              ],
            },
            points: 7,
          },
          {
            id: 'technology-crm',
            label: 'Uses a CRM we connect to',
            when: {
              field: 'company.technologies',
              op: 'in',
              value: ['Salesforce', 'HubSpot', 'Pipedrive', 'Microsoft Dynamics'],
            },
            points: 8,
          },
        ],
      },
      {
        id: 'person',
        label: 'Person',
        min: -60,
        max: 40,
        criteria: [
          {
            id: 'revenue-leader',
            label: 'Leads revenue or operations',
            when: { all: [isSenior, isRevenueRole] },
            points: 30,
          },
          {
            id: 'other-leader',
            label: 'Leads another team, or the company',
            when: { all: [isSenior, { not: isRevenueRole }] },
            points: 18,
          },
          {
            id: 'revenue-role',
            label: 'Works in revenue or operations',
            when: { all: [isRevenueRole, { not: isSenior }, { not: isStudent }] },
            points: 14,
          },
          {
            id: 'decision-maker',
            label: 'Confirmed decision-maker',
            when: { field: 'decisionMaker', op: 'is_true' },
            points: 10,
          },
          { id: 'student', label: 'Student, intern or trainee', when: isStudent, points: -50 },
          {
            id: 'personal-email',
            label: 'Personal e-mail address',
            when: { field: 'email.kind', op: 'eq', value: 'personal' },
            points: -12,
          },
          {
            id: 'role-mailbox',
            label: 'Shared mailbox such as info@',
            when: { field: 'email.role', op: 'is_true' },
            points: -10,
          },
        ],
      },
    ],
  },
  intent: {
    groups: [
      {
        id: 'buying',
        label: 'Buying',
        max: 70,
        criteria: [
          {
            id: 'demo-requested',
            label: 'Requested a demo',
            kind: 'each',
            on: 'demo_requested',
            decay: halfLife(14),
            limit: 2,
            points: 40,
          },
          {
            id: 'trial-started',
            label: 'Started a trial',
            kind: 'each',
            on: 'trial_started',
            decay: halfLife(14),
            limit: 1,
            points: 30,
          },
          {
            id: 'meeting-booked',
            label: 'Booked a meeting',
            kind: 'each',
            on: 'meeting_booked',
            decay: halfLife(14),
            limit: 2,
            points: 25,
          },
          {
            id: 'pricing-three',
            label: 'Pricing page, 3 visits in a week',
            kind: 'threshold',
            on: 'page_viewed',
            where: onPricingPage,
            count: 'events',
            atLeast: 3,
            withinDays: 7,
            points: 20,
          },
          {
            id: 'pricing-viewed',
            label: 'Viewed the pricing page',
            kind: 'each',
            on: 'page_viewed',
            where: onPricingPage,
            decay: halfLife(7),
            limit: 3,
            points: 5,
          },
          {
            id: 'product-used',
            label: 'Used the product',
            kind: 'each',
            on: 'product_used',
            decay: halfLife(7),
            limit: 5,
            points: 4,
          },
          {
            id: 'email-replied',
            label: 'Replied to an e-mail',
            kind: 'each',
            on: 'email_replied',
            decay: halfLife(14),
            limit: 2,
            points: 15,
          },
        ],
      },
      {
        id: 'attention',
        label: 'Attention',
        max: 30,
        criteria: [
          {
            id: 'webinar-attended',
            label: 'Attended a webinar',
            kind: 'each',
            on: 'webinar_attended',
            decay: halfLife(30),
            limit: 2,
            points: 12,
          },
          {
            id: 'content-downloaded',
            label: 'Downloaded a guide',
            kind: 'each',
            on: 'content_downloaded',
            decay: halfLife(21),
            limit: 3,
            points: 7,
          },
          {
            id: 'asked-us',
            label: 'Started a chat or sent a form',
            kind: 'each',
            on: ['chat_started', 'form_submitted'],
            decay: halfLife(14),
            limit: 2,
            points: 10,
          },
          {
            id: 'email-clicked',
            label: 'Clicked in an e-mail',
            kind: 'each',
            on: 'email_clicked',
            decay: halfLife(14),
            limit: 5,
            points: 4,
          },
          {
            id: 'email-opened',
            label: 'Opened an e-mail',
            kind: 'each',
            on: 'email_opened',
            decay: halfLife(7),
            limit: 5,
            points: 1,
          },
        ],
      },
      {
        id: 'account',
        label: 'Signals from the company',
        max: 30,
        criteria: [
          {
            id: 'committee',
            label: '3 people of the company active in a month',
            kind: 'threshold',
            on: ACTIVE_EVENTS,
            scope: 'company',
            count: 'leads',
            atLeast: 3,
            withinDays: 30,
            points: 15,
          },
          {
            id: 'funding',
            label: 'Raised funding',
            kind: 'each',
            on: 'funding_raised',
            scope: 'company',
            decay: linear(90),
            limit: 1,
            points: 15,
          },
          {
            id: 'growing',
            label: 'Is hiring or expanding',
            kind: 'each',
            on: ['hiring', 'expansion'],
            scope: 'company',
            decay: linear(60),
            limit: 2,
            points: 6,
          },
          {
            id: 'technology-adopted',
            label: 'Adopted a tool we work with',
            kind: 'each',
            on: 'technology_adopted',
            scope: 'company',
            decay: linear(60),
            limit: 1,
            points: 6,
          },
        ],
      },
      {
        id: 'cautions',
        label: 'Reasons for caution',
        min: -60,
        max: 0,
        criteria: [
          {
            id: 'unsubscribed',
            label: 'Unsubscribed',
            kind: 'each',
            on: 'unsubscribed',
            decay: halfLife(180),
            limit: 1,
            points: -30,
          },
          {
            id: 'bounced',
            label: 'E-mail bounced',
            kind: 'each',
            on: 'email_bounced',
            decay: { kind: 'expire', days: 180 },
            limit: 1,
            points: -20,
          },
          {
            id: 'careers-page',
            label: 'Looked at our jobs',
            kind: 'each',
            on: 'page_viewed',
            where: { field: 'path', op: 'starts_with', value: ['/careers', '/jobs'] },
            decay: halfLife(30),
            limit: 2,
            points: -12,
          },
          {
            id: 'inactive-60',
            label: 'Nothing heard for 60 days',
            kind: 'inactivity',
            on: ACTIVE_EVENTS,
            days: 60,
            points: -15,
          },
        ],
      },
    ],
  },
  disqualifiers: [
    {
      id: 'competitor',
      label: 'Works for a competitor',
      when: {
        field: 'email.domain',
        op: 'in',
        value: ['scorepilot.example', 'pipeheat.example', 'leadbarometer.example'],
      },
    },
    {
      id: 'disposable-email',
      label: 'Throw-away e-mail address',
      when: { field: 'email.kind', op: 'eq', value: 'disposable' },
    },
  ],
  fitWeight: 0.5,
  grid: { fitCut: 50, intentCut: 40 },
  tiers: [
    { name: 'A', minScore: 70, minFit: 50, minIntent: 40, action: 'route' },
    { name: 'B', minScore: 40, minFit: 30, minIntent: 0, action: 'nurture' },
    { name: 'C', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' },
  ],
};
