import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LISTS } from '@/lib/scoring/default-lists';
import type { WorkingHours } from '@/lib/response/types';
import { createRouter, takeInto } from './route-lead';
import type { Rep, RoutedLead, RoutingRule, RoutingSettings, Team } from './types';

const MONDAY = Date.parse('2026-03-02T10:00:00Z');
const NIGHT = Date.parse('2026-03-01T02:00:00Z');
const HOURS: WorkingHours = {
  timeZone: 'UTC',
  week: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? { from: 540, to: 1_020 } : null)),
};
const EMEA: Team = { id: 'emea', name: 'EMEA', memberIds: ['a', 'b', 'c'], hours: null };

const rep = (id: string, more: Partial<Rep> = {}): Rep => ({
  id,
  name: id.toUpperCase(),
  takesAny: true,
  capacity: 20,
  open: 0,
  lastAt: null,
  absences: [],
  ...more,
});
const desk = (...reps: Rep[]) => new Map(reps.map((one) => [one.id, one]));
const lead = (attributes: Record<string, unknown> = {}, more: Partial<RoutedLead> = {}): RoutedLead => ({
  id: 'lead',
  input: { id: 'lead', email: 'jo@acme.example', createdAt: 0, attributes, company: null },
  companyName: 'Acme',
  accountOwners: [],
  ...more,
});
const rule = (choose: RoutingRule['choose'], when: RoutingRule['when'] = null): RoutingRule => ({
  id: 'rule',
  name: 'The rule',
  when,
  choose,
});
const roundRobin = { kind: 'round_robin', teamId: 'emea', onlyInHours: false } as const;
const everyone = { kind: 'round_robin', teamId: null, onlyInHours: false } as const;
const router = (rules: RoutingRule[], fallback: RoutingSettings['fallback'] = { kind: 'free' }) =>
  createRouter({ rules, teams: [EMEA], fallback }, HOURS, DEFAULT_LISTS);

describe('routing a lead', () => {
  it('gives it to the rep of the team with the fewest open', () => {
    const reps = desk(rep('a', { open: 4 }), rep('b', { open: 3 }), rep('c', { open: 5 }), rep('d'));
    expect(router([rule(roundRobin)])(lead(), reps, MONDAY)).toEqual({
      userId: 'b',
      rule: 'The rule',
      teamId: 'emea',
      reason: 'Round robin: 3 of 20 open, the fewest of 3 available reps in EMEA',
    });
  });

  it('weighs by capacity', () => {
    const reps = desk(rep('a', { open: 4, capacity: 30 }), rep('b', { open: 2, capacity: 10 }));
    expect(router([rule(everyone)])(lead(), reps, MONDAY)).toMatchObject({
      userId: 'a',
      reason: 'Round robin: 4 of 30 open, the most room of 2 available reps of all',
    });
  });

  it('among equals takes whoever waited longest', () => {
    const reps = desk(rep('a', { lastAt: 20 }), rep('b', { lastAt: 10 }), rep('c', { lastAt: 30 }));
    expect(router([rule(roundRobin)])(lead(), reps, MONDAY).userId).toBe('b');
    expect(router([rule(roundRobin)])(lead(), desk(rep('b'), rep('a')), MONDAY).userId).toBe('a');
  });

  it('takes the first rule whose condition holds', () => {
    const german = rule(
      { kind: 'person', userId: 'a' },
      { field: 'country', op: 'eq', value: ['Germany', 'Austria'] },
    );
    const route = router([german, rule({ kind: 'person', userId: 'b' })]);
    expect(route(lead({ country: 'germany' }), desk(rep('a'), rep('b')), MONDAY)).toMatchObject({
      userId: 'a',
      reason: 'Goes to A: 0 of 20 open',
    });
    expect(route(lead({ country: 'Spain' }), desk(rep('a'), rep('b')), MONDAY).userId).toBe('b');
  });

  it('follows the account to whoever has most of it and is there', () => {
    const accountOwners = [
      { userId: 'a', leads: 3, deals: 1 },
      { userId: 'b', leads: 1, deals: 0 },
    ];
    const route = router([rule({ kind: 'account_owner' }), rule(everyone)]);
    const ours = lead({}, { accountOwners });
    expect(route(ours, desk(rep('a'), rep('b')), MONDAY)).toMatchObject({
      userId: 'a',
      reason: 'Owner of the account: has 3 other leads and 1 deal of Acme',
    });
    const away = [{ firstDay: '2026-03-01', lastDay: '2026-03-02' }];
    expect(route(ours, desk(rep('a', { absences: away }), rep('b')), MONDAY).userId).toBe('b');
    const reps = desk(rep('a', { absences: away }), rep('b', { open: 20 }), rep('c', { open: 1 }));
    expect(route(ours, reps, MONDAY).reason).toBe(
      'Round robin: 1 of 20 open, the only available rep of all (A, who owns the account, is away, ' +
        'B, who owns the account, has as many leads as they can take)',
    );
    expect(route(lead(), desk(rep('a')), MONDAY).reason).toMatch(/^Round robin/);
  });

  it('says why nobody got it', () => {
    const full = rep('a', { open: 20 });
    const away = rep('b', { absences: [{ firstDay: '2026-03-02', lastDay: '2026-03-09' }] });
    const route = router([rule(roundRobin)]);
    expect(route(lead(), desk(full, away), MONDAY)).toEqual({
      userId: null,
      rule: null,
      teamId: null,
      reason: 'Left free: EMEA: 1 away, 1 with as many leads as they can take',
    });
    expect(route(lead(), desk(), MONDAY).reason).toBe('Left free: nobody is in EMEA');
    expect(router([])(lead(), desk(rep('a')), MONDAY).reason).toBe('Left free: there are no rules');
  });

  it('falls back on the person named, as long as they are there', () => {
    const fallback = { kind: 'person', userId: 'd' } as const;
    const route = router([rule(roundRobin)], fallback);
    expect(route(lead(), desk(rep('d')), MONDAY)).toMatchObject({
      userId: 'd',
      rule: null,
      reason: 'Fallback: nobody is in EMEA',
    });
    expect(route(lead(), desk(rep('d', { open: 20 })), MONDAY).reason).toBe(
      'Left free: nobody is in EMEA; D has as many leads as they can take',
    );
  });

  it('looks at absences on the day on which work next begins', () => {
    const monday = [{ firstDay: '2026-03-02', lastDay: '2026-03-02' }];
    const reps = desk(rep('a', { absences: monday }), rep('b', { open: 9 }));
    expect(router([rule(roundRobin)])(lead(), reps, NIGHT).userId).toBe('b');
  });

  it('may pass a team over outside its working hours', () => {
    const inHours = rule({ ...roundRobin, onlyInHours: true });
    expect(router([inHours])(lead(), desk(rep('a')), MONDAY).userId).toBe('a');
    expect(router([inHours])(lead(), desk(rep('a')), NIGHT).reason).toBe(
      'Left free: EMEA: outside working hours',
    );
  });
});

