import type { CompiledIntent, CompiledRubric } from './compile-rubric';
import { decayWeight } from './decay';
import { describeCondition, describeDecay, describeIntent, type Labels } from './describe';
import { measureLead, prepareLead, readEvidence, type EventSource, type PreparedLead } from './evidence';
import { ageInDays, requireMilliseconds } from './instants';
import { countedWeights, listExisting } from './measure-intent';
import { findChangeAfter } from './next-change';
import { findNextMove, type NextMove } from './next-move';
import { readMatches, type FieldMatch } from './read-matches';
import { scoreEvidence } from './score-evidence';
import { limit, sumAxis, sumGroup } from './score-units';
import { findTierChange } from './tier-change';
import type { Axis, Criterion, Group, Instant, LeadInput, ScoreOutput } from './types';

/** An event behind a criterion's units. */
export interface EventEvidence {
  id: string;
  leadId: string | null;
  type: string;
  /** Milliseconds since 1970 UTC. */
  at: number;
  ageDays: number;
  /** How much of it counts: 0–1. 0 for one that a limit, a window or decay leaves out. */
  weight: number;
}

/** One criterion's row: what was seen, what it is worth, what that comes to. */
export interface CriterionExplanation {
  criterionId: string;
  label: string;
  /** What it asks for, in words. */
  condition: string;
  /** How its evidence fades, in words; null for a condition, a threshold or an inactivity. */
  decay: string | null;
  units: number;
  points: number;
  /** points × units. */
  contribution: number;
  /** Of a fit criterion: the fields it looks at, as they are. */
  fields: FieldMatch[];
  /** Of an intent criterion: its matching events, newest first. */
  events: EventEvidence[];
  /** The next instant at which it changes otherwise than by fading; null when none is known. */
  turnsAt: number | null;
  /** When it next moves visibly by time alone, and by how much; null when it does not. */
  nextMove: NextMove | null;
  /** Events that its own limit leaves out, though something is left of them. */
  leftOut: number;
}

export interface GroupExplanation {
  groupId: string;
  label: string;
  min: number | null;
  max: number | null;
  /** Sum of the rows' contributions. */
  sum: number;
  /** What the group adds to its axis: the sum within its limits. */
  total: number;
  /** The limit that bit: `total` differs from `sum` by it. */
  limitedBy: 'min' | 'max' | null;
  criteria: CriterionExplanation[];
}

export interface AxisExplanation {
  /** Sum of the groups' totals. */
  sum: number;
  /** The sum clamped to 0–100 and rounded: the axis as it is shown. */
  value: number;
  groups: GroupExplanation[];
}

/** A whole score with the facts behind it. Plain data: it can be stored and shown as it is. */
export interface Explanation extends ScoreOutput {
  /** Milliseconds since 1970 UTC. */
  asOf: number;
  axes: Record<Axis, AxisExplanation>;
  /** The next change of tier by time alone; null when none comes. */
  nextTier: { at: number; tier: string } | null;
  /** The disqualifiers that hold. */
  disqualifiers: { id: string; label: string; condition: string; fields: FieldMatch[] }[];
}

interface Context {
  compiled: CompiledRubric;
  prepared: PreparedLead;
  labels: Labels;
  asOf: number;
  units: Float64Array;
  untils: Float64Array;
}

function listEvents({ prepared, asOf }: Context, intent: CompiledIntent, place: number): EventEvidence[] {
  const list = listExisting(intent, prepared.lists[place], asOf, { until: 0 });
  const weights = countedWeights(intent.criterion, list, asOf);
  return list.events
    .map((event, i) => {
      const at = list.at[i] ?? 0;
      const { id, leadId, type } = event;
      return { id, leadId, type, at, ageDays: ageInDays(at, asOf), weight: weights[i] ?? 0 };
    })
    .reverse();
}

/** How many events count for nothing only because newer ones fill the criterion's limit. */
function countLeftOut({ prepared, asOf }: Context, intent: CompiledIntent, place: number): number {
  const { criterion } = intent;
  if (criterion.kind !== 'each' || criterion.limit === undefined) return 0;
  const list = listExisting(intent, prepared.lists[place], asOf, { until: 0 });
  const beyond = list.at.slice(0, Math.max(0, list.at.length - criterion.limit));
  return beyond.filter((at) => decayWeight(criterion.decay, ageInDays(at, asOf)) > 0).length;
}

