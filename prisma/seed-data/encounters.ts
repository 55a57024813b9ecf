import type { EventLog } from './event-log';
import type { Person } from './people';
import { DAY, HOUR, MINUTE, officeTime } from './random';
import type { Random } from './random';
import type { DemoUser } from './types';
import { followThrough, heatUp, involveColleagues, signalCompany } from './behaviour';

/** A rep's first touch of a lead, and what led to it. */
export interface Encounter {
  person: Person;
  rep: DemoUser;
  /** How earnestly the person was looking, 0–1. Deals really depend on it. */
  heat: number;
  /** When the lead was given to the rep, in milliseconds. */
  assignedAt: number;
  /** When the rep first touched it, in milliseconds. */
  at: number;
}

/** Kinds of first touch: how hot the lead was, how long until it got there, how soon the rep answered. */
const KINDS = [
  { heat: [0.66, 1], daysToHeat: 32, hoursToAnswer: 0.25 },
  { heat: [0.32, 0.66], daysToHeat: 45, hoursToAnswer: 16 },
  { heat: [0, 0.32], daysToHeat: 55, hoursToAnswer: 30 },
] as const;

/** Whom reps approached in the past: the hot ones above all, and many whom a flat list put in their way. */
export function drawEncounters(
  random: Random,
  people: readonly Person[],
  reps: readonly DemoUser[],
  now: number,
): Encounter[] {
  const encounters: Encounter[] = [];
  for (const person of people) {
    if (!random.chance(0.12 + 0.4 * person.quality) || !isApproachable(person)) continue;
    const weights = [0.14 + 0.34 * person.quality, 0.32, 0.4 - 0.18 * person.quality];
    const kind = random.weighted(KINDS, (entry) => weights[KINDS.indexOf(entry)] ?? 0);
    const wait = random.exponential(kind.daysToHeat) * DAY;
    const created = person.row.createdAt.getTime();
    const heated = Math.max(created + HOUR, officeTime(random, created + wait, person.country.zone));
    const assignedAt = heated + random.int(1, 20) * MINUTE;
    const at = workingHour(random, assignedAt + random.logNormal(kind.hoursToAnswer, 0.9) * HOUR);
    if (at > now - 3 * DAY) continue;
    const rep = repFor(random, person, reps);
    encounters.push({ person, rep, heat: random.between(kind.heat[0], kind.heat[1]), assignedAt, at });
  }
  return encounters;
}

/** Competitors and throw-away addresses are not sold to. */
export function isApproachable(person: Person): boolean {
  const competitor = person.company === null ? false : person.company.row.externalId <= 'C-00003';
  return !competitor && !/@(mailinator|guerrillamail|yopmail)\.com$/.test(person.row.email);
}

/** An account stays with one rep; leads without a company go round. */
export function repFor(random: Random, person: Person, reps: readonly DemoUser[]): DemoUser {
  const account =
    person.company === null ? random.int(1, 9_999) : Number(person.company.row.externalId.slice(2));
  return reps[account % reps.length] ?? random.pick(reps);
}

/** `ms` itself in a rep's office hours (08–18 at UTC+1, weekdays), else the next morning. */
export function workingHour(random: Random, ms: number): number {
  let at = Math.floor(ms);
  const early = 7 * HOUR + random.int(5, 110) * MINUTE;
  const timeOfDay = at % DAY;
  if (timeOfDay >= 17 * HOUR) at = at - timeOfDay + DAY + early;
  else if (timeOfDay < 7 * HOUR) at = at - timeOfDay + early;
  const weekday = new Date(at).getUTCDay();
  if (weekday === 6) return at + 2 * DAY;
  return weekday === 0 ? at + DAY : at;
}

/** Everything that happened around the encounters until the given end of each, as events. */
export function playEncounter(log: EventLog, encounter: Encounter, colleagues: readonly Person[]): void {
  const { person, heat, assignedAt } = encounter;
  heatUp(log, person, assignedAt - 4 * MINUTE, heat);
  involveColleagues(log, colleagues, assignedAt, heat);
  if (person.company !== null && log.random.chance(0.4 * heat)) {
    signalCompany(log, person.company, assignedAt - 40 * DAY, assignedAt - DAY, 1.2);
  }
}

/** The time after the first touch: it warms up when the deal will be won, and cools when not. */
export function playAftermath(log: EventLog, encounter: Encounter, until: number, won: boolean): void {
  followThrough(log, encounter.person, encounter.at, until, won ? 0.9 : 0.15 + 0.3 * encounter.heat);
}
