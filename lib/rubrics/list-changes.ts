import type { Axis, Criterion, Group, Rubric, Tier } from '@/lib/scoring/types';
import { activeRubric, listSwitchedOff, type RubricDraft } from './rubric-draft';
import { toCanonicalJson } from './same-json';

/** One difference between two rubrics, said of the second. */
export interface RubricChange {
  /** Distinct among the changes of a comparison. */
  key: string;
  /** Where: the axis or part of the rubric it belongs to. */
  part: Axis | 'tiers' | 'disqualifiers' | 'rubric';
  /** What: a criterion's label, "A: at least this score". */
  what: string;
  /**
   * Figures before and after; null is "none". Both are missing when something was added, removed, or otherwise changed
   * than by a figure.
   */
  before?: number | null;
  after?: number | null;
  /** Added and removed are of the second rubric; changed is a change of what is counted. */
  kind: 'figure' | 'added' | 'removed' | 'changed' | 'renamed' | 'moved' | 'switchedOff' | 'switchedOn';
  /** Figures are points (drawn with their sign) or thresholds. */
  unit: 'points' | 'threshold' | 'none';
}

const TIER_MINIMUMS = [
  ['minScore', 'score'],
  ['minFit', 'fit'],
  ['minIntent', 'intent'],
] as const;

/** Everything in which a rubric differs from another, in the order of the rubric. Equal rubrics give none. */
export function listChanges(before: Rubric, after: Rubric): RubricChange[] {
  return [
    ...(before.name === after.name
      ? []
      : [stated('rubric', 'name', `${before.name}, now ${after.name}`, 'renamed')]),
    ...listAxisChanges('fit', before.fit.groups, after.fit.groups),
    ...listAxisChanges('intent', before.intent.groups, after.intent.groups),
    ...compareSets('disqualifiers', 'disqualifier', before.disqualifiers, after.disqualifiers),
    ...figure('rubric', 'fitWeight', 'Share of fit in the score, in %', share(before), share(after)),
    ...figure('rubric', 'fitCut', 'High fit begins at', before.grid.fitCut, after.grid.fitCut),
    ...figure('rubric', 'intentCut', 'High intent begins at', before.grid.intentCut, after.grid.intentCut),
    ...listTierChanges(before.tiers, after.tiers),
  ];
}

/**
 * Everything in which what one draft scores differs from what another does. What either has switched off, and the other
 * counts, is told as that.
 */
export function listDraftChanges(before: RubricDraft, after: RubricDraft): RubricChange[] {
  const [off, offBefore] = [listSwitchedOff(after), listSwitchedOff(before)];
  return listChanges(activeRubric(before), activeRubric(after)).map((change) => {
    if (change.kind === 'removed' && off.has(change.key)) return { ...change, kind: 'switchedOff' };
    if (change.kind === 'added' && offBefore.has(change.key)) return { ...change, kind: 'switchedOn' };
    return change;
  });
}

// Per cent without binary dust: 0.55 is 55.
function share({ fitWeight }: Rubric): number {
  return Number((fitWeight * 100).toFixed(6));
}

function figure(
  part: RubricChange['part'],
  key: string,
  what: string,
  before: number | undefined,
  after: number | undefined,
  unit: RubricChange['unit'] = 'threshold',
): RubricChange[] {
  if (before === after) return [];
  return [{ key, part, what, before: before ?? null, after: after ?? null, kind: 'figure', unit }];
}

function stated(
  part: RubricChange['part'],
  key: string,
  what: string,
  kind: RubricChange['kind'],
): RubricChange {
  return { key, part, what, kind, unit: 'none' };
}

function listAxisChanges(axis: Axis, before: readonly Group[], after: readonly Group[]): RubricChange[] {
  const known = new Map(before.map((group) => [group.id, group]));
  const limits = after.flatMap((group) => {
    const was = known.get(group.id);
    if (!was) return [stated(axis, `group ${group.id}`, group.label, 'added')];
    return [
      ...(was.label === group.label
        ? []
        : [stated(axis, `group ${group.id} label`, `${was.label}, now ${group.label}`, 'renamed')]),
      ...figure(axis, `group ${group.id} min`, `${group.label}: at least`, was.min, group.min),
      ...figure(axis, `group ${group.id} max`, `${group.label}: at most`, was.max, group.max),
    ];
  });
  const kept = new Set(after.map(({ id }) => id));
  const removed = before
    .filter(({ id }) => !kept.has(id))
    .map((group) => stated(axis, `group ${group.id}`, group.label, 'removed'));
  const criteriaOf = (groups: readonly Group[]) => groups.flatMap((group) => group.criteria);
  return [
    ...compareSets(axis, 'criterion', criteriaOf(before), criteriaOf(after)),
    ...listMoves(axis, before, after),
    ...limits,
    ...removed,
  ];
}

