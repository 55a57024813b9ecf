import { v4 as uuid } from 'uuid';
import type { StructureEdit } from '@/lib/rubrics/edit-structure';
import type { Axis, Criterion, Disqualifier, Group, IntentCriterion } from '@/lib/scoring/types';

/** A first guess, to be moved by whoever knows better. */
const FIRST_POINTS = 10;

/** A new id: two people who add something at once must not name it alike. */
function newId(noun: string): string {
  return `${noun}-${uuid().slice(0, 8)}`;
}

/** A comparison that has yet to be chosen: until it is, the draft says so. */
const UNCHOSEN = { field: '', op: 'eq', value: '' } as const;

/** A criterion that has yet to be told what it counts. */
export function newCriterion(axis: Axis): Criterion {
  const common = { id: newId('criterion'), label: '', points: FIRST_POINTS };
  if (axis === 'fit') return { ...common, when: UNCHOSEN };
  const intent: IntentCriterion = {
    ...common,
    kind: 'each',
    on: '',
    decay: { kind: 'half_life', days: 14 },
    limit: 3,
  };
  return intent;
}

/** A disqualifier that has yet to be told whom it is for. */
export function newDisqualifier(): Disqualifier {
  return { id: newId('disqualifier'), label: '', when: UNCHOSEN };
}

/** An empty group at a place of an axis. */
export function newGroup(axis: Axis, place: number): StructureEdit {
  const group = { id: newId('group'), label: 'New group', criteria: [] };
  return { kind: 'addGroup', axis, group, place };
}

/** The same criterion or disqualifier once more. */
export function copyItem<T extends Criterion | Disqualifier>(item: T): T {
  return {
    ...item,
    id: newId('points' in item ? 'criterion' : 'disqualifier'),
    label: `${item.label} (copy)`,
  };
}

/** The same group once more, with its criteria. */
export function copyGroup<C extends Criterion>(group: Group<C>): Group<C> {
  const criteria = group.criteria.map((criterion) => ({ ...criterion, id: newId('criterion') }));
  return { ...group, id: newId('group'), label: `${group.label} (copy)`, criteria };
}
