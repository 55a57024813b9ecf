import type { Rubric } from '@/lib/scoring/types';
import {
  ACTIVE_EVENTS,
  cautions,
  decisionMaker,
  DISPOSABLE_EMAIL,
  each,
  EMAIL_ATTENTION,
  fit,
  halfLife,
  hasWord,
  inCountry,
  isOneOf,
  isSenior,
  isStudent,
  linear,
  onPath,
  personalEmail,
  roleMailbox,
  RULED_OUT,
  threshold,
  tiersFrom,
} from './template-parts';

const isMarketing = hasWord(
  'title',
  'marketing, brand, communications, digital, growth, content, ecommerce, e commerce, cmo',
);

const FIT: Rubric['fit'] = {
  groups: [
    {
      id: 'company',
      label: 'Company',
      min: -40,
      max: 60,
      criteria: [
        fit('employees-20-500', '20–500 employees', 25, {
          field: 'company.employees',
          op: 'between',
          value: [20, 500],
        }),
        fit('employees-501-2000', '501–2,000 employees', 15, {
          field: 'company.employees',
          op: 'between',
          value: [501, 2000],
        }),
        fit('employees-below-5', 'Fewer than 5 employees', -15, {
          field: 'company.employees',
          op: 'lt',
          value: 5,
        }),
        fit('revenue-2m', 'Annual revenue of 2 million or more', 12, {
          field: 'company.revenue',
          op: 'gte',
          value: 2_000_000,
        }),
        fit(
          'industry-core',
          'An industry we have work to show from',
          15,
          hasWord(
            'company.industry',
            `ecommerce, retail, consumer goods, software, health, healthcare, medical, financial services, insurance,
             real estate, manufacturing, hospitality, travel, food and beverages`,
          ),
        ),
        fit(
          'industry-agency',
          'An agency itself',
          -40,
          hasWord('company.industry', 'advertising, marketing agency, design agency, public relations'),
        ),
        fit(
          'country-served',
          'In a country we serve',
          8,
          inCountry(
            'Germany, Austria, Switzerland, United Kingdom, Ireland, United States, Canada, Netherlands',
          ),
        ),
        fit(
          'technology-known',
          'Uses a platform we build on',
          8,
          isOneOf('company.technologies', 'WordPress, Shopify, Webflow, HubSpot, Magento, Google Analytics'),
        ),
      ],
    },
    {
      id: 'person',
      label: 'Person',
      min: -60,
      max: 40,
      criteria: [
        fit('marketing-leader', 'Leads marketing, brand or digital', 35, { all: [isSenior, isMarketing] }),
        fit('company-leader', 'Leads the company or another team', 25, {
          all: [isSenior, { not: isMarketing }],
        }),
        fit('marketing-role', 'Works in marketing', 18, {
          all: [isMarketing, { not: isSenior }, { not: isStudent }],
        }),
        decisionMaker,
        fit('job-seeker', 'Student, intern or freelancer', -50, {
          any: [isStudent, hasWord('title', 'freelance, freelancer, self employed, job seeker')],
        }),
        personalEmail(-10),
        roleMailbox(-5),
      ],
    },
  ],
};

const INTENT: Rubric['intent'] = {
  groups: [
    {
      id: 'buying',
      label: 'Has a project',
      max: 75,
      criteria: [
        each('proposal-asked', 'Asked for a proposal or a call', 40, {
          on: 'demo_requested',
          decay: halfLife(10),
          limit: 2,
        }),
        each('brief-sent', 'Sent a form', 25, { on: 'form_submitted', decay: halfLife(10), limit: 2 }),
        each('meeting-booked', 'Booked a meeting', 30, {
          on: 'meeting_booked',
          decay: halfLife(14),
          limit: 2,
        }),
        each('email-replied', 'Replied to an e-mail', 15, {
          on: 'email_replied',
          decay: halfLife(14),
          limit: 2,
        }),
        each('services-viewed', 'Read about services or prices', 5, {
          on: 'page_viewed',
          where: onPath('/services, /pricing'),
          decay: halfLife(7),
          limit: 3,
        }),
        each('work-viewed', 'Looked at our work', 4, {
          on: 'page_viewed',
          where: onPath('/work, /case-studies, /portfolio, /references'),
          decay: halfLife(10),
          limit: 4,
        }),
        threshold('back-three-days', 'Came back on 3 days in two weeks', 15, {
          on: 'page_viewed',
          count: 'days',
          atLeast: 3,
          withinDays: 14,
        }),
      ],
    },
    {
      id: 'attention',
      label: 'Attention',
      max: 25,
      criteria: [
        each('chat-started', 'Started a chat', 10, { on: 'chat_started', decay: halfLife(10), limit: 2 }),
        each('webinar-attended', 'Attended a webinar', 8, {
          on: 'webinar_attended',
          decay: halfLife(30),
          limit: 2,
        }),
        each('content-downloaded', 'Downloaded a guide', 6, {
          on: 'content_downloaded',
          decay: halfLife(21),
          limit: 3,
        }),
        ...EMAIL_ATTENTION,
      ],
    },
    {
      id: 'account',
      label: 'Signals from the company',
      max: 25,
      criteria: [
        threshold('committee', '2 people of the company active in a month', 12, {
          on: ACTIVE_EVENTS,
          scope: 'company',
          count: 'leads',
          atLeast: 2,
          withinDays: 30,
        }),
        each('funding', 'Raised funding', 15, {
          on: 'funding_raised',
          scope: 'company',
          decay: linear(90),
          limit: 1,
        }),
        each('growing', 'Is hiring or expanding', 6, {
          on: ['hiring', 'expansion'],
          scope: 'company',
          decay: linear(60),
          limit: 2,
        }),
      ],
    },
    cautions({ days: 45, points: -15 }),
  ],
};

/** For agencies that sell projects and retainers: buyers are marketing leaders and founders, and projects come and go fast. */
export const AGENCY_TEMPLATE: Rubric = {
  format: 'leadgrid.rubric/1',
  name: 'Agency',
  fit: FIT,
  intent: INTENT,
  disqualifiers: [DISPOSABLE_EMAIL, RULED_OUT],
  fitWeight: 0.45,
  grid: { fitCut: 50, intentCut: 40 },
  tiers: tiersFrom(65),
};
