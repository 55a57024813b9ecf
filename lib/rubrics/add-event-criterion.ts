import type { Group, IntentCriterion, Rubric } from '@/lib/scoring/types';
import { listCriteria } from './list-criteria';

/** The group of intent that criteria made from events come into. */
const GROUP: Group<IntentCriterion> = { id: 'from-events', label: 'From your events', max: 20, criteria: [] };

/** A first guess, to be set by whoever knows the event: between a page viewed and a form sent. */
const FIRST_GUESS = { points: 5, decay: { kind: 'half_life', days: 14 }, limit: 3 } as const;

export interface CountedEvent {
  type: string;
  label: string;
}

const counts = ({ on }: IntentCriterion, type: string) => on !== undefined && [on].flat().includes(type);

/**
 * The rubric with a criterion that counts an event type, and that criterion's id. When one counts it already, the rubric
 * stays as it is.
 */
export function addEventCriterion(
  rubric: Rubric,
  { type, label }: CountedEvent,
): { rubric: Rubric; criterionId: string; added: boolean } {
  const { groups } = rubric.intent;
  const held = groups.flatMap(({ criteria }) => criteria).find((criterion) => counts(criterion, type));
  if (held) return { rubric, criterionId: held.id, added: false };
  const taken = new Set(listCriteria(rubric).map(({ id }) => id));
  const criterionId = freeId(`event-${type}`, taken);
  const criterion: IntentCriterion = { id: criterionId, label, kind: 'each', on: type, ...FIRST_GUESS };
  const home = groups.find(({ id }) => id === GROUP.id) ?? GROUP;
  const grown = { ...home, criteria: [...home.criteria, criterion] };
  const rest = groups.filter(({ id }) => id !== GROUP.id);
  return { rubric: { ...rubric, intent: { groups: [...rest, grown] } }, criterionId, added: true };
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(id)) return id;
  }
}
