import { fitLogistic, logLoss, logLosses, predictLogOdds } from '@/lib/calibration/logistic-regression';
import { pickRows, TermMarks } from './design-terms';
import { growTerms, type Growth } from './grow-terms';
import { dealOut, rowsWhere } from './shuffle-rows';
import { chooseGuessRidge, guessChances, type Parting } from './guess-chances';
import type { Evidence } from './types';

/** A model with how its size and its ridge were chosen. */
export interface ChosenModel extends Growth {
  ridge: number;
  /** Mean loss on rows held out, by number of terms, from none on. */
  losses: readonly number[];
}

export interface ModelLimits {
  mostTerms: number;
  mostPairs: number;
  seed: number;
}

const FOLDS = 5;
/** Of so many rows three parts say as much, in half the time. */
const MANY_ROWS = 10_000;
const FEW_FOLDS = 3;
/** The ridge that models are grown under. */
const GROWING_RIDGE = 1;
const RIDGES = [0.5, 2, 8, 30];
/** Standard errors by which one way must cost less than another to be clearly better. */
const CLEAR = 2;

/** Rows with the terms looked up in them. */
interface Sample {
  outcomes: Uint8Array;
  marks: TermMarks;
  /** What models are fitted to. */
  aims: Uint8Array | Float64Array;
}

interface Fold {
  train: Sample;
  held: Sample;
  path: Growth[];
}

/** How to grow a model on some rows. */
type Grow = (evidence: Evidence) => Pick<Fold, 'path'> & { sample: Sample };

function oddsOf({ terms, model }: Growth, { marks }: Sample): Float64Array {
  return predictLogOdds(marks.design(terms), model);
}

function refit({ terms, model }: Growth, { marks, aims }: Sample, ridge: number): Growth {
  return { terms, model: fitLogistic(marks.design(terms), aims, { ridge, start: model }) };
}

/** The model of so many terms; a path that ended before stays as it ended. */
function stepOf<T>(path: readonly T[], size: number): T {
  const step = path[Math.min(size, path.length - 1)];
  if (step === undefined) throw new RangeError('a path has at least the model without terms');
  return step;
}

function partRows(evidence: Evidence, seed: number): Parting[] {
  const folds = evidence.outcomes.length > MANY_ROWS ? FEW_FOLDS : FOLDS;
  const parts = dealOut(evidence.outcomes, folds, seed);
  return Array.from({ length: folds }, (_, fold) => {
    const pick = (isHeld: boolean) =>
      pickRows(
        evidence,
        rowsWhere(parts.length, (row) => (parts[row] === fold) === isHeld),
      );
    return { train: pick(false), held: pick(true) };
  });
}

function sampleOf(evidence: Evidence, aims: Sample['aims'] = evidence.outcomes): Sample {
  return { outcomes: evidence.outcomes, marks: new TermMarks(evidence), aims };
}

/** A way to grow a model, tried on rows held out. */
interface Trial {
  grow: Grow;
  folds: Fold[];
  /** What each row held out costs, by number of terms. */
  costs: readonly (readonly number[])[];
  size: number;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How much less one guess costs than another, row by row: in all, and the standard error of that. */
function compareCosts(costs: readonly number[], others: readonly number[]): { gain: number; error: number } {
  const gains = costs.map((cost, row) => (others[row] ?? 0) - cost);
  const gain = mean(gains);
  return { gain, error: Math.sqrt(mean(gains.map((one) => (one - gain) ** 2)) / gains.length) };
}

/** The number of terms that costs least; of those that cost as little but for a standard error the largest, if that is wanted. */
function chooseSize(costs: Trial['costs'], wanted: 'least' | 'largest'): number {
  const means = costs.map(mean);
  const least = means.indexOf(Math.min(...means));
  if (wanted === 'least') return least;
  const best = costs[least] ?? [];
  return costs.findLastIndex((own, size) => {
    const { gain, error } = compareCosts(best, own);
    return size === least || (size > least && gain <= error);
  });
}

function tryOut(grow: Grow, partings: readonly Parting[], wanted: 'least' | 'largest'): Trial {
  const folds = partings.map(({ train, held }) => {
    const { path, sample } = grow(train);
    return { train: sample, held: sampleOf(held), path };
  });
  const longest = Math.max(...folds.map(({ path }) => path.length));
  const costs = Array.from({ length: longest }, (_, size) =>
    folds.flatMap(({ held, path }) => [...logLosses(oddsOf(stepOf(path, size), held), held.outcomes)]),
  );
  return { grow, folds, costs, size: chooseSize(costs, wanted) };
}

/**
 * The way to grow a model. Of many rows: to the outcomes themselves. Where rows are few: to what all that is known says of them,
 * which sways less, with as many terms as do no harm; to the outcomes only where that is clearly better.
 */
function chooseTrial(partings: readonly Parting[], limits: ModelLimits, rows: number): Trial {
  const growing = { ...limits, ridge: GROWING_RIDGE };
  const plain = tryOut(
    (evidence) => ({ path: [...growTerms(evidence, growing)], sample: sampleOf(evidence) }),
    partings,
    'least',
  );
  if (rows > MANY_ROWS) return plain;
  const ridge = chooseGuessRidge(partings);
  const guessed = tryOut(
    (evidence) => {
      const chances = guessChances(evidence, ridge);
      return { path: [...growTerms(evidence, { ...growing, chances })], sample: sampleOf(evidence, chances) };
    },
    partings,
    'largest',
  );
  const { gain, error } = compareCosts(plain.costs[plain.size] ?? [], guessed.costs[guessed.size] ?? []);
  return gain > CLEAR * error ? plain : guessed;
}

function chooseRidge(folds: readonly Fold[], size: number): number {
  const losses = RIDGES.map((ridge) =>
    mean(
      folds.map(({ train, held, path }) =>
        logLoss(oddsOf(refit(stepOf(path, size), train, ridge), held), held.outcomes),
      ),
    ),
  );
  return RIDGES[losses.indexOf(Math.min(...losses))] ?? GROWING_RIDGE;
}

/**
 * Learns a model; how it is grown, its number of terms and the strength of its ridge are chosen by cross-validation:
 * terms are looked for anew in each, so that the held-out rows have no say in what they judge.
 */
export function chooseModel(evidence: Evidence, limits: ModelLimits): ChosenModel {
  const partings = partRows(evidence, limits.seed);
  const { grow, folds, costs, size } = chooseTrial(partings, limits, evidence.outcomes.length);
  const ridge = chooseRidge(folds, size);
  const { path, sample } = grow(evidence);
  return { ...refit(stepOf(path, size), sample, ridge), ridge, losses: costs.map(mean) };
}
