import type { Criterion, Group, Rubric } from '@/lib/scoring/types';
import { applyEdit, type RubricEdit } from './edit-rubric';
import { listCriteria } from './list-criteria';

/**
 * A rubric being edited: everything in its place, and what of it is switched off. What is switched off scores nobody, and
 * no rubric file knows of it; it waits with the version it belongs to until it is switched on again or removed.
 */
export interface RubricDraft {
  rubric: Rubric;
  /** Keys of the criteria and disqualifiers that are switched off. */
  off: readonly string[];
}

/** An edit of a draft: of its rubric, or what is on. */
export type DraftEdit = RubricEdit | { kind: 'switch'; keys: readonly string[]; on: boolean };

/** Under which key a criterion is switched off. */
export function criterionKey(id: string): string {
  return `criterion ${id}`;
}

/** Under which key a disqualifier is switched off. */
export function disqualifierKey(id: string): string {
  return `disqualifier ${id}`;
}

/** The draft with an edit made; the draft given stays as it was. */
export function editDraft(draft: RubricDraft, edit: DraftEdit): RubricDraft {
  if (edit.kind !== 'switch') return { ...draft, rubric: applyEdit(draft.rubric, edit) };
  const others = draft.off.filter((key) => !edit.keys.includes(key));
  return { ...draft, off: edit.on ? others : [...others, ...edit.keys] };
}

/** The rubric without what is switched off: what scores leads once it is published. */
export function activeRubric({ rubric, off }: RubricDraft): Rubric {
  if (off.length === 0) return rubric;
  const gone = new Set(off);
  const isOn = ({ id }: Criterion) => !gone.has(criterionKey(id));
  const thin = <C extends Criterion>(groups: readonly Group<C>[]): Group<C>[] =>
    groups.map((group) =>
      group.criteria.every(isOn) ? group : { ...group, criteria: group.criteria.filter(isOn) },
    );
  return {
    ...rubric,
    fit: { groups: thin(rubric.fit.groups) },
    intent: { groups: thin(rubric.intent.groups) },
    disqualifiers: rubric.disqualifiers.filter(({ id }) => !gone.has(disqualifierKey(id))),
  };
}

/**
 * The draft of a stored rubric and of what was switched off when that was last saved. The rubric may have been written
 * since by something that knows of no switches: what it has is on, and what is switched off comes back behind the
 * neighbour it stood behind.
 */
export function joinSwitchedOff(active: Rubric, kept: RubricDraft | null): RubricDraft {
  if (!kept) return { rubric: active, off: [] };
  const off = new Set(kept.off);
  const on = new Set(listKeys(active));
  const isOff = (key: string) => off.has(key) && !on.has(key);
  const join = <C extends Criterion>(groups: readonly Group<C>[], before: readonly Group<C>[]): Group<C>[] =>
    groups.map((group) => {
      const was = before.find(({ id }) => id === group.id)?.criteria ?? [];
      return { ...group, criteria: weave(group.criteria, was, ({ id }) => isOff(criterionKey(id))) };
    });
  const rubric: Rubric = {
    ...active,
    fit: { groups: join(active.fit.groups, kept.rubric.fit.groups) },
    intent: { groups: join(active.intent.groups, kept.rubric.intent.groups) },
    disqualifiers: weave(active.disqualifiers, kept.rubric.disqualifiers, ({ id }) =>
      isOff(disqualifierKey(id)),
    ),
  };
  return { rubric, off: listKeys(rubric).filter((key) => !on.has(key)) };
}

/** The keys of what a draft has and does not count. */
export function listSwitchedOff({ rubric, off }: RubricDraft): ReadonlySet<string> {
  return new Set(listKeys(rubric).filter((key) => off.includes(key)));
}

/** The keys of everything in a rubric that can be switched off. */
function listKeys(rubric: Rubric): string[] {
  return [
    ...listCriteria(rubric).map(({ id }) => criterionKey(id)),
    ...rubric.disqualifiers.map(({ id }) => disqualifierKey(id)),
  ];
}

function weave<T extends { id: string }>(
  present: readonly T[],
  before: readonly T[],
  isWanted: (one: T) => boolean,
): T[] {
  const woven = [...present];
  before.forEach((one, place) => {
    if (!isWanted(one)) return;
    const neighbour = woven.findIndex(({ id }) => id === before[place - 1]?.id);
    woven.splice(neighbour + 1, 0, one);
  });
  return woven;
}
