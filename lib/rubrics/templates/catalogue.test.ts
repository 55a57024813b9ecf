import { describe, expect, it } from 'vitest';
import { STANDARD_COMPANY_ATTRIBUTES } from '@/lib/companies/constants';
import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import { nameEventType } from '@/lib/events/name-event-type';
import { STANDARD_LEAD_ATTRIBUTES } from '@/lib/leads/constants';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { listConditionFields } from '@/lib/scoring/condition-fields';
import { parseRubric } from '@/lib/scoring/rubric';
import { scoreLead } from '@/lib/scoring/score-lead';
import type { EventInput, LeadInput, Rubric } from '@/lib/scoring/types';
import { findTemplate, TEMPLATES } from './catalogue';

const AS_OF = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;

/** What shops send beside the standard events, by the names of the common e-commerce plan. */
const SHOPPING_NAMES = [
  'Product Viewed',
  'Product Added',
  'Checkout Started',
  'Order Completed',
  'Order Cancelled',
  'Order Refunded',
];

const FIELDS = new Set<string>([
  'email.domain',
  'email.kind',
  'email.role',
  'company.name',
  ...STANDARD_LEAD_ATTRIBUTES.map(({ key }) => key),
  ...STANDARD_COMPANY_ATTRIBUTES.map(({ key }) => `company.${key}`),
]);

const EVENT_TYPES = new Set([
  ...STANDARD_EVENT_TYPES.filter(({ subject }) => subject !== 'rep').map(({ key }) => key),
  ...SHOPPING_NAMES.map(nameEventType),
]);

type Happened = readonly [type: string, daysAgo: number, path?: string];

interface Sketch {
  email: string;
  attributes: Record<string, unknown>;
  company?: Record<string, unknown>;
  events: readonly Happened[];
}

function score(rubric: Rubric, { email, attributes, company, events }: Sketch) {
  const lead: LeadInput = {
    id: 'lead-1',
    email,
    createdAt: AS_OF - 200 * DAY,
    attributes,
    company: company ? { id: 'company-1', name: 'Kessel', ...company } : null,
  };
  const happened = events.map(([type, daysAgo, path], place): EventInput => ({
    id: `event-${place}`,
    leadId: 'lead-1',
    companyId: company ? 'company-1' : null,
    type,
    at: AS_OF - daysAgo * DAY,
    properties: path ? { path } : {},
  }));
  return scoreLead(compileRubric(rubric), lead, happened, happened, AS_OF);
}

const VISITOR: Happened = ['page_viewed', 3, '/blog/post'];

/** Of each template: leads as they would come, one that is meant, one that is not, one that must not be called at all. */
const PEOPLE: Record<string, { ideal: Sketch; poor: Sketch; out: Sketch }> = {
  'b2b-saas': {
    ideal: {
      email: 'jana@kessel.example',
      attributes: { title: 'VP Sales', country: 'Germany' },
      company: { employees: 300, industry: 'Software', revenue: 30_000_000, country: 'Germany' },
      events: [
        ['demo_requested', 0.5],
        ['page_viewed', 1, '/pricing'],
      ],
    },
    poor: {
      email: 'kim@gmail.com',
      attributes: { title: 'Student' },
      events: [VISITOR, ['content_downloaded', 40]],
    },
    out: {
      email: 'x@mailinator.com',
      attributes: { title: 'VP Sales' },
      company: { employees: 300, industry: 'Software' },
      events: [['demo_requested', 0.5]],
    },
  },
  agency: {
    ideal: {
      email: 'ruth@kessel.example',
      attributes: { title: 'Head of Marketing' },
      company: { employees: 120, industry: 'Consumer goods', revenue: 9_000_000, country: 'Austria' },
      events: [
        ['demo_requested', 1],
        ['page_viewed', 1, '/case-studies/kessel'],
        ['page_viewed', 2, '/services'],
      ],
    },
    poor: {
      email: 'lee@outlook.com',
      attributes: { title: 'Freelance designer' },
      company: { employees: 2, industry: 'Advertising' },
      events: [['page_viewed', 2, '/jobs']],
    },
    out: {
      email: 'ruth@kessel.example',
      attributes: { title: 'Head of Marketing', status: 'Unqualified' },
      company: { employees: 120, industry: 'Consumer goods' },
      events: [['demo_requested', 1]],
    },
  },
  wholesale: {
    ideal: {
      email: 'omar@kessel.example',
      attributes: { title: 'Senior Buyer' },
      company: { employees: 80, industry: 'Retail', revenue: 12_000_000, country: 'France' },
      events: [
        ['trial_started', 6],
        ['content_downloaded', 5],
        ['product_added', 1],
        ['checkout_started', 1],
      ],
    },
    poor: {
      email: 'sam@kessel.example',
      attributes: { title: 'Intern' },
      company: { employees: 4, industry: 'Law' },
      events: [['product_viewed', 30]],
    },
    out: {
      email: 'pat@gmail.com',
      attributes: {},
      events: [['order_completed', 1]],
    },
  },
  education: {
    ideal: {
      email: 'noor@gmail.com',
      attributes: { title: 'Project manager', country: 'Germany', language: 'de', phone: '+49 30 1234' },
      company: { employees: 200, country: 'Germany' },
      events: [
        ['webinar_attended', 4],
        ['form_submitted', 1],
        ['page_viewed', 1, '/fees'],
      ],
    },
    poor: {
      email: 'deals@kessel.example',
      attributes: { title: 'Account Executive', country: 'Brazil', emailConsent: false },
      events: [VISITOR],
    },
    out: {
      email: 'noor@gmail.com',
      attributes: { title: 'Project manager', country: 'Germany', status: 'Enrolled' },
      events: [['form_submitted', 1]],
    },
  },
};

