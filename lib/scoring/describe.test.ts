import { describe, expect, test } from 'vitest';
import { describeCondition, describeDecay, describeIntent, describeNumber } from './describe';
import type { Condition, Decay, IntentCriterion } from './types';

test.each<[Condition, string]>([
  [
    { field: 'title', op: 'contains_word', value: ['VP', 'director', 'head'] },
    'title has the word VP, director or head',
  ],
  [
    { field: 'company.employees', op: 'between', value: [201, 1000] },
    'company employees is between 201 and 1,000',
  ],
  [{ field: 'company.revenue', op: 'gte', value: 10_000_000 }, 'company revenue is at least 10,000,000'],
  [{ field: 'company.industry', op: 'neq', value: ' Retail ' }, 'company industry is not Retail'],
  [{ field: 'email.kind', op: 'eq', value: 'personal' }, 'kind of e-mail is personal'],
  [
    { field: 'custom.trialStartedAt', op: 'within_days', value: 14 },
    'trial started at was in the last 14 days',
  ],
  [{ field: 'createdAt', op: 'older_than_days', value: 1 }, 'creation was more than 1 day ago'],
  [{ field: 'custom.optIn', op: 'is_true' }, 'opt in is true'],
  [{ not: { field: 'x', op: 'is_set' } }, 'not (x is known)'],
  [{ all: [] }, 'always'],
  [{ any: [] }, 'never'],
  [
    {
      all: [
        { field: 'x', op: 'lt', value: -1.5 },
        {
          any: [
            { field: 'y', op: 'eq', value: true },
            { field: 'z', op: 'is_not_set' },
          ],
        },
      ],
    },
    'x is less than −1.5 and (y is true or z is not known)',
  ],
])('%j', (condition, words) => {
  expect(describeCondition(condition)).toBe(words);
});

test('fields and event types are called by their labels', () => {
  const criterion: IntentCriterion = {
    id: 'visits',
    label: 'Visits',
    kind: 'threshold',
    on: ['page_viewed', 'docs_read'],
    where: { field: 'path', op: 'starts_with', value: '/pricing' },
    scope: 'company',
    points: 5,
    count: 'leads',
    atLeast: 3,
    withinDays: 7,
  };
  const labels = { fields: { path: 'page' }, eventTypes: { page_viewed: 'viewed a page' } };
  expect(describeIntent(criterion, labels)).toBe(
    'viewed a page or docs read, page starts with /pricing, anyone at the company, at least 3 people in 7 days',
  );
});

test.each<[IntentCriterion, string]>([
  [
    { id: 'a', label: 'A', kind: 'each', on: 'demo_requested', points: 1, decay: { kind: 'none' }, limit: 2 },
    'demo requested, newest 2 count',
  ],
  [{ id: 'a', label: 'A', kind: 'inactivity', points: 1, days: 60 }, 'any event, none for 60 days'],
])('%j', (criterion, words) => {
  expect(describeIntent(criterion)).toBe(words);
});

describe('decay', () => {
  test.each<[Decay, string]>([
    [{ kind: 'none' }, 'stays'],
    [{ kind: 'half_life', days: 14 }, 'half in 14 days'],
    [{ kind: 'linear', days: 45 }, 'to zero in 45 days'],
    [{ kind: 'expire', days: 1 }, 'gone after 1 day'],
  ])('%j', (decay, words) => {
    expect(describeDecay(decay)).toBe(words);
  });
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [-1_234_567.25, '−1,234,567.25'],
  [1e21, '1e+21'],
])('%d is written %s', (number, words) => {
  expect(describeNumber(number)).toBe(words);
});
