import type { CompiledRubric } from './compile-rubric';
import { measureLead, type Measures, type PreparedLead } from './evidence';
import { findChangeAfter } from './next-change';
import { scoreUnits, type ScoreNumbers } from './score-units';

/** Steps after which a forecast gives up: more whole points than both axes have, there and back. */
const MOST_STEPS = 400;

export interface TierChange {
  /** Milliseconds since 1970 UTC. */
  at: number;
  /** Its place in the rubric; 0 is the best. */
  tier: number;
}

/** Scores measures into numbers. */
export function scoreMeasures(compiled: CompiledRubric, measures: Measures): ScoreNumbers {
  const out: ScoreNumbers = { fit: 0, intent: 0, score: 0, tier: 0, quadrant: 0 };
  scoreUnits(compiled.plan, measures.units, 0, measures.disqualified.includes(1), out);
  return out;
}

/**
 * The next change of tier if nothing new happens, by the engine's own next changes.
 *
 * @param start measures as of the instant to look from; not altered.
 * @param worst the worst tier that counts as kept, by its place; absent, any other tier than the present counts.
 * @returns null when no such change comes.
 */
export function findTierChange(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  start: Measures,
  worst?: number,
): TierChange | null {
  const first = scoreMeasures(compiled, start).tier;
  const isKept = (tier: number) => (worst === undefined ? tier === first : tier <= worst);
  let measures = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const at = findChangeAfter(compiled, prepared, measures);
    // A bound that did not move on would never end.
    if (at === null || at <= measures.asOf) return null;
    measures = measureLead(compiled, prepared, at);
    const { tier } = scoreMeasures(compiled, measures);
    if (!isKept(tier)) return { at, tier };
  }
  return null;
}
