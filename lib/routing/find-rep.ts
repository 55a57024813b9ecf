import type { WorkingHours } from '@/lib/response/types';
import { addWorkingTime, isWorkingTime, toLocalDay } from '@/lib/response/working-time';
import type { Choice, Rep, RoutedLead, Team } from './types';

/** Everyone as they stand when a lead is routed. */
export interface Desk {
  teams: readonly Team[];
  reps: ReadonlyMap<string, Rep>;
  hours: WorkingHours;
  /** Milliseconds since 1970. */
  now: number;
}

/** Someone to whom a lead goes, and why. */
export interface Finding {
  rep: Rep;
  why: string;
  teamId: string | null;
}

/** Why nobody gets a lead by a choice. */
export interface Refusal {
  refused: string;
}

/** Whether a rep is away now, or when work next begins: then nobody would answer. */
function isAway({ absences }: Rep, hours: WorkingHours, now: number): boolean {
  if (absences.length === 0) return false;
  const days = [now, addWorkingTime(now, 0, hours)].map((at) => toLocalDay(at, hours.timeZone));
  return absences.some(({ firstDay, lastDay }) => days.some((day) => firstDay <= day && day <= lastDay));
}

/** Why a rep cannot be given a lead, in a word or two; null when they can. */
function whyNot(rep: Rep, hours: WorkingHours, now: number): 'away' | 'full' | null {
  if (isAway(rep, hours, now)) return 'away';
  return rep.open >= rep.capacity ? 'full' : null;
}

/** Who has the most room comes first: by how full each would be, then who waited longest, then by id. */
function compareRoom(a: Rep, b: Rep): number {
  const fuller = (a.open + 1) * b.capacity - (b.open + 1) * a.capacity;
  const waited = (a.lastAt ?? Number.NEGATIVE_INFINITY) - (b.lastAt ?? Number.NEGATIVE_INFINITY);
  return fuller || (Number.isNaN(waited) ? 0 : waited) || (a.id < b.id ? -1 : 1);
}

function explainRoom(rep: Rep, available: readonly Rep[], where: string): string {
  const load = `Round robin: ${rep.open} of ${rep.capacity} open`;
  if (available.length === 1) return `${load}, the only available rep ${where}`;
  const fewest = available.every(({ open }) => open >= rep.open);
  return `${load}, ${fewest ? 'the fewest' : 'the most room'} of ${available.length} available reps ${where}`;
}

function countRefusals(reps: readonly Rep[], hours: WorkingHours, now: number): string {
  const away = reps.filter((rep) => whyNot(rep, hours, now) === 'away').length;
  const full = reps.length - away;
  const parts = [
    away > 0 ? `${away} away` : '',
    full > 0 ? `${full} with as many leads as they can take` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function findInTeam(choice: Extract<Choice, { kind: 'round_robin' }>, desk: Desk): Finding | Refusal {
  const team = desk.teams.find(({ id }) => id === choice.teamId);
  const name = team?.name ?? 'the team';
  const hours = team?.hours ?? desk.hours;
  const reps = [...desk.reps.values()].filter(({ id, takesAny }) =>
    choice.teamId === null ? takesAny : team?.memberIds.includes(id),
  );
  const whole = choice.teamId === null ? 'all reps' : name;
  if (reps.length === 0) return { refused: `nobody is in ${whole}` };
  if (choice.onlyInHours && !isWorkingTime(desk.now, hours))
    return { refused: `${whole}: outside working hours` };
  const available = reps.filter((rep) => whyNot(rep, hours, desk.now) === null).sort(compareRoom);
  const [rep] = available;
  if (!rep) return { refused: `${whole}: ${countRefusals(reps, hours, desk.now)}` };
  const where = choice.teamId === null ? 'of all' : `in ${name}`;
  return { rep, why: explainRoom(rep, available, where), teamId: team?.id ?? null };
}

function findAccountOwner(lead: RoutedLead, { reps, hours, now }: Desk): Finding | Refusal | null {
  const refusals: string[] = [];
  for (const { userId, leads, deals } of lead.accountOwners) {
    const rep = reps.get(userId);
    if (!rep) continue;
    const refusal = whyNot(rep, hours, now);
    if (refusal === null) {
      const has = [
        leads > 0 ? `${leads} other ${leads === 1 ? 'lead' : 'leads'}` : '',
        deals > 0 ? `${deals} ${deals === 1 ? 'deal' : 'deals'}` : '',
      ];
      const what = has.filter((part) => part !== '').join(' and ');
      return {
        rep,
        why: `Owner of the account: has ${what} of ${lead.companyName ?? 'the company'}`,
        teamId: null,
      };
    }
    refusals.push(
      `${rep.name}, who owns the account, ${refusal === 'away' ? 'is away' : 'has as many leads as they can take'}`,
    );
  }
  return refusals.length === 0 ? null : { refused: refusals.join(', ') };
}

function findPerson(userId: string, { reps, hours, now }: Desk): Finding | Refusal {
  const rep = reps.get(userId);
  if (!rep) return { refused: 'the person named has no account for leads any more' };
  const refusal = whyNot(rep, hours, now);
  if (refusal === 'away') return { refused: `${rep.name} is away` };
  if (refusal === 'full') return { refused: `${rep.name} has as many leads as they can take` };
  return { rep, why: `Goes to ${rep.name}: ${rep.open} of ${rep.capacity} open`, teamId: null };
}

/**
 * Who gets a lead by a choice: someone, or why nobody does; null when the choice has nobody to speak of, such as an
 * account that nobody owns.
 *
 * @param lead null where only the choice itself counts.
 */
export function findRep(choice: Choice, lead: RoutedLead | null, desk: Desk): Finding | Refusal | null {
  switch (choice.kind) {
    case 'account_owner':
      return lead && findAccountOwner(lead, desk);
    case 'round_robin':
      return findInTeam(choice, desk);
    case 'person':
      return findPerson(choice.userId, desk);
  }
}
