import { expect, test } from 'vitest';
import { findLeak } from './find-leaks';

const telling = { auc: 0.74, certainWon: 0, certainLost: 0, knownAuc: 0.5 };
const plain = { ...telling, auc: 0.6 };

test('names of what is written down once the outcome is known speak for themselves', () => {
  for (const name of ['Close Date', 'lostReason', 'won_amount', 'is_converted', 'Contract Signed Date'])
    expect(findLeak(name, plain, null), name).toMatch(/its name says/);
});

test('names that only may be of it need a column that tells much', () => {
  for (const name of ['status', 'Lead Status', 'deal.stage', 'Revenue', 'invoices', 'final result']) {
    expect(findLeak(name, telling, null), name).toMatch(/its name may be/);
    expect(findLeak(name, plain, null), name).toBeNull();
  }
});

test('what a company or person is, or what came before, is no leak by its name', () => {
  const names = [
    'MARITAL.STATUS',
    'employmentStatus',
    'Job Status',
    'annual_revenue',
    'AnnualRevenue',
    'Revenue range',
    'Estimated revenue',
    'previous result',
    'last_stage',
  ];
  for (const name of names) expect(findLeak(name, telling, null), name).toBeNull();
});

test('what all but settles the outcome is one, whatever its name', () => {
  expect(findLeak('health', { ...plain, auc: 0.96 }, null)).toMatch(/almost perfectly/);
  expect(findLeak('notes', { ...plain, knownAuc: 0.93 }, null)).toMatch(/whether it is filled/);
  expect(findLeak('owner', { ...plain, certainWon: 0.3 }, null)).toMatch(/only when won/);
  expect(findLeak('owner', { ...plain, certainLost: 0.6 }, null)).toMatch(/only when not won/);
  expect(findLeak('seats', { ...plain, auc: 0.9 }, 0.7)).toMatch(/far more by itself/);
  expect(findLeak('seats', { ...plain, auc: 0.9 }, 0.8)).toBeNull();
});
