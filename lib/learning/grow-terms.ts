import {
  fitLogistic,
  predictLogOdds,
  toChance,
  type LogisticModel,
  type SparseDesign,
} from '@/lib/calibration/logistic-regression';
import { TermMarks } from './design-terms';
import { PairSearch } from './find-pairs';
import { findSplit, type Candidate } from './find-splits';
import { sumBins, type Residuals } from './sum-bins';
import type { Evidence, Term } from './types';

/** A model as it stands after so many steps. */
export interface Growth {
  terms: readonly Term[];
  model: LogisticModel;
}

export interface GrowthLimits {
  mostTerms: number;
  /** How many of the terms may be pairs of conditions. */
  mostPairs: number;
  ridge: number;
  /** Chances to be met instead of the bare outcomes, per row. They hold no luck that would have to be taken off. */
  chances?: Float64Array;
}

interface StepLimits {
  ridge: number;
  leastRows: number;
  leastGain: number;
  luck: number;
}

/** Twice the log-likelihood that a term must gain: the best of many candidates gains several by chance alone. */
const LEAST_GAIN = 4;
const LEAST_GAIN_OF_CHANCES = 0.25;
const LEAST_ROWS = 10;
const LEAST_SHARE = 0.004;

function findIndicator(
  { indicators }: Evidence,
  terms: readonly Term[],
  { errors, spreads }: Residuals,
  { ridge, leastRows }: StepLimits,
): Candidate | null {
  const taken = new Set(terms.flatMap((term) => (term.kind === 'indicator' ? [term.indicator] : [])));
  const all = spreads.reduce((sum, spread) => sum + spread, 0);
  let best: Candidate | null = null;
  for (const [indicator, { holds }] of indicators.entries()) {
    if (taken.has(indicator)) continue;
    let [slope, curve, rows] = [0, 0, 0];
    for (let row = 0; row < holds.length; row += 1) {
      if (holds[row] !== 1) continue;
      slope += errors[row] ?? 0;
      curve += spreads[row] ?? 0;
      rows += 1;
    }
    if (rows < leastRows || holds.length - rows < leastRows) continue;
    // The intercept takes up part of what all rows share.
    const gain = (slope * slope) / (curve * (1 - curve / all) + ridge);
    if (gain > (best?.gain ?? 0)) best = { gain, from: -1, term: { kind: 'indicator', indicator } };
  }
  return best;
}

function measureResiduals(
  design: SparseDesign,
  model: LogisticModel,
  outcomes: Uint8Array | Float64Array,
): Residuals {
  const errors = predictLogOdds(design, model);
  const spreads = new Float64Array(errors.length);
  for (let row = 0; row < errors.length; row += 1) {
    const chance = toChance(errors[row] ?? 0);
    errors[row] = (outcomes[row] ?? 0) - chance;
    spreads[row] = chance * (1 - chance);
  }
  return { errors, spreads };
}

/** What each bin of a feature has from the terms so far. */
function weighBins(feature: number, bins: number, { terms, model }: Growth): Float64Array {
  const weights = new Float64Array(bins);
  terms.forEach((term, place) => {
    if (term.kind !== 'bins' || term.feature !== feature) return;
    for (const bin of term.bins) weights[bin] = model.weights[place] ?? 0;
  });
  return weights;
}

/** The terms with one more; bins that it takes from another term are no longer that one's. */
function addTerm(terms: readonly Term[], { term, from }: Candidate): Term[] {
  const taken = term.kind === 'bins' ? term.bins : [];
  const left = terms.map((other, place) =>
    place === from && other.kind === 'bins'
      ? { ...other, bins: other.bins.filter((bin) => !taken.includes(bin)) }
      : other,
  );
  return [...left, term];
}

/** The term to add next, or null when none is worth it. */
function findBest(
  evidence: Evidence,
  growth: Growth,
  residuals: Residuals,
  pairs: PairSearch | null,
  limits: StepLimits,
): Candidate | null {
  const { terms } = growth;
  const plain = [
    ...evidence.features.map((feature, place) => {
      const weights = weighBins(place, feature.bins.length, growth);
      return findSplit(feature, place, terms, sumBins(feature, residuals), weights, limits);
    }),
    findIndicator(evidence, terms, residuals, limits),
  ].reduce((a, b) => ((b?.gain ?? 0) > (a?.gain ?? 0) ? b : a), null);
  const best = pairs?.find(residuals, limits, Math.max(limits.leastGain, plain?.gain ?? 0)) ?? plain;
  return best && best.gain >= limits.leastGain ? best : null;
}

/**
 * Grows a model term by term: each step adds what improves it most — giving bins of a feature points of their own, an
 * indicator, or two conditions that hold together — and fits all weights again.
 *
 * Greedy forward selection by the score test with refitting (J. Friedman, T. Hastie, R. Tibshirani, Additive logistic
 * regression, Annals of Statistics 28, 2000, fit the same by boosting).
 */
export function* growTerms(
  evidence: Evidence,
  { mostTerms, mostPairs, ridge, chances }: GrowthLimits,
): Generator<Growth> {
  const leastRows = Math.max(LEAST_ROWS, Math.round(evidence.outcomes.length * LEAST_SHARE));
  const outcomes = chances ?? evidence.outcomes;
  const limits = {
    ridge,
    leastRows,
    leastGain: chances ? LEAST_GAIN_OF_CHANCES : LEAST_GAIN,
    luck: chances ? 0 : 1,
  };
  const search = mostPairs > 0 ? new PairSearch(evidence) : null;
  const marks = new TermMarks(evidence);
  let design = marks.design([]);
  let growth: Growth = { terms: [], model: fitLogistic(design, outcomes, { ridge }) };
  yield growth;
  while (growth.terms.length < mostTerms) {
    const pairs = growth.terms.filter(({ kind }) => kind === 'both').length;
    const residuals = measureResiduals(design, growth.model, outcomes);
    const best = findBest(evidence, growth, residuals, pairs < mostPairs ? search : null, limits);
    if (!best) return;
    const terms = addTerm(growth.terms, best);
    design = marks.design(terms);
    growth = { terms, model: fitLogistic(design, outcomes, { ridge, steps: 2, start: growth.model }) };
    yield growth;
  }
}
