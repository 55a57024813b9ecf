import { FIRST_PERSON, WAITS_FREE, WAITS_NOWHERE, type LeadRows } from '@/lib/evidence/types';
import type { ScoredSide } from './measure-effect';
import type { QueueSize } from './types';

/** The leads of a side that wait, by where; those in tiers that are held back do not. */
function countWaiting({ rubric, scored }: ScoredSide, { waits, people }: LeadRows): Uint32Array {
  const counts = new Uint32Array(FIRST_PERSON + people.length);
  const isHeld = rubric.tiers.map(({ action }) => action === 'hold');
  for (let row = 0; row < waits.length; row += 1) {
    const place = waits[row] ?? WAITS_NOWHERE;
    if (place === WAITS_NOWHERE || isHeld[scored.tier[row] ?? 0]) continue;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** How long everyone's queue is under both rubrics, and how many leads are free to take; who has none is left out. */
export function countQueues(rows: LeadRows, before: ScoredSide, after: ScoredSide): QueueSize[] {
  const [was, is] = [countWaiting(before, rows), countWaiting(after, rows)];
  const size = (place: number) => ({ before: was[place] ?? 0, after: is[place] ?? 0 });
  const people = rows.people.map(({ name }, place) => ({ person: name, ...size(FIRST_PERSON + place) }));
  return [...people.filter((queue) => queue.before + queue.after > 0), { person: null, ...size(WAITS_FREE) }];
}
