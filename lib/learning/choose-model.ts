import { fitLogistic, logLoss, predictLogOdds } from '@/lib/calibration/logistic-regression';
import { designTerms, pickRows } from './design-terms';
import { growTerms, type Growth } from './grow-terms';
import { dealOut, rowsWhere } from './shuffle-rows';
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
/** The ridge that models are grown under. */
const GROWING_RIDGE = 1;
const RIDGES = [0.5, 1, 2, 5, 10, 20, 50];
/** A size counts as good as the best when its loss lies within this share of the standard error: the smaller is read. */
const TOLERANCE = 0.1;

interface Fold {
  train: Evidence;
  held: Evidence;
  path: Growth[];
}

function lossOf({ terms, model }: Growth, evidence: Evidence): number {
  return logLoss(predictLogOdds(designTerms(evidence, terms), model), evidence.outcomes);
}

function refit({ terms, model }: Growth, evidence: Evidence, ridge: number): Growth {
  return {
    terms,
    model: fitLogistic(designTerms(evidence, terms), evidence.outcomes, { ridge, start: model }),
  };
}

/** The model of so many terms; a path that ended before stays as it ended. */
function stepOf<T>(path: readonly T[], size: number): T {
  const step = path[Math.min(size, path.length - 1)];
  if (step === undefined) throw new RangeError('a path has at least the model without terms');
  return step;
}

function makeFolds(evidence: Evidence, limits: ModelLimits): Fold[] {
  const parts = dealOut(evidence.outcomes, FOLDS, limits.seed);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const train = pickRows(
      evidence,
      rowsWhere(parts.length, (row) => parts[row] !== fold),
    );
    const held = pickRows(
      evidence,
      rowsWhere(parts.length, (row) => parts[row] === fold),
    );
    return { train, held, path: [...growTerms(train, { ...limits, ridge: GROWING_RIDGE })] };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How much a mean over the folds may be off. The differences between sizes count, not the folds' own luck. */
function errorOf(differences: readonly number[]): number {
  const centre = mean(differences);
  return Math.sqrt(mean(differences.map((value) => (value - centre) ** 2)) / (differences.length - 1));
}

function chooseSize(
  byFold: readonly (readonly number[])[],
  sizes: number,
): { size: number; losses: number[] } {
  const losses = Array.from({ length: sizes }, (_, size) => mean(byFold.map((fold) => stepOf(fold, size))));
  const best = losses.indexOf(Math.min(...losses));
  const size = losses.findIndex((loss, candidate) => {
    const error = errorOf(byFold.map((fold) => stepOf(fold, candidate) - stepOf(fold, best)));
    return loss <= (losses[best] ?? 0) + TOLERANCE * error;
  });
  return { size, losses };
}

function chooseRidge(folds: readonly Fold[], size: number): number {
  const losses = RIDGES.map((ridge) =>
    mean(folds.map(({ train, held, path }) => lossOf(refit(stepOf(path, size), train, ridge), held))),
  );
  return RIDGES[losses.indexOf(Math.min(...losses))] ?? GROWING_RIDGE;
}

/**
 * Learns a model, its number of terms and the strength of its ridge chosen by cross-validation in five parts: terms are
 * looked for anew in each, so that the held-out rows have no say in what they judge.
 */
export function chooseModel(evidence: Evidence, limits: ModelLimits): ChosenModel {
  const folds = makeFolds(evidence, limits);
  const byFold = folds.map(({ held, path }) => path.map((growth) => lossOf(growth, held)));
  const path = [...growTerms(evidence, { ...limits, ridge: GROWING_RIDGE })];
  const { size, losses } = chooseSize(byFold, path.length);
  const ridge = chooseRidge(folds, size);
  return { ...refit(stepOf(path, size), evidence, ridge), ridge, losses };
}