/** Criteria that stand in another group; and, when nothing else tells of it, that the order is another. */
function listMoves(axis: Axis, before: readonly Group[], after: readonly Group[]): RubricChange[] {
  const homes = new Map(before.flatMap(({ id, criteria }) => criteria.map((one) => [one.id, id] as const)));
  const moved = after.flatMap(({ id, label, criteria }) =>
    criteria
      .filter((one) => (homes.get(one.id) ?? id) !== id)
      .map((one) => stated(axis, `move ${one.id}`, `${one.label}, now in ${label}`, 'moved')),
  );
  const isReordered = orderOf(before, after) !== orderOf(after, before);
  return isReordered && moved.length === 0
    ? [stated(axis, 'order', 'The order of groups or criteria', 'changed')]
    : moved;
}

// The groups and criteria that both have, in the order of the first.
function orderOf(groups: readonly Group[], others: readonly Group[]): string {
  const ids = (list: readonly Group[]) =>
    list.flatMap(({ id, criteria }) => [`group ${id}`, ...criteria.map((one) => `criterion ${one.id}`)]);
  const both = new Set(ids(others));
  return toCanonicalJson(ids(groups).filter((id) => both.has(id)));
}

type Listed = Criterion | Rubric['disqualifiers'][number];

function compareSets(
  part: RubricChange['part'],
  noun: string,
  before: readonly Listed[],
  after: readonly Listed[],
): RubricChange[] {
  const known = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  const present = after.flatMap((one) => {
    const key = `${noun} ${one.id}`;
    const was = known.get(one.id);
    if (!was) return [stated(part, key, one.label, 'added')];
    return [
      ...figure(part, `${key} points`, one.label, pointsOf(was), pointsOf(one), 'points'),
      ...(definitionOf(was) === definitionOf(one) ? [] : [stated(part, key, one.label, 'changed')]),
    ];
  });
  const gone = before.filter(({ id }) => !kept.has(id));
  return [...present, ...gone.map((one) => stated(part, `${noun} ${one.id}`, one.label, 'removed'))];
}

function pointsOf(one: Listed): number | undefined {
  return 'points' in one ? one.points : undefined;
}

// What a criterion counts and is called, without what it is worth; the order of keys does not matter.
function definitionOf(one: Listed): string {
  return toCanonicalJson({ ...one, points: null });
}

function listTierChanges(before: readonly Tier[], after: readonly Tier[]): RubricChange[] {
  const formers = after.map((tier, place) => findFormer(tier, place, before, after));
  const present = after.flatMap((tier, place) => {
    const was = formers[place];
    const name = `Tier ${tier.name}`;
    const key = `tier ${tier.name}`;
    if (!was) return [stated('tiers', key, name, 'added')];
    return [
      ...(was.name === tier.name
        ? []
        : [stated('tiers', key, `Tier ${was.name}, now ${tier.name}`, 'renamed')]),
      ...TIER_MINIMUMS.flatMap(([minimum, axis]) =>
        figure('tiers', `${key} ${minimum}`, `${name}: least ${axis}`, was[minimum], tier[minimum]),
      ),
      ...(was.action === tier.action
        ? []
        : [stated('tiers', `${key} action`, `${name}: what is done with it`, 'changed')]),
    ];
  });
  const gone = before.filter((tier) => !formers.includes(tier));
  return [...present, ...gone.map(({ name }) => stated('tiers', `tier ${name}`, `Tier ${name}`, 'removed'))];
}

/** What a tier was before: of the same name, or else in the same place under a name that is gone. */
function findFormer(tier: Tier, place: number, before: readonly Tier[], after: readonly Tier[]) {
  const same = before.find(({ name }) => name === tier.name);
  const there = before[place];
  if (same || !there) return same;
  return after.some(({ name }) => name === there.name) ? undefined : there;
}
