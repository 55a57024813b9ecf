import { heatUp, involveColleagues, signalCompany } from './behaviour';
import type { Encounter } from './encounters';
import { isApproachable, repFor } from './encounters';
import type { EventLog } from './event-log';
import type { Person } from './people';
import { DAY, HOUR, MINUTE } from './random';
import type { DemoUser } from './types';

/** A lead that is warm today, and what became of it so far. */
export interface Prospect extends Encounter {
  /** Whether a rep has it, and has touched it already. */
  progress: 'free' | 'assigned' | 'touched';
}

const HOT_LEADS = 110;
const WARM_LEADS = 240;

/**
 * Picks leads that nobody engaged yet and lets them look around in these days: some within the last hour, so that a
 * queue opened now has something in it. The suitable ones are likelier.
 */
export function warmUpToday(
  log: EventLog,
  candidates: readonly Person[],
  colleaguesOf: (person: Person) => readonly Person[],
  reps: readonly DemoUser[],
): Prospect[] {
  const { random, now } = log;
  const settled = candidates.filter(
    (person) => isApproachable(person) && person.row.createdAt.getTime() < now - 12 * DAY,
  );
  const suitable = settled.filter(({ quality }) => quality > 0.64);
  const hot = random.sample(suitable, HOT_LEADS);
  const rest = settled.filter((person) => !hot.includes(person) && person.quality > 0.3);
  const warm = random.sample(rest, WARM_LEADS);
  const prospects: Prospect[] = [];
  for (const person of hot) {
    const assignedAt = now - 3 * MINUTE - random.exponential(34) * HOUR;
    const heat = random.between(0.72, 1);
    prospects.push(meet(log, person, heat, assignedAt, reps));
  }
  for (const person of warm) {
    const assignedAt = now - 30 * MINUTE - random.exponential(5) * DAY;
    prospects.push(meet(log, person, random.between(0.2, 0.66), assignedAt, reps));
  }
  for (const prospect of prospects) {
    heatUp(log, prospect.person, prospect.assignedAt - 2 * MINUTE, prospect.heat);
    involveColleagues(log, colleaguesOf(prospect.person), prospect.assignedAt, prospect.heat);
    const { company } = prospect.person;
    if (company !== null && random.chance(0.3)) signalCompany(log, company, now - 30 * DAY, now - DAY, 1);
  }
  return prospects;
}

function meet(
  log: EventLog,
  person: Person,
  heat: number,
  assigned: number,
  reps: readonly DemoUser[],
): Prospect {
  const { random, now } = log;
  const assignedAt = Math.floor(assigned);
  const answered = Math.floor(assignedAt + random.logNormal(heat > 0.7 ? 0.4 : 30, 0.8) * HOUR);
  const isAssigned = random.chance(heat > 0.7 ? 0.62 : 0.28);
  const progress = !isAssigned
    ? 'free'
    : answered < now - 10 * MINUTE && random.chance(heat > 0.7 ? 0.72 : 0.6)
      ? 'touched'
      : 'assigned';
  return { person, rep: repFor(random, person, reps), heat, assignedAt, at: answered, progress };
}
