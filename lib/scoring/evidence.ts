import type { CompiledRubric } from './compile-rubric';
import { requireMilliseconds, toMilliseconds } from './instants';
import { matchEvents, type MatchedEvents, type MatchList } from './match-events';
import { measureIntent, type Measure } from './measure-intent';
import type { EventInput, Evidence, Instant, LeadInput, Scope } from './types';

/** Events as they came, or already sorted out by criterion with `matchEvents`, for use with many leads or instants. */
export type EventSource = readonly EventInput[] | MatchedEvents;

/** A lead with its events sorted out, to be measured at any instant. */
export interface PreparedLead {
  lead: LeadInput;
  /** In milliseconds; NaN when unreadable. */
  createdAt: number;
  /** By the criterion's place among the intent criteria. */
  lists: (MatchList | undefined)[];
  /** Whether the fit conditions and then the disqualifiers hold, where that is known: the lead is then not asked. */
  answers?: Uint8Array;
}

/** Every criterion's measure at one instant, as columns in rubric order, and the same for the disqualifiers. */
export interface Measures {
  asOf: number;
  units: Float64Array;
  slopes: Float64Array;
  untils: Float64Array;
  disqualified: Uint8Array;
  disqualifiedUntils: Float64Array;
}

function isMatched(source: EventSource): source is MatchedEvents {
  return 'lists' in source;
}

function matchSource(compiled: CompiledRubric, scope: Scope, source: EventSource): MatchedEvents {
  return isMatched(source) ? source : matchEvents(compiled, scope, source);
}

/** Brings a lead and its events together, per criterion by its scope. */
export function prepareLead(
  compiled: CompiledRubric,
  lead: LeadInput,
  ownEvents: EventSource,
  companyEvents: EventSource,
): PreparedLead {
  const own = matchSource(compiled, 'lead', ownEvents).lists;
  const company = matchSource(compiled, 'company', companyEvents).lists;
  return {
    lead,
    createdAt: toMilliseconds(lead.createdAt),
    lists: compiled.intent.map(({ scope }, place) => (scope === 'company' ? company[place] : own[place])),
  };
}

/** A measure to write into, shared: each use reads it before the next. */
const scratch: Measure = { units: 0, slope: 0, until: 0 };

/** Measures one intent criterion and puts it into its column. */
export function measureInto(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  place: number,
  asOf: number,
  into: Measures,
): void {
  const compiledIntent = compiled.intent[place];
  if (!compiledIntent) return;
  // What was packed has been asked already whether it matches.
  const isAsked = prepared.answers !== undefined && compiledIntent.whereTimed;
  const intent = isAsked ? { ...compiledIntent, whereTimed: false } : compiledIntent;
  measureIntent(intent, prepared.lists[place], prepared.createdAt, asOf, scratch);
  into.units[intent.index] = scratch.units;
  into.slopes[intent.index] = scratch.slope;
  into.untils[intent.index] = scratch.until;
}

/** Answers the fit criteria and the disqualifiers as of an instant. */
export function measureConditions(
  compiled: CompiledRubric,
  { lead, answers }: Pick<PreparedLead, 'lead' | 'answers'>,
  asOf: number,
  into: Measures,
): void {
  const { leadConditions, fitCount, timedConditions } = compiled;
  const { units, disqualified } = into;
  const held = answers ?? leadConditions.evaluate(lead, asOf);
  for (let i = 0; i < fitCount; i += 1) units[i] = held[i] ?? 0;
  for (let i = fitCount; i < held.length; i += 1) disqualified[i - fitCount] = held[i] ?? 0;
  for (const i of timedConditions) {
    const turn = answers ? Number.POSITIVE_INFINITY : leadConditions.nextTurn(i, lead, asOf);
    if (i < fitCount) into.untils[i] = turn;
    else into.disqualifiedUntils[i - fitCount] = turn;
  }
}

/** Columns to measure into. They may be used for one lead after another. */
export function createMeasures({ criteria, rubric }: CompiledRubric): Measures {
  return {
    asOf: 0,
    units: new Float64Array(criteria.length),
    slopes: new Float64Array(criteria.length),
    untils: new Float64Array(criteria.length).fill(Number.POSITIVE_INFINITY),
    disqualified: new Uint8Array(rubric.disqualifiers.length),
    disqualifiedUntils: new Float64Array(rubric.disqualifiers.length).fill(Number.POSITIVE_INFINITY),
  };
}

/**
 * Measures everything about a lead as of an instant, in milliseconds.
 *
 * @param into columns of an earlier lead of the same rubric, to be overwritten; new ones when absent.
 */
export function measureLead(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  asOf: number,
  into: Measures = createMeasures(compiled),
): Measures {
  into.asOf = asOf;
  measureConditions(compiled, prepared, asOf, into);
  for (let place = 0; place < compiled.intent.length; place += 1) {
    measureInto(compiled, prepared, place, asOf, into);
  }
  return into;
}

/** The evidence in a set of measures. */
export function readEvidence(compiled: CompiledRubric, measures: Measures): Evidence {
  const { disqualifiers } = compiled.rubric;
  const held = disqualifiers.flatMap(({ id }, place) => (measures.disqualified[place] === 1 ? id : []));
  return { asOf: measures.asOf, units: measures.units, disqualifiedBy: held };
}

/**
 * What happened and who they are, as units per criterion; no points in it.
 *
 * @param ownEvents the lead's own events, those still to come included.
 * @param companyEvents every event of the leads of its company and the company's signals; its own events when the lead
 * has no company.
 * @param asOf events after it do not exist yet, one exactly at it does.
 * @returns units in rubric order: 0 or 1 for conditions, thresholds and inactivity, a sum of weights for `each`.
 * @throws RangeError when `asOf` is not an instant.
 * @example computeEvidence(compiled, lead, events, events, '2026-06-01T12:00:00Z').units
 */
export function computeEvidence(
  compiled: CompiledRubric,
  lead: LeadInput,
  ownEvents: EventSource,
  companyEvents: EventSource,
  asOf: Instant,
): Evidence {
  const prepared = prepareLead(compiled, lead, ownEvents, companyEvents);
  return readEvidence(compiled, measureLead(compiled, prepared, requireMilliseconds(asOf)));
}
