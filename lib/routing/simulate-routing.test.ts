import { describe, expect, it } from 'vitest';
import { DEFAULT_HOURS } from '@/lib/response/constants';
import { DEFAULT_LISTS } from '@/lib/scoring/default-lists';
import { createRouter } from './route-lead';
import { simulateRouting, type PastArrival } from './simulate-routing';
import type { Rep, RoutingRule } from './types';

const rep = (id: string, capacity: number): [string, Rep] => [
  id,
  { id, name: id, takesAny: true, capacity, open: 99, lastAt: null, absences: [] },
];
const arrival = (id: string, at: number, endedAt: number | null = null, companyId: string | null = null) => {
  const input = { id, email: null, createdAt: 0, attributes: {}, company: null };
  return { lead: { id, input, companyName: 'Acme', accountOwners: [] }, companyId, at, endedAt };
};
const ALL: RoutingRule = {
  id: 'all',
  name: 'All',
  when: null,
  choose: { kind: 'round_robin', teamId: null, onlyInHours: false },
};
const ACCOUNT: RoutingRule = {
  id: 'account',
  name: 'Accounts',
  when: null,
  choose: { kind: 'account_owner' },
};

const simulate = (
  arrivals: PastArrival[],
  reps: [string, Rep][],
  loads: Parameters<typeof simulateRouting>[3] = [],
  rules = [ALL],
) =>
  simulateRouting(
    createRouter({ rules, teams: [], fallback: { kind: 'free' } }, DEFAULT_HOURS, DEFAULT_LISTS),
    arrivals,
    new Map(reps),
    loads,
  ).map(({ leadId, userId }) => [leadId, userId]);

describe('simulateRouting', () => {
  it('routes in the order in which leads came, until everyone is full', () => {
    const arrivals = [arrival('third', 3), arrival('first', 1), arrival('second', 2)];
    expect(simulate(arrivals, [rep('a', 1), rep('b', 1)])).toEqual([
      ['first', 'a'],
      ['second', 'b'],
      ['third', null],
    ]);
  });

  it('has room again when a lead is done', () => {
    expect(simulate([arrival('one', 1, 5), arrival('two', 4), arrival('three', 6)], [rep('a', 1)])).toEqual([
      ['one', 'a'],
      ['two', null],
      ['three', 'a'],
    ]);
  });

  it('counts what people had besides', () => {
    const loads = [{ userId: 'a', from: 0, until: 5 }];
    expect(simulate([arrival('one', 1), arrival('two', 6)], [rep('a', 1)], loads)).toEqual([
      ['one', null],
      ['two', 'a'],
    ]);
  });

  it('keeps an account together', () => {
    const arrivals = [arrival('one', 1, null, 'acme'), arrival('two', 2, null, 'acme'), arrival('three', 3)];
    expect(simulate(arrivals, [rep('a', 9), rep('b', 9)], [], [ACCOUNT, ALL])).toEqual([
      ['one', 'a'],
      ['two', 'a'],
      ['three', 'b'],
    ]);
  });
});
