import type { Criterion, Disqualifier, Group, Rubric, Tier } from '@/lib/scoring/types';
import { withRest } from './edit-tiers';
import { mergeList, merge, type MergeConflict, type Side, type Three, three } from './merge-values';
import type { RubricDraft } from './rubric-draft';

export interface MergedDraft {
  draft: RubricDraft;
  /** What both sides changed, and not in the same way. */
  conflicts: MergeConflict[];
}

/**
 * Puts two people's edits of one draft together, as each changed what they began with: everything that only one of them
 * touched is as that one left it. Where both touched the same thing, `prefer` decides, and it is told.
 */
export function mergeDrafts(sides: Three<RubricDraft>, prefer: Side): MergedDraft {
  const { base, mine, theirs } = sides;
  if (mine === base) return { draft: theirs, conflicts: [] };
  if (theirs === base) return { draft: mine, conflicts: [] };
  const conflicts: MergeConflict[] = [];
  const settle = { prefer, conflicts };
  const rubric = three(sides, (draft) => draft.rubric);
  const merged: Rubric = {
    format: base.rubric.format,
    name: merge(
      three(rubric, ({ name }) => name),
      'Name',
      settle,
    ),
    fit: {
      groups: mergeGroups(
        three(rubric, ({ fit }) => fit.groups),
        settle,
      ),
    },
    intent: {
      groups: mergeGroups(
        three(rubric, ({ intent }) => intent.groups),
        settle,
      ),
    },
    disqualifiers: mergeList(
      three(rubric, (one) => one.disqualifiers),
      byId,
      mergeDisqualifier,
      settle,
    ),
    fitWeight: merge(
      three(rubric, ({ fitWeight }) => fitWeight),
      'Share of fit in the score',
      settle,
    ),
    grid: {
      fitCut: merge(
        three(rubric, ({ grid }) => grid.fitCut),
        'High fit begins at',
        settle,
      ),
      intentCut: merge(
        three(rubric, ({ grid }) => grid.intentCut),
        'High intent begins at',
        settle,
      ),
    },
    // Each may have taken away, or put in, another of the last.
    tiers: withRest(
      mergeList(
        three(rubric, ({ tiers }) => tiers),
        ({ name }) => [name, `Tier ${name}`],
        mergeTier,
        settle,
      ),
    ),
  };
  return { draft: { rubric: merged, off: mergeOff(three(sides, ({ off }) => off)) }, conflicts };
}

interface Settle {
  prefer: Side;
  conflicts: MergeConflict[];
}

interface PlacedCriterion<C> {
  groupId: string;
  criterion: C;
}

const byId = ({ id, label }: { id: string; label: string }): [string, string] => [id, label];

function mergeGroups<C extends Criterion>(groups: Three<readonly Group<C>[]>, settle: Settle): Group<C>[] {
  const shells = three(groups, (list) => list.map((group): Group<C> => ({ ...group, criteria: [] })));
  const kept = mergeList(shells, byId, mergeShell, settle);
  const placed = mergeList(
    three(groups, listPlaced<C>),
    ({ criterion }) => byId(criterion),
    mergePlaced,
    settle,
  );
  // A group that one of them removed comes back when the other put something into it.
  const known = new Set(kept.map(({ id }) => id));
  const back = [...shells.mine, ...shells.theirs].filter(({ id }, place, all) => {
    const isFirst = all.findIndex((one) => one.id === id) === place;
    return isFirst && !known.has(id) && placed.some(({ groupId }) => groupId === id);
  });
  return [...kept, ...back].map((group) => ({
    ...group,
    criteria: placed.filter(({ groupId }) => groupId === group.id).map(({ criterion }) => criterion),
  }));
}

function listPlaced<C extends Criterion>(groups: readonly Group<C>[]): PlacedCriterion<C>[] {
  return groups.flatMap(({ id, criteria }) => criteria.map((criterion) => ({ groupId: id, criterion })));
}

function mergeShell<C extends Criterion>(groups: Three<Group<C>>, settle: Settle): Group<C> {
  const { label } = groups.theirs;
  const min = merge(
    three(groups, (group) => group.min),
    `${label}: at least`,
    settle,
  );
  const max = merge(
    three(groups, (group) => group.max),
    `${label}: at most`,
    settle,
  );
  return {
    id: groups.base.id,
    label: merge(
      three(groups, (group) => group.label),
      label,
      settle,
    ),
    // Each may have moved one limit past the other's.
    ...(min === undefined ? {} : { min: max === undefined ? min : Math.min(min, max) }),
    ...(max === undefined ? {} : { max }),
    criteria: [],
  };
}

function mergePlaced<C extends Criterion>(
  placed: Three<PlacedCriterion<C>>,
  settle: Settle,
): PlacedCriterion<C> {
  const criterion = three(placed, (one) => one.criterion);
  const { label } = criterion.theirs;
  const definition = merge(three(criterion, withoutNames), `${label}: what it counts`, settle);
  return {
    groupId: merge(
      three(placed, ({ groupId }) => groupId),
      `${label}: its group`,
      settle,
    ),
    criterion: {
      ...definition,
      label: merge(
        three(criterion, (one) => one.label),
        label,
        settle,
      ),
      points: merge(
        three(criterion, ({ points }) => points),
        `${label}: points`,
        settle,
      ),
    },
  };
}

// What a criterion counts, under names that say nothing: they are merged on their own.
function withoutNames<C extends Criterion>(criterion: C): C {
  return { ...criterion, label: '', points: 0 };
}

function mergeDisqualifier(sides: Three<Disqualifier>, settle: Settle): Disqualifier {
  const { id, label } = sides.theirs;
  return {
    id,
    label: merge(
      three(sides, (one) => one.label),
      label,
      settle,
    ),
    when: merge(
      three(sides, ({ when }) => when),
      `${label}: what it asks`,
      settle,
    ),
  };
}

function mergeTier(tiers: Three<Tier>, settle: Settle): Tier {
  const { name } = tiers.base;
  return {
    name,
    minScore: merge(
      three(tiers, ({ minScore }) => minScore),
      `Tier ${name}: least score`,
      settle,
    ),
    minFit: merge(
      three(tiers, ({ minFit }) => minFit),
      `Tier ${name}: least fit`,
      settle,
    ),
    minIntent: merge(
      three(tiers, ({ minIntent }) => minIntent),
      `Tier ${name}: least intent`,
      settle,
    ),
    action: merge(
      three(tiers, ({ action }) => action),
      `Tier ${name}: what is done with it`,
      settle,
    ),
  };
}

// On or off: two who both changed it did the same.
function mergeOff({ base, mine, theirs }: Three<readonly string[]>): string[] {
  const all = [...new Set([...theirs, ...mine])];
  return all.filter((key) =>
    mine.includes(key) === base.includes(key) ? theirs.includes(key) : mine.includes(key),
  );
}