describe.each(TEMPLATES)('the template $name', ({ id, name, rubric }) => {
  const fit = rubric.fit.groups.flatMap(({ criteria }) => criteria);
  const intent = rubric.intent.groups.flatMap(({ criteria }) => criteria);

  it('is a valid rubric and compiles', () => {
    expect(parseRubric(rubric)).toEqual({ ok: true, rubric });
    expect(compileRubric(rubric).criteria).toHaveLength(fit.length + intent.length);
    expect(id === 'empty' ? rubric.name : name).toBe(rubric.name);
  });

  it('reads only attributes that every installation has, and counts events that really arrive', () => {
    const conditions = [...fit, ...rubric.disqualifiers].map(({ when }) => when);
    expect(conditions.flatMap(listConditionFields).filter((field) => !FIELDS.has(field))).toEqual([]);
    expect(intent.flatMap(({ on }) => on ?? []).filter((type) => !EVENT_TYPES.has(type))).toEqual([]);
  });

  it.skipIf(id === 'empty')('has reasons against in both axes, and lets all interest fade', () => {
    expect(fit.some(({ points }) => points < 0)).toBe(true);
    expect(intent.some(({ points }) => points < 0)).toBe(true);
    expect(intent.filter((one) => one.kind === 'each' && one.decay.kind === 'none')).toEqual([]);
    expect(intent.some(({ kind }) => kind === 'inactivity')).toBe(true);
  });

  it.runIf(id === 'empty')('keeps everyone out of the queue', () => {
    expect(PEOPLE['b2b-saas']).toBeDefined();
    for (const { ideal } of Object.values(PEOPLE))
      expect(score(rubric, ideal)).toMatchObject({ fit: 0, intent: 0, tier: 'C', disqualifiedBy: [] });
  });
});

describe.each(Object.entries(PEOPLE))('the template %s', (id, { ideal, poor, out }) => {
  const rubric = findTemplate(id)?.rubric;
  if (!rubric) throw new Error(`There is no template ${id}.`);

  it('routes whom it is meant for, and lets them sink once their interest is old', () => {
    expect(score(rubric, ideal)).toMatchObject({ tier: 'A', quadrant: 'route_now', disqualifiedBy: [] });
    const old = ideal.events.map(([type, , path]): Happened => [type, 180, path]);
    expect(score(rubric, { ...ideal, events: old })).toMatchObject({ tier: 'B', quadrant: 'nurture' });
  });

  it('keeps whom it is not meant for out of the queue', () => {
    expect(score(rubric, poor)).toMatchObject({ tier: 'C', quadrant: 'deprioritize', disqualifiedBy: [] });
  });

  it('disqualifies whom nobody must call, however eager', () => {
    const { tier, disqualifiedBy } = score(rubric, out);
    expect({ tier, count: disqualifiedBy.length }).toEqual({ tier: 'C', count: 1 });
  });
});
