import { entries } from './random';

/** A kind of visit to the website: where it may start and how likely it is. */
export interface PageTopic {
  weight: number;
  paths: readonly string[];
}

export const PAGE_TOPICS: readonly PageTopic[] = [
  {
    weight: 34,
    paths: entries(`/blog/why-forecasts-slip, /blog/first-hundred-accounts, /blog/handover-from-marketing,
      /blog/pipeline-reviews-that-work, /blog/what-a-good-lead-is, /blog/clean-data-in-a-week, /blog/five-sales-habits`),
  },
  { weight: 20, paths: entries('/, /, /product, /product/overview') },
  {
    weight: 16,
    paths: entries(
      '/product/routing, /product/reports, /product/integrations, /product/automation, /product/mobile',
    ),
  },
  {
    weight: 11,
    paths: entries(
      '/customers, /customers/freight-forwarder, /customers/machine-builder, /customers/payments',
    ),
  },
  { weight: 9, paths: entries('/docs/getting-started, /docs/api, /docs/imports, /docs/single-sign-on') },
  { weight: 5, paths: entries('/security, /about, /partners, /compare') },
  { weight: 0.7, paths: entries('/careers, /careers/account-executive, /careers/frontend-engineer') },
];

export const PRICING_PATHS: readonly string[] = ['/pricing', '/pricing', '/pricing', '/pricing/enterprise'];

export const EVALUATION_PATHS: readonly string[] =
  entries(`/compare, /security, /docs/api, /docs/single-sign-on,
  /customers/freight-forwarder, /customers/payments, /product/integrations, /product/reports`);

export const NEWSLETTERS: readonly string[] = [
  'What your best deals had in common',
  'Three questions before a first call',
  'The handover nobody owns',
  'New: reports you can print',
  'How a freight forwarder halved its response time',
  'Your pipeline, before and after summer',
  'A checklist for clean company data',
  'Planning next quarter with fewer guesses',
  'Field notes from forty kick-offs',
];

export const WEBINARS: readonly string[] = [
  'Forecasting without folklore',
  'From first visit to first call',
  'One definition of a good lead',
  'Revenue operations in a year of change',
  'Live: set up in an hour',
];

export const GUIDES: readonly string[] = [
  'The revenue operations handbook',
  'Buyer’s guide: sales software',
  'Benchmark: response times in B2B',
  'Template: account plan',
  'Data quality workbook',
];

export const FEATURES: readonly string[] = [
  'Import',
  'Pipeline',
  'Reports',
  'Routing',
  'Integrations',
  'Invite colleagues',
];

export const FUNDING_ROUNDS: readonly { round: string; medianMillions: number }[] = [
  { round: 'Seed', medianMillions: 3 },
  { round: 'Series A', medianMillions: 11 },
  { round: 'Series B', medianMillions: 28 },
  { round: 'Series C', medianMillions: 60 },
  { round: 'Growth', medianMillions: 90 },
];

export const LOST_REASONS: readonly { reason: string; weight: number }[] = [
  { reason: 'No decision', weight: 27 },
  { reason: 'Price', weight: 22 },
  { reason: 'Chose a competitor', weight: 18 },
  { reason: 'Bad timing', weight: 16 },
  { reason: 'Missing feature', weight: 10 },
  { reason: 'Contact left', weight: 7 },
];

export const DISQUALIFY_REASONS: readonly string[] = [
  'No budget',
  'Too small',
  'Not the decision-maker',
  'Research only',
  'Unresponsive',
  'Wrong contact details',
];

export const CALL_NOTES: readonly string[] = [
  'Walked through their process; two tools in use today, wants one.',
  'Asked about single sign-on and data location. Sent the security page.',
  'Team of twelve, budget is set in the next quarter.',
  'Interested, but needs the head of operations in the next call.',
  'Compares us with two others. Price matters less than set-up time.',
  'Good talk. Current contract ends in four months.',
  'Wants to see the import with their own export.',
];

export const MEETING_NOTES: readonly string[] = [
  'Demo with three people. Reports landed well; open question on permissions.',
  'Went through the rollout plan. They will name a project lead.',
  'Procurement joined. Asked for two-year terms.',
  'Reviewed the trial together; usage is in one team only.',
  'Discussed the offer, answer expected next week.',
];
