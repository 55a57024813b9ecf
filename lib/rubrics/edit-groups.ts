import type { Criterion, Group, Rubric } from '@/lib/scoring/types';

/** A function over a group of either axis. */
export type MapGroup = <C extends Criterion>(group: Group<C>) => Group<C>;

/** A function over the groups of either axis. */
export type MapGroups = <C extends Criterion>(groups: readonly Group<C>[]) => Group<C>[];

/** Where a criterion goes: a group, and its place there once it is out of where it was. */
export interface CriterionPlace {
  groupId: string;
  place: number;
}

/** The rubric with the groups of both axes replaced. */
export function mapAxes(rubric: Rubric, map: MapGroups): Rubric {
  return {
    ...rubric,
    fit: { groups: map(rubric.fit.groups) },
    intent: { groups: map(rubric.intent.groups) },
  };
}

/** The rubric with one group replaced; the other groups stay the same objects. */
export function mapGroup(rubric: Rubric, groupId: string, map: MapGroup): Rubric {
  return mapAxes(rubric, (groups) => groups.map((group) => (group.id === groupId ? map(group) : group)));
}

/** A list with one item more; a place beyond the ends is the end. */
export function insertAt<T>(list: readonly T[], place: number, item: T): T[] {
  return list.toSpliced(Math.max(0, Math.min(place, list.length)), 0, item);
}

/** A list with one item at another place, counted without the item; a list without the item stays. */
export function moveTo<T extends { id: string }>(list: readonly T[], id: string, place: number): T[] {
  const item = list.find((one) => one.id === id);
  const rest = list.filter((one) => one.id !== id);
  return item ? insertAt(rest, place, item) : rest;
}

/** The groups with a criterion elsewhere; they stay as they are when the criterion or its new group is not among them. */
export function moveCriterion<C extends Criterion>(
  groups: readonly Group<C>[],
  criterionId: string,
  { groupId, place }: CriterionPlace,
): Group<C>[] {
  const moved = groups.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterionId);
  if (!moved || !groups.some(({ id }) => id === groupId)) return [...groups];
  return groups.map((group) => {
    const criteria = group.criteria.filter(({ id }) => id !== criterionId);
    if (group.id === groupId) return { ...group, criteria: insertAt(criteria, place, moved) };
    return criteria.length === group.criteria.length ? group : { ...group, criteria };
  });
}
