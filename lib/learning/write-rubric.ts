import { predictLogOdds } from '@/lib/calibration/logistic-regression';
import type { FitCriterion, Group, IntentCriterion, Rubric } from '@/lib/scoring/types';
import type { ChosenModel } from './choose-model';
import { START_GROUP } from './constants';
import { describeBins, nameColumn, toCondition } from './describe-bins';
import { markTerm, TermMarks } from './design-terms';
import { describeEvidence, rateCriterion, type CriterionEvidence } from './rate-criteria';
import type { Evidence, Feature, Term } from './types';

/** A criterion of a learned rubric, and why it is worth what it is. */
export interface LearnedCriterion {
  id: string;
  label: string;
  points: number;
  /** Its weight in the model, in log-odds with all other criteria equal; null of the starting points. */
  logOdds: number | null;
  /** Null of the starting points. */
  evidence: CriterionEvidence | null;
  reason: string;
}

/** A rubric learned from outcomes. */
export interface LearnedRubric {
  rubric: Rubric;
  criteria: readonly LearnedCriterion[];
  /** Points that one unit of log-odds is worth. */
  pointsPerLogOdds: number;
}

/** Of the rows, so many at either end may lie beyond 0 or 100. */
const CUT_SHARE = 0.002;
const COMBINATIONS = 'combinations';

/** A text as an id: "Age 60 or more" is "age-60-or-more". */
function toId(text: string): string {
  const id = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return id.slice(0, 60) || 'criterion';
}

/** The id, with a number behind it when it is taken. */
function takeId(text: string, taken: Set<string>): string {
  const id = toId(text);
  let free = id;
  for (let copy = 2; taken.has(free); copy += 1) free = `${id}-${copy}`;
  taken.add(free);
  return free;
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))] ?? 0;
}

/** Where 0 and 100 lie in log-odds, so that the scores of nearly all rows fit in and use the range. */
function findScale(logOdds: Float64Array): { low: number; pointsPerLogOdds: number } {
  const sorted = logOdds.toSorted();
  const low = quantile(sorted, CUT_SHARE);
  const high = quantile(sorted, 1 - CUT_SHARE);
  return { low, pointsPerLogOdds: high - low > 1e-6 ? 100 / (high - low) : 0 };
}

function featureOf(evidence: Evidence, place: number): Feature {
  const feature = evidence.features[place];
  if (!feature) throw new RangeError(`there is no feature ${place}`);
  return feature;
}

function labelOf(evidence: Evidence, term: Exclude<Term, { kind: 'indicator' }>): string {
  const words = (term.kind === 'bins' ? [term] : term.parts).map(({ feature, bins }) =>
    describeBins(featureOf(evidence, feature), bins),
  );
  return words.join(' and ');
}

function conditionOf(evidence: Evidence, term: Exclude<Term, { kind: 'indicator' }>) {
  if (term.kind === 'bins') return toCondition(featureOf(evidence, term.feature), term.bins);
  return { all: term.parts.map(({ feature, bins }) => toCondition(featureOf(evidence, feature), bins)) };
}

interface Placed<C> {
  group: { id: string; label: string };
  criterion: C;
}

/** Criteria under their groups, in the order in which groups first occur. */
function groupCriteria<C extends FitCriterion | IntentCriterion>(placed: readonly Placed<C>[]): Group<C>[] {
  const groups = new Map<string, Group<C>>();
  for (const { group, criterion } of placed) {
    const known = groups.get(group.id);
    if (known) known.criteria.push(criterion);
    else groups.set(group.id, { ...group, criteria: [criterion] });
  }
  return [...groups.values()];
}

function explainPoints(weight: number, points: number, evidence: CriterionEvidence): string {
  const odds = Math.exp(Math.abs(weight)).toFixed(2);
  const says = weight >= 0 ? 'multiplies' : 'divides';
  return `${describeEvidence(evidence)} With all else equal it ${says} the odds of winning by ${odds}: ${points > 0 ? '+' : '−'}${Math.abs(points)} points.`;
}

function groupOf(evidence: Evidence, term: Term): { id: string; label: string } {
  if (term.kind === 'both') return { id: COMBINATIONS, label: 'Combinations' };
  if (term.kind === 'indicator') return { id: 'behaviour', label: 'Behaviour' };
  const { label } = featureOf(evidence, term.feature);
  return { id: `about-${toId(label)}`, label: nameColumn(label) };
}

