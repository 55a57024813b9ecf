import type { Criterion, Disqualifier, Group, Rubric } from '@/lib/scoring/types';
import { mapAxes, mapGroup } from './edit-groups';
import { applyStructureEdit, isIntent, type StructureEdit } from './edit-structure';
import { editTiers, type TierEdit } from './edit-tiers';

export type Limit = 'min' | 'max';
export type Cut = 'fitCut' | 'intentCut';

/** Edits of what stands in a rubric: what each leaves as it was is as large as it can be. */
type FigureEdit =
  | { kind: 'points'; criterionId: string; points: number }
  /** Undefined takes the limit away. */
  | { kind: 'limit'; groupId: string; limit: Limit; value: number | undefined }
  | { kind: 'cut'; cut: Cut; value: number }
  /** 0 to 1. */
  | { kind: 'fitWeight'; value: number };

/** Edits of names and definitions. `part` tells what of it was edited: one part's edits are undone together. */
type DefinitionEdit =
  | { kind: 'name'; name: string }
  | { kind: 'groupLabel'; groupId: string; label: string }
  | { kind: 'criterion'; criterion: Criterion; part: string }
  | { kind: 'disqualifier'; disqualifier: Disqualifier; part: string };

/** One edit of a rubric, as plain data: it can be replayed, undone and told. */
export type RubricEdit =
  FigureEdit | DefinitionEdit | TierEdit | { kind: 'structure'; change: StructureEdit };

/** The rubric with an edit made; the rubric given stays as it was. What the edit names and is not there is passed over. */
export function applyEdit(rubric: Rubric, edit: RubricEdit): Rubric {
  switch (edit.kind) {
    case 'points':
      return mapCriterion(rubric, edit.criterionId, (criterion) => ({ ...criterion, points: edit.points }));
    case 'limit':
      return mapGroup(rubric, edit.groupId, (group) => setLimit(group, edit));
    case 'tier':
    case 'tierName':
    case 'tierAction':
    case 'addTier':
    case 'moveTier':
    case 'removeTier':
      return { ...rubric, tiers: editTiers(rubric.tiers, edit) };
    case 'cut':
      return { ...rubric, grid: { ...rubric.grid, [edit.cut]: edit.value } };
    case 'fitWeight':
      return { ...rubric, fitWeight: edit.value };
    case 'name':
      return { ...rubric, name: edit.name };
    case 'groupLabel':
      return mapGroup(rubric, edit.groupId, (group) => ({ ...group, label: edit.label }));
    case 'criterion':
      return replaceCriterion(rubric, edit.criterion);
    case 'disqualifier': {
      const { disqualifier } = edit;
      const put = (one: Disqualifier) => (one.id === disqualifier.id ? disqualifier : one);
      return { ...rubric, disqualifiers: rubric.disqualifiers.map(put) };
    }
    case 'structure':
      return applyStructureEdit(rubric, edit.change);
  }
}

/** What an edit touches: successive edits of one target are undone together. Null for edits that each stand alone. */
export function targetOf(edit: RubricEdit): string | null {
  switch (edit.kind) {
    case 'points':
      return `points ${edit.criterionId}`;
    case 'limit':
      return `limit ${edit.groupId} ${edit.limit}`;
    case 'tier':
      return `tier ${edit.tier} ${edit.minimum}`;
    case 'tierName':
      return `tier name ${edit.place}`;
    case 'cut':
      return `cut ${edit.cut}`;
    case 'groupLabel':
      return `group ${edit.groupId}`;
    case 'criterion':
      return `criterion ${edit.criterion.id} ${edit.part}`;
    case 'disqualifier':
      return `disqualifier ${edit.disqualifier.id} ${edit.part}`;
    case 'fitWeight':
    case 'name':
      return edit.kind;
    case 'tierAction':
    case 'addTier':
    case 'moveTier':
    case 'removeTier':
    case 'structure':
      return null;
  }
}

function mapCriterion(rubric: Rubric, id: string, map: <C extends Criterion>(criterion: C) => C): Rubric {
  return mapAxes(rubric, (groups) =>
    groups.map((group) => {
      if (!group.criteria.some((criterion) => criterion.id === id)) return group;
      const criteria = group.criteria.map((criterion) => (criterion.id === id ? map(criterion) : criterion));
      return { ...group, criteria };
    }),
  );
}

function replaceCriterion(rubric: Rubric, criterion: Criterion): Rubric {
  const put = <C extends Criterion>(groups: readonly Group<C>[], next: C): Group<C>[] =>
    groups.map((group) =>
      group.criteria.some(({ id }) => id === next.id)
        ? { ...group, criteria: group.criteria.map((one) => (one.id === next.id ? next : one)) }
        : group,
    );
  return isIntent(criterion)
    ? { ...rubric, intent: { groups: put(rubric.intent.groups, criterion) } }
    : { ...rubric, fit: { groups: put(rubric.fit.groups, criterion) } };
}

// A group must never hold min > max: the other limit follows the one that is moved.
function setLimit<C extends Criterion>(
  group: Group<C>,
  { limit, value }: { limit: Limit; value: number | undefined },
): Group<C> {
  const { min, max, ...rest } = group;
  const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  delete limits[limit];
  if (value === undefined) return { ...rest, ...limits };
  const other = limit === 'min' ? limits.max : limits.min;
  const crossed = other !== undefined && (limit === 'min' ? value > other : value < other);
  return { ...rest, ...limits, ...(crossed ? { min: value, max: value } : {}), [limit]: value };
}
