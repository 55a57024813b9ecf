import { fitLogistic } from '@/lib/calibration/logistic-regression';
import { testTwoProportions } from '@/lib/calibration/two-proportion-test';
import type { Condition, FitCriterion, IntentCriterion, Rubric } from '@/lib/scoring/types';
import { LEAST_INFORMATION, MOST_PROPOSALS } from './constants';
import { describeBins, toCondition } from './describe-bins';
import { markTerm, TermMarks } from './design-terms';
import { growTerms } from './grow-terms';
import { rateCriterion, type CriterionEvidence } from './rate-criteria';
import type { Evidence, Term } from './types';

/** A criterion about something that the rubric does not look at, though it tells winners from losers. */
export interface Proposal {
  criterion: { axis: 'fit'; criterion: FitCriterion } | { axis: 'intent'; criterion: IntentCriterion };
  evidence: CriterionEvidence;
}

/** Chance of so large a difference though there is none, at most. */
const MOST_CHANCE = 0.01;

function listFields(condition: Condition): string[] {
  if ('field' in condition) return [condition.field];
  if ('not' in condition) return listFields(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(listFields);
}

/** What a rubric looks at: fields of leads, and types of events. */
export function listUsed(rubric: Rubric): { fields: Set<string>; types: Set<string> } {
  const fit = rubric.fit.groups.flatMap(({ criteria }) => criteria);
  const intent = rubric.intent.groups.flatMap(({ criteria }) => criteria);
  return {
    fields: new Set([...fit, ...rubric.disqualifiers].flatMap(({ when }) => listFields(when))),
    types: new Set(intent.flatMap(({ on }) => (on === undefined ? [] : [on].flat()))),
  };
}

/** The best single term of one feature or of one event type; null when it tells nothing. */
function findTerm(evidence: Evidence): Term | null {
  const [, grown] = growTerms(evidence, { mostTerms: 1, mostPairs: 0, ridge: 1 });
  return grown?.terms[0] ?? null;
}

function rateTerm(
  evidence: Evidence,
  term: Term,
  pointsPerLogOdds: number,
): { points: number; rated: CriterionEvidence } {
  const design = new TermMarks(evidence).design([term]);
  const weight = fitLogistic(design, evidence.outcomes, { ridge: 2 }).weights[0] ?? 0;
  return {
    points: Math.round(weight * pointsPerLogOdds) || Math.sign(weight),
    rated: rateCriterion(markTerm(evidence, term), evidence.outcomes),
  };
}

function toProposal(evidence: Evidence, term: Term, pointsPerLogOdds: number): Proposal | null {
  const { points, rated } = rateTerm(evidence, term, pointsPerLogOdds);
  if (term.kind === 'indicator') {
    const found = evidence.indicators[term.indicator]?.criterion;
    const id = `proposed-${found?.id ?? ''}`;
    return found
      ? { criterion: { axis: 'intent', criterion: { ...found, id, points } }, evidence: rated }
      : null;
  }
  const feature = term.kind === 'bins' ? evidence.features[term.feature] : undefined;
  if (!feature || term.kind !== 'bins') return null;
  const label = describeBins(feature, term.bins);
  const id = `proposed-${label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)}`;
  const criterion = { id, label, when: toCondition(feature, term.bins), points };
  return { criterion: { axis: 'fit', criterion }, evidence: rated };
}

/**
 * Proposes criteria about fields and event types that the rubric does not look at, one each, those that tell most first.
 *
 * @param pointsPerLogOdds the scale of the points proposed.
 */
export function proposeCriteria(evidence: Evidence, rubric: Rubric, pointsPerLogOdds: number): Proposal[] {
  const used = listUsed(rubric);
  const { outcomes } = evidence;
  const byField = evidence.features
    .filter(({ field }) => !used.fields.has(field))
    .map((feature): Evidence => ({ features: [feature], indicators: [], outcomes }));
  const types = new Set(evidence.indicators.map(({ criterion }) => String(criterion.on)));
  const byType = [...types]
    .filter((type) => !used.types.has(type))
    .map((type): Evidence => ({
      features: [],
      indicators: evidence.indicators.filter(({ criterion }) => criterion.on === type),
      outcomes,
    }));
  return [...byField, ...byType]
    .flatMap((one) => {
      const term = findTerm(one);
      return (term && toProposal(one, term, pointsPerLogOdds)) ?? [];
    })
    .filter(({ evidence: { informationValue, with: having, without } }) => {
      return informationValue >= LEAST_INFORMATION && testTwoProportions(having, without).p <= MOST_CHANCE;
    })
    .sort((a, b) => b.evidence.informationValue - a.evidence.informationValue)
    .slice(0, MOST_PROPOSALS);
}