/** Share of fit in the score: as much as fit moves the score, of all that moves it. */
function weighFit(evidence: Evidence, { terms, model }: ChosenModel): number {
  const spreadOf = (kind: 'fit' | 'intent') => {
    const kept = terms.map((term, place) =>
      (term.kind === 'indicator') === (kind === 'intent') ? (model.weights[place] ?? 0) : 0,
    );
    const odds = predictLogOdds(new TermMarks(evidence).design(terms), {
      intercept: 0,
      weights: Float64Array.from(kept),
    });
    const sorted = odds.toSorted();
    return quantile(sorted, 1 - CUT_SHARE) - quantile(sorted, CUT_SHARE);
  };
  const [fit, intent] = [spreadOf('fit'), spreadOf('intent')];
  if (intent === 0) return 1;
  return fit === 0 ? 0 : Math.round((fit / (fit + intent)) * 100) / 100;
}

/**
 * Writes a model as a rubric: a criterion per weight, its points the weight scaled so that the scores of nearly all rows
 * lie within 0 to 100, as whole numbers. What every lead starts with is a criterion that always holds. Tiers are left
 * to the caller, who knows the scores.
 */
export function writeRubric(evidence: Evidence, chosen: ChosenModel, name: string): LearnedRubric {
  const { terms, model } = chosen;
  const { low, pointsPerLogOdds } = findScale(predictLogOdds(new TermMarks(evidence).design(terms), model));
  const fitWeight = weighFit(evidence, chosen);
  const ids = new Set<string>();
  const fit: Placed<FitCriterion>[] = [];
  const intent: Placed<IntentCriterion>[] = [];
  const criteria: LearnedCriterion[] = [];
  const startPoints =
    fitWeight === 0 ? 0 : Math.round(((model.intercept - low) * pointsPerLogOdds) / fitWeight);
  if (startPoints !== 0 && terms.length > 0) {
    const criterion = {
      id: takeId(START_GROUP, ids),
      label: 'What every lead starts with',
      when: { all: [] },
      points: startPoints,
    };
    fit.push({ group: { id: START_GROUP, label: 'Start' }, criterion });
    const reason = `A lead of which nothing below holds wins with a chance of ${(100 / (1 + Math.exp(-model.intercept))).toFixed(1)} %; the other points go up and down from there.`;
    criteria.push({
      id: criterion.id,
      label: criterion.label,
      points: startPoints,
      logOdds: null,
      evidence: null,
      reason,
    });
  }
  for (const [place, term] of terms.entries()) {
    const weight = model.weights[place] ?? 0;
    const share = term.kind === 'indicator' ? 1 - fitWeight : fitWeight;
    const points = share === 0 ? 0 : Math.round((weight * pointsPerLogOdds) / share);
    if (points === 0) continue;
    const group = groupOf(evidence, term);
    const rated = rateCriterion(markTerm(evidence, term), evidence.outcomes);
    const reason = explainPoints(weight, points, rated);
    if (term.kind === 'indicator') {
      const criterion = evidence.indicators[term.indicator]?.criterion;
      if (!criterion) continue;
      const id = takeId(criterion.id, ids);
      intent.push({ group, criterion: { ...criterion, id, points } });
      criteria.push({ id, label: criterion.label, points, logOdds: weight, evidence: rated, reason });
      continue;
    }
    const label = labelOf(evidence, term);
    const id = takeId(label, ids);
    fit.push({ group, criterion: { id, label, when: conditionOf(evidence, term), points } });
    criteria.push({ id, label, points, logOdds: weight, evidence: rated, reason });
  }
  const rubric: Rubric = {
    format: 'leadgrid.rubric/1',
    name,
    fit: { groups: groupCriteria(fit) },
    intent: { groups: groupCriteria(intent) },
    disqualifiers: [],
    fitWeight,
    grid: { fitCut: 50, intentCut: intent.length > 0 ? 50 : 0 },
    tiers: [{ name: 'A', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' }],
  };
  return { rubric, criteria, pointsPerLogOdds };
}
