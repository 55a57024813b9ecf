import { DEFAULT_RESPONSE, DEFAULT_TARGET } from '@/lib/response/constants';
import type { ResponseSettings, WorkingHours } from '@/lib/response/types';
import { DEFAULT_ROUTING } from '@/lib/routing/constants';
import type { RoutingSettings } from '@/lib/routing/types';
import { DAY, type Random } from './random';
import type { DemoAbsence, DemoUser } from './types';

const weekdays = (timeZone: string, from: number, to: number): WorkingHours => {
  const day = { from: from * 60, to: to * 60 };
  return { timeZone, week: [day, day, day, day, day, null, null] };
};

/** How the demo's leads are given to reps and how soon they are to be answered. */
export interface DemoRouting {
  routing: RoutingSettings;
  response: ResponseSettings;
  absences: DemoAbsence[];
}

/**
 * Accounts stay with whoever knows them, large companies and the Americas have teams of their own, and everything else
 * is free for whoever takes it first. Somebody is away this week.
 */
export function drawRouting(random: Random, users: readonly DemoUser[], now: number): DemoRouting {
  const at = now - 200 * DAY;
  const idOf = (name: string) => users.find((user) => user.name === name)?.id ?? '';
  const enterprise = {
    id: random.idAt(at),
    name: 'Enterprise',
    memberIds: ['Amelia Hart', 'Noor Haddad'].map(idOf),
    hours: null,
  };
  const americas = {
    id: random.idAt(at),
    name: 'Americas',
    memberIds: ['Davide Conti', 'Jonas Lindgren'].map(idOf),
    hours: weekdays('America/New_York', 9, 17),
  };
  const roundRobin = (teamId: string) => ({ kind: 'round_robin' as const, teamId, onlyInHours: false });
  const rule = (name: string, rest: Pick<RoutingSettings['rules'][number], 'when' | 'choose'>) => ({
    id: random.idAt(at),
    name,
    ...rest,
  });
  return {
    routing: {
      ...DEFAULT_ROUTING,
      teams: [enterprise, americas],
      rules: [
        rule('Known accounts', { when: null, choose: { kind: 'account_owner' } }),
        rule('Enterprise', {
          when: { field: 'company.employees', op: 'gte', value: 1_000 },
          choose: roundRobin(enterprise.id),
        }),
        rule('Americas', {
          when: { field: 'country', op: 'in', value: ['United States', 'Canada', 'Brazil'] },
          choose: roundRobin(americas.id),
        }),
      ],
      capacity: 40,
    },
    response: {
      ...DEFAULT_RESPONSE,
      targets: [{ tier: 'A', ...DEFAULT_TARGET }],
      hours: weekdays('Europe/Berlin', 8, 18),
    },
    absences: [drawAbsence(random, idOf('Noor Haddad'), now)],
  };
}

function drawAbsence(random: Random, userId: string, now: number): DemoAbsence {
  const day = (offset: number) => new Date(now + offset * DAY).toISOString().slice(0, 10);
  return {
    id: random.idAt(now - 20 * DAY),
    userId,
    firstDay: day(-1),
    lastDay: day(3),
    note: 'Holiday',
    createdAt: new Date(now - 20 * DAY),
  };
}
