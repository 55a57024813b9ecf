import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import type { PreparedLead } from '@/lib/scoring/evidence';
import { keepsTime, markCounting } from '@/lib/scoring/pack-evidence';
import type { Criterion, Rubric } from '@/lib/scoring/types';
import { isSameScore } from './compare-scores';
import type { ScoredLead, ScoreReason, StoredScore } from './types';

/** What of the evidence gathered for one version of a rubric serves another. */
export interface CarryOver {
  /** By place among the conditions (fit criteria, then disqualifiers): the place before; −1 where it is to be asked anew. */
  conditions: readonly number[];
  /** By place among the intent criteria, as above: −1 where events are to be matched anew. */
  intent: readonly number[];
  /** Whether everything stands where it stood, so that packed evidence need not be packed again. */
  sameLayout: boolean;
  /**
   * Places of the criteria (fit, then intent) whose points or names differ. Leads for whom none of them counts, now or
   * later, keep their score. Null when limits, weights, cuts or tiers differ: that touches everyone.
   */
  touched: readonly number[] | null;
  /** Places of the criteria whose points, names or evidence differ. */
  differing: ReadonlySet<number>;
}

/** What a criterion looks at: without its points and names. */
function nameEvidence(criterion: Criterion): string {
  return JSON.stringify({ ...criterion, id: undefined, label: undefined, points: undefined });
}

/** What is applied to the sums of criteria. */
function namePlacing({ fit, intent, fitWeight, grid, tiers }: Rubric): string {
  const groups = [...fit.groups, ...intent.groups].map(({ min, max, criteria }) => [
    min,
    max,
    criteria.length,
  ]);
  return JSON.stringify([groups, fit.groups.length, fitWeight, grid, tiers]);
}

function findPlaces(before: readonly [string, string][], after: readonly [string, string][]): number[] {
  const places = new Map(before.map(([id], place) => [id, place]));
  return after.map(([id, evidence]) => {
    const place = places.get(id) ?? -1;
    return before[place]?.[1] === evidence ? place : -1;
  });
}

function listConditions({ criteria, fitCount, rubric }: CompiledRubric): [string, string][] {
  return [
    ...criteria.slice(0, fitCount).map((one): [string, string] => [`fit ${one.id}`, nameEvidence(one)]),
    ...rubric.disqualifiers.map(({ id, when }): [string, string] => [`not ${id}`, JSON.stringify(when)]),
  ];
}

function listIntent({ intent }: CompiledRubric): [string, string][] {
  return intent.map(({ criterion }): [string, string] => [criterion.id, nameEvidence(criterion)]);
}

const isIdentity = (places: readonly number[], before: number) =>
  places.length === before && places.every((place, index) => place === index || place === -1);

function plan(before: CompiledRubric, after: CompiledRubric): CarryOver | null {
  if (!keepsTime(before) || !keepsTime(after)) return null;
  const conditions = findPlaces(listConditions(before), listConditions(after));
  const intent = findPlaces(listIntent(before), listIntent(after));
  const sameLayout =
    before.fitCount === after.fitCount &&
    isIdentity(conditions, listConditions(before).length) &&
    isIdentity(intent, before.intent.length);
  const samePlacing = sameLayout && namePlacing(before.rubric) === namePlacing(after.rubric);
  const differing = after.criteria.flatMap((criterion, index) => {
    const was = before.criteria[index];
    return was?.id === criterion.id && was.points === criterion.points && was.label === criterion.label
      ? []
      : index;
  });
  const anew = [...conditions.slice(0, after.fitCount), ...intent].flatMap((place, i) =>
    place === -1 ? i : [],
  );
  return {
    conditions,
    intent,
    sameLayout,
    touched: samePlacing ? differing : null,
    differing: new Set([...differing, ...anew]),
  };
}

const plans = new WeakMap<CompiledRubric, WeakMap<CompiledRubric, CarryOver | null>>();

/** Finds what evidence that was packed for one version says of another; null where time turns conditions of either. */
export function planCarryOver(before: CompiledRubric, after: CompiledRubric): CarryOver | null {
  const ofBefore = plans.get(before) ?? new WeakMap<CompiledRubric, CarryOver | null>();
  plans.set(before, ofBefore);
  const known = ofBefore.get(after);
  if (known !== undefined) return known;
  const made = plan(before, after);
  ofBefore.set(after, made);
  return made;
}

/** The lead as the later version sees it, as far as its evidence carries over; what is to be asked anew is empty. */
export function carryOver(lead: PreparedLead, { conditions, intent, sameLayout }: CarryOver): PreparedLead {
  if (sameLayout) return lead;
  const answers = Uint8Array.from(conditions, (place) => lead.answers?.[place] ?? 0);
  return { ...lead, answers, lists: intent.map((place) => lead.lists[place]) };
}

/** What the evidence of one version is looked through with. */
export interface Glance {
  /** The version that packed it. */
  version: CompiledRubric;
  plan: CarryOver;
  /** Intent criteria, by place, that are matched anew. */
  anew: readonly number[];
  marks: Uint8Array;
}

/**
 * Whether a score by the later version can differ, at any instant, from that by the earlier one, by a glance at the packed
 * evidence: whether anything that differs counts in it. Of what is matched anew it tells only what there was.
 */
export function isTouched(
  { version, plan, anew, marks }: Glance,
  view: DataView,
  start: number,
  end: number,
): boolean {
  if (plan.touched === null) return true;
  markCounting(version, view, start, end, marks);
  return (
    plan.touched.some((index) => marks[index] === 1) ||
    anew.some((place) => marks[version.fitCount + place] === 1)
  );
}

function isSameList(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/** Whether a reason rests on a criterion that differs: then it reads otherwise, be it the same one. */
export function restsOnDiffering(
  after: CompiledRubric,
  { differing }: CarryOver,
  reason: ScoreReason | null,
): boolean {
  return reason !== null && differing.has(after.criteria.findIndex(({ id }) => id === reason.criterionId));
}

/** Whether a reason reads alike, and rests on a criterion that did not change. */
function isSameReason(after: CompiledRubric, plan: CarryOver, a: ScoreReason | null, b: ScoreReason | null) {
  if (a === null || b === null) return a === b;
  if (a.criterionId !== b.criterionId || a.at !== b.at) return false;
  return !restsOnDiffering(after, plan, a);
}

/**
 * Whether a score that was measured anew says nothing that the stored one does not: then only the version beside it is
 * written, and it stays the score as of its own instant.
 */
export function saysTheSame(
  after: CompiledRubric,
  plan: CarryOver,
  stored: StoredScore,
  scored: ScoredLead,
): boolean {
  return (
    plan.sameLayout &&
    isSameScore(stored, scored) &&
    stored.nextChangeAt === scored.nextChangeAt &&
    isSameList(stored.disqualifiedBy, scored.disqualifiedBy) &&
    isSameList(stored.counted, scored.counted) &&
    (scored.evidence === null || isSameList(stored.evidence, scored.evidence)) &&
    isSameReason(after, plan, stored.reason, scored.reason)
  );
}
