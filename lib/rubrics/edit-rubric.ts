import type { Criterion, Group, Rubric } from '@/lib/scoring/types';

export type Limit = 'min' | 'max';
export type TierMinimum = 'minScore' | 'minFit' | 'minIntent';
export type Cut = 'fitCut' | 'intentCut';

/** One edit of a rubric, as plain data: it can be replayed, undone and told. */
export type RubricEdit =
  | { kind: 'points'; criterionId: string; points: number }
  /** Undefined takes the limit away. */
  | { kind: 'limit'; groupId: string; limit: Limit; value: number | undefined }
  | { kind: 'tier'; tier: string; minimum: TierMinimum; value: number }
  | { kind: 'cut'; cut: Cut; value: number }
  /** 0 to 1. */
  | { kind: 'fitWeight'; value: number };

/** The rubric with an edit made; the rubric given stays as it was. What the edit names and is not there is passed over. */
export function applyEdit(rubric: Rubric, edit: RubricEdit): Rubric {
  switch (edit.kind) {
    case 'points':
      return mapGroups(rubric, (group) => ({
        ...group,
        criteria: group.criteria.map((criterion) =>
          criterion.id === edit.criterionId ? { ...criterion, points: edit.points } : criterion,
        ),
      }));
    case 'limit':
      return mapGroups(rubric, (group) => (group.id === edit.groupId ? setLimit(group, edit) : group));
    case 'tier':
      return {
        ...rubric,
        tiers: rubric.tiers.map((tier) =>
          tier.name === edit.tier ? { ...tier, [edit.minimum]: edit.value } : tier,
        ),
      };
    case 'cut':
      return { ...rubric, grid: { ...rubric.grid, [edit.cut]: edit.value } };
    case 'fitWeight':
      return { ...rubric, fitWeight: edit.value };
  }
}

/** What an edit touches: successive edits of one target are undone together. */
export function targetOf(edit: RubricEdit): string {
  switch (edit.kind) {
    case 'points':
      return `points ${edit.criterionId}`;
    case 'limit':
      return `limit ${edit.groupId} ${edit.limit}`;
    case 'tier':
      return `tier ${edit.tier} ${edit.minimum}`;
    case 'cut':
      return `cut ${edit.cut}`;
    case 'fitWeight':
      return 'fitWeight';
  }
}

type MapGroup = <C extends Criterion>(group: Group<C>) => Group<C>;

function mapGroups(rubric: Rubric, map: MapGroup): Rubric {
  return {
    ...rubric,
    fit: { groups: rubric.fit.groups.map((group) => map(group)) },
    intent: { groups: rubric.intent.groups.map((group) => map(group)) },
  };
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
