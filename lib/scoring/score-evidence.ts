import type { CompiledRubric } from './compile-rubric';
import { QUADRANTS, scoreUnits, type ScoreNumbers } from './score-units';
import type { Contribution, Evidence, Score } from './types';

function listContributions({ criteria, plan }: CompiledRubric, units: Float64Array): Contribution[] {
  return criteria.flatMap(({ id }, index) => {
    const counted = units[index] ?? 0;
    const points = plan.points[index] ?? 0;
    return counted === 0 ? [] : [{ criterionId: id, units: counted, points, contribution: points * counted }];
  });
}

/** As {@link scoreEvidence}, without the contributions: what lists of many leads show. */
export function placeEvidence(compiled: CompiledRubric, evidence: Evidence): Omit<Score, 'contributions'> {
  const numbers: ScoreNumbers = { fit: 0, intent: 0, score: 0, tier: 0, quadrant: 0 };
  scoreUnits(compiled.plan, evidence.units, 0, evidence.disqualifiedBy.length > 0, numbers);
  return {
    fit: numbers.fit,
    intent: numbers.intent,
    score: numbers.score,
    tier: compiled.rubric.tiers[numbers.tier]?.name ?? '',
    quadrant: QUADRANTS[numbers.quadrant] ?? 'deprioritize',
    disqualifiedBy: evidence.disqualifiedBy,
  };
}

/**
 * Points × evidence: fit, intent and score as whole numbers 0–100, tier, quadrant, and every contribution.
 *
 * @param compiled any rubric with the criteria the evidence was computed for; its points, limits, cuts and tiers count.
 * @example scoreEvidence(compiled, computeEvidence(compiled, lead, events, events, asOf)).tier === 'A'
 */
export function scoreEvidence(compiled: CompiledRubric, evidence: Evidence): Score {
  return {
    ...placeEvidence(compiled, evidence),
    contributions: listContributions(compiled, evidence.units),
  };
}
