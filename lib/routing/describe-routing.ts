import { describeCondition, type Labels } from '@/lib/scoring/describe';
import type { Choice, Fallback, RoutingSettings } from './types';

interface Named {
  id: string;
  name: string;
}

/** What a choice does, in words: "round robin in EMEA". */
export function describeChoice(
  choice: Choice | Fallback,
  { teams, people }: { teams: readonly Named[]; people: readonly Named[] },
): string {
  const nameOf = (named: readonly Named[], id: string) =>
    named.find((one) => one.id === id)?.name ?? 'nobody';
  switch (choice.kind) {
    case 'account_owner':
      return 'owner of the account';
    case 'round_robin': {
      const whom = choice.teamId === null ? 'among all reps' : `in ${nameOf(teams, choice.teamId)}`;
      return `round robin ${whom}${choice.onlyInHours ? ', in working hours' : ''}`;
    }
    case 'person':
      return nameOf(people, choice.userId);
    case 'free':
      return 'leave free';
  }
}

/** Routing in words, part by part: what the audit log keeps. */
export function describeRouting(
  { teams, rules, fallback, capacity, bulk, samplePercent, nurture }: RoutingSettings,
  people: readonly Named[],
  labels: Labels = {},
): Record<string, string | number | boolean | string[]> {
  const known = { teams, people };
  return {
    rules: rules.map(({ name, when, choose }) => {
      const whom = when === null ? 'every lead' : describeCondition(when, labels);
      return `${name} (${whom}: ${describeChoice(choose, known)})`;
    }),
    teams: teams.map(({ name, memberIds, hours }) => {
      const members = people.filter(({ id }) => memberIds.includes(id)).map((one) => one.name);
      return `${name} (${members.join(', ') || 'nobody'}${hours ? `; own hours, ${hours.timeZone}` : ''})`;
    }),
    fallback: describeChoice(fallback, known),
    capacity,
    bulk,
    samplePercent,
    nurture: nurture.active ? `${nurture.points} points in ${nurture.days} days` : 'off',
  };
}
