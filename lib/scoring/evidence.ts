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
  const intent = compiled.intent[place];
  if (!intent) return;
  measureIntent(intent, prepared.lists[place], prepared.createdAt, asOf, scratch);
  into.units[intent.index] = scratch.units;
  into.slopes[intent.index] = scratch.slope;
  into.untils[intent.index] = scratch.until;
}

/** Answers the fit criteria and the disqualifiers as of an instant. */
export function measureConditions(
  compiled: CompiledRubric,
  lead: LeadInput,
  asOf: number,
  into: Measures,
): void {
  const { leadConditions, fitCount } = compiled;
  leadConditions.load(lead, asOf);
  const count = fitCount + into.disqualified.length;
  for (let i = 0; i < count; i += 1) {
    const holds = leadConditions.holds(i) ? 1 : 0;
    const until = leadConditions.timed[i] ? leadConditions.nextTurn(i, lead, asOf) : Number.POSITIVE_INFINITY;
    if (i < fitCount) {
      into.units[i] = holds;
      into.untils[i] = until;
    } else {
      into.disqualified[i - fitCount] = holds;
      into.disqualifiedUntils[i - fitCount] = until;
    }
  }
}

/** Measures everything about a lead as of an instant, in milliseconds. */
export function measureLead(compiled: CompiledRubric, prepared: PreparedLead, asOf: number): Measures {
  const count = compiled.criteria.length;
  const disqualifiers = compiled.rubric.disqualifiers.length;
  const measures: Measures = {
    asOf,
    units: new Float64Array(count),
    slopes: new Float64Array(count),
    untils: new Float64Array(count),
    disqualified: new Uint8Array(disqualifiers),
    disqualifiedUntils: new Float64Array(disqualifiers),
  };
  measureConditions(compiled, prepared.lead, asOf, measures);
  for (let place = 0; place < compiled.intent.length; place += 1) {
    measureInto(compiled, prepared, place, asOf, measures);
  }
  return measures;
}

/** The evidence in a set of measures. */
export function readEvidence(compiled: CompiledRubric, measures: Measures): Evidence {
  const held = compiled.rubric.disqualifiers.filter((_, place) => measures.disqualified[place] === 1);
  return {
    asOf: measures.asOf,
    units: measures.units,
    disqualifiedBy: held.map(({ id }) => id),
  };
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
