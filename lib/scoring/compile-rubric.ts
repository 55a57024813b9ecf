import { compileConditions, type ConditionSet } from './conditions';
import { DEFAULT_LISTS } from './default-lists';
import { createLeadFields, EVENT_FIELDS, type FieldSource } from './fields';
import { planScore, type ScorePlan } from './score-units';
import type { Criterion, EventInput, IntentCriterion, LeadInput, Lists, Rubric, Scope } from './types';

/** An intent criterion with its place, its event types as a set and its `where` compiled. */
export interface CompiledIntent {
  /** Its place among all criteria, fit's included. */
  index: number;
  criterion: IntentCriterion;
  scope: Scope;
  /** The event types it counts; null for any. */
  types: ReadonlySet<string> | null;
  where: ConditionSet<EventInput> | null;
  /** Whether time alone changes which events match. */
  whereTimed: boolean;
  /** How its units shrink between turning points, if they do. */
  fading: 'half_life' | 'linear' | null;
  /** Place of its half-life among the rubric's distinct ones; −1 when it has none. */
  halfLife: number;
}

/** A rubric made ready for any number of leads. Holds no answer that could change another. */
export interface CompiledRubric {
  rubric: Rubric;
  lists: Lists;
  /** Every criterion in rubric order, fit first: the order of units, points and contributions. */
  criteria: readonly Criterion[];
  fitCount: number;
  intent: readonly CompiledIntent[];
  /** The distinct half-lives, in days. */
  halfLives: readonly number[];
  leadFields: FieldSource<LeadInput>;
  /** The fit criteria's conditions, then the disqualifiers'. */
  leadConditions: ConditionSet<LeadInput>;
  /** The places of those that time alone may turn. */
  timedConditions: readonly number[];
  plan: ScorePlan;
}

function readHalfLife(criterion: IntentCriterion): number | null {
  return criterion.kind === 'each' && criterion.decay.kind === 'half_life' ? criterion.decay.days : null;
}

function compileIntent(
  criterion: IntentCriterion,
  index: number,
  halfLives: readonly number[],
): CompiledIntent {
  const { on, where } = criterion;
  const halfLife = readHalfLife(criterion);
  const isLinear = criterion.kind === 'each' && criterion.decay.kind === 'linear';
  const compiledWhere = where ? compileConditions([where], EVENT_FIELDS) : null;
  return {
    index,
    criterion,
    scope: criterion.scope ?? 'lead',
    types: on === undefined ? null : new Set(typeof on === 'string' ? [on] : on),
    where: compiledWhere,
    whereTimed: compiledWhere?.timed[0] ?? false,
    fading: halfLife !== null ? 'half_life' : isLinear ? 'linear' : null,
    halfLife: halfLife === null ? -1 : halfLives.indexOf(halfLife),
  };
}

/**
 * Compiles a rubric once into plain functions and typed arrays, for use with any number of leads at any instants.
 *
 * @param rubric a valid rubric, as `parseRubric` returns it.
 * @param lists domains and role names for `email.kind` and `email.role`.
 * @example const compiled = compileRubric(rubric)
 */
export function compileRubric(rubric: Rubric, lists: Lists = DEFAULT_LISTS): CompiledRubric {
  const fit = rubric.fit.groups.flatMap((group) => group.criteria);
  const intent = rubric.intent.groups.flatMap((group) => group.criteria);
  const halfLives = [...new Set(intent.map(readHalfLife))].filter((days) => days !== null);
  const conditions = [...fit, ...rubric.disqualifiers].map(({ when }) => when);
  const leadFields = createLeadFields(lists);
  const leadConditions = compileConditions(conditions, leadFields);
  return {
    rubric,
    lists,
    criteria: [...fit, ...intent],
    fitCount: fit.length,
    intent: intent.map((criterion, place) => compileIntent(criterion, fit.length + place, halfLives)),
    halfLives,
    leadFields,
    leadConditions,
    timedConditions: leadConditions.timed.flatMap((timed, place) => (timed ? [place] : [])),
    plan: planScore(rubric),
  };
}
