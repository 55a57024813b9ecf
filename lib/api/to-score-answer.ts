import type { AxisExplanation, CriterionExplanation, Explanation } from '@/lib/scoring/explain';
import type { FieldMatch } from '@/lib/scoring/read-matches';
import type { ScoreAnswer } from './schemas/scores';
import { toInstant } from './to-instant';

function toField({ field, op, value, holds }: FieldMatch) {
  return { field, op, value, holds };
}

function toCriterion({ fields, events, turnsAt, nextMove, ...criterion }: CriterionExplanation) {
  return {
    ...criterion,
    fields: fields.map(toField),
    events: events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
    turnsAt: toInstant(turnsAt),
    nextMove: nextMove && { at: new Date(nextMove.at).toISOString(), by: nextMove.by },
  };
}

function toAxis({ sum, value, groups }: AxisExplanation) {
  return {
    sum,
    value,
    groups: groups.map((group) => ({ ...group, criteria: group.criteria.map(toCriterion) })),
  };
}

/** An explanation as the API answers it: the engine's own figures, with instants as texts. */
export function toScoreAnswer(
  leadId: string,
  explanation: Explanation,
  rubric: ScoreAnswer['rubric'],
): ScoreAnswer {
  const { asOf, fit, intent, score, tier, quadrant, axes, disqualifiers, nextChangeAt, nextTier } =
    explanation;
  return {
    leadId,
    asOf: new Date(asOf).toISOString(),
    fit,
    intent,
    score,
    tier,
    quadrant,
    rubric,
    axes: { fit: toAxis(axes.fit), intent: toAxis(axes.intent) },
    disqualifiers: disqualifiers.map(({ fields, ...rule }) => ({ ...rule, fields: fields.map(toField) })),
    nextChangeAt: toInstant(nextChangeAt),
    nextTier: nextTier && { at: new Date(nextTier.at).toISOString(), tier: nextTier.tier },
  };
}
