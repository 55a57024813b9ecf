import type { CompiledRubric } from './compile-rubric';
import {
  measureLead,
  prepareLead,
  readEvidence,
  type EventSource,
  type Measures,
  type PreparedLead,
} from './evidence';
import { requireMilliseconds } from './instants';
import { findChangeAfter } from './next-change';
import { scoreEvidence } from './score-evidence';
import type { Instant, LeadInput, ScoreOutput } from './types';

/**
 * A lead's whole score as of an instant: evidence, points × evidence, and when it will next differ by time alone.
 *
 * @param ownEvents the lead's own events, those still to come included.
 * @param companyEvents every event of the leads of its company and the company's signals; its own events when the lead
 * has no company.
 * @throws RangeError when `asOf` is not an instant.
 * @example scoreLead(compiled, lead, events, events, Date.UTC(2026, 5, 1)).score
 */
export function scoreLead(
  compiled: CompiledRubric,
  lead: LeadInput,
  ownEvents: EventSource,
  companyEvents: EventSource,
  asOf: Instant,
): ScoreOutput {
  const prepared = prepareLead(compiled, lead, ownEvents, companyEvents);
  return scoreMeasured(compiled, prepared, measureLead(compiled, prepared, requireMilliseconds(asOf)));
}

/**
 * As {@link scoreLead}, for a lead that was prepared and measured.
 *
 * @param measures as of the instant to score; not altered.
 */
export function scoreMeasured(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  measures: Measures,
): ScoreOutput {
  const score = scoreEvidence(compiled, readEvidence(compiled, measures));
  return { ...score, nextChangeAt: findChangeAfter(compiled, prepared, measures) };
}