function explainCriterion(context: Context, criterion: Criterion, index: number): CriterionExplanation {
  const { compiled, prepared, labels, asOf } = context;
  const units = context.units[index] ?? 0;
  const points = compiled.plan.points[index] ?? 0;
  const turnsAt = context.untils[index] ?? Number.POSITIVE_INFINITY;
  const place = index - compiled.fitCount;
  const intent = compiled.intent[place];
  return {
    criterionId: criterion.id,
    label: criterion.label,
    condition:
      'when' in criterion ? describeCondition(criterion.when, labels) : describeIntent(criterion, labels),
    decay: 'decay' in criterion ? describeDecay(criterion.decay) : null,
    units,
    points,
    contribution: points * units,
    fields: 'when' in criterion ? readMatches(criterion.when, prepared.lead, compiled.leadFields, asOf) : [],
    events: intent ? listEvents(context, intent, place) : [],
    turnsAt: Number.isFinite(turnsAt) ? turnsAt : null,
    nextMove: findNextMove(compiled, prepared, index, asOf),
    leftOut: intent ? countLeftOut(context, intent, place) : 0,
  };
}

function explainGroup(context: Context, group: Group, index: number): GroupExplanation {
  const { plan } = context.compiled;
  const first = plan.groupStart[index] ?? 0;
  const sum = sumGroup(plan, index, context.units, 0);
  const total = limit(sum, plan.groupMin[index] ?? 0, plan.groupMax[index] ?? 0);
  return {
    groupId: group.id,
    label: group.label,
    min: group.min ?? null,
    max: group.max ?? null,
    sum,
    total,
    limitedBy: total < sum ? 'max' : total > sum ? 'min' : null,
    criteria: group.criteria.map((criterion, place) => explainCriterion(context, criterion, first + place)),
  };
}

function explainAxis(context: Context, axis: Axis, value: number): AxisExplanation {
  const { rubric, plan } = context.compiled;
  const before = axis === 'fit' ? 0 : plan.fitGroups;
  const groups: readonly Group[] = rubric[axis].groups;
  return {
    sum: sumAxis(plan, axis, context.units, 0),
    value,
    groups: groups.map((group, place) => explainGroup(context, group, before + place)),
  };
}

/**
 * Why a lead scores as it does: the score's own rows, group by group, with the facts behind each. The rows' contributions
 * add up to the groups' sums, the groups' totals to the axes'.
 *
 * @param labels what fields and event types are called in the words.
 * @throws RangeError when `asOf` is not an instant.
 * @example explainScore(compiled, lead, events, events, asOf).axes.intent.groups[0]?.criteria
 */
export function explainScore(
  compiled: CompiledRubric,
  lead: LeadInput,
  ownEvents: EventSource,
  companyEvents: EventSource,
  asOf: Instant,
  labels: Labels = {},
): Explanation {
  const instant = requireMilliseconds(asOf);
  const prepared = prepareLead(compiled, lead, ownEvents, companyEvents);
  const measures = measureLead(compiled, prepared, instant);
  const score = scoreEvidence(compiled, readEvidence(compiled, measures));
  const { units, untils } = measures;
  const context: Context = { compiled, prepared, labels, asOf: instant, units, untils };
  const next = findTierChange(compiled, prepared, measures);
  const held = compiled.rubric.disqualifiers.filter(({ id }) => score.disqualifiedBy.includes(id));
  return {
    ...score,
    nextChangeAt: findChangeAfter(compiled, prepared, measures),
    asOf: instant,
    nextTier: next && { at: next.at, tier: compiled.rubric.tiers[next.tier]?.name ?? '' },
    axes: {
      fit: explainAxis(context, 'fit', score.fit),
      intent: explainAxis(context, 'intent', score.intent),
    },
    disqualifiers: held.map(({ id, label, when }) => ({
      id,
      label,
      condition: describeCondition(when, labels),
      fields: readMatches(when, lead, compiled.leadFields, instant),
    })),
  };
}