describe('routing many leads', () => {
  const reps = fc
    .array(
      fc.record({
        capacity: fc.integer({ min: 1, max: 12 }),
        open: fc.integer({ min: 0, max: 12 }),
        lastAt: fc.option(fc.integer({ min: 0, max: 1_000 })),
        away: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((all) =>
      all.map(({ away, ...one }, place) =>
        rep(`r${place}`, {
          ...one,
          absences: away ? [{ firstDay: '2026-03-02', lastDay: '2026-03-02' }] : [],
        }),
      ),
    );

  function routeMany(given: readonly Rep[], count: number) {
    const route = router([rule(everyone)]);
    let standing: ReadonlyMap<string, Rep> = desk(...given);
    const got: (string | null)[] = [];
    for (let i = 0; i < count; i += 1) {
      const { userId } = route(lead(), standing, MONDAY + i);
      got.push(userId);
      standing = takeInto(standing, userId, MONDAY + i);
    }
    return { got, standing };
  }

  it('never gives one to who is away, nor more than anyone can take, and leaves none free while someone could', () => {
    fc.assert(
      fc.property(reps, fc.integer({ min: 0, max: 40 }), (given, count) => {
        const { got, standing } = routeMany(given, count);
        for (const one of given) {
          const after = standing.get(one.id)?.open ?? 0;
          if (one.absences.length > 0) expect(after).toBe(one.open);
          else expect(after).toBeLessThanOrEqual(Math.max(one.open, one.capacity));
        }
        const room = given
          .filter(({ absences }) => absences.length === 0)
          .reduce((sum, { capacity, open }) => sum + Math.max(0, capacity - open), 0);
        expect(got.filter((id) => id !== null)).toHaveLength(Math.min(room, count));
      }),
    );
  });

  it('gives reps alike the same number, but for one', () => {
    const alike = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(alike, fc.integer({ min: 0, max: 60 }), (people, count) => {
        const given = Array.from({ length: people }, (_, i) => rep(`r${i}`, { capacity: 20 }));
        const counts = [...routeMany(given, count).standing.values()].map(({ open }) => open);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives the same answer whatever order people are read in', () => {
    fc.assert(
      fc.property(reps, fc.integer({ min: 0, max: 30 }), (given, count) => {
        expect(routeMany([...given].reverse(), count).got).toEqual(routeMany(given, count).got);
      }),
    );
  });
});
