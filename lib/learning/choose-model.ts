import { fitLogistic, logLoss, predictLogOdds } from '@/lib/calibration/logistic-regression';
import { pickRows, TermMarks } from './design-terms';
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
/** Of so many rows three parts say as much, in half the time. */
const MANY_ROWS = 10_000;
const FEW_FOLDS = 3;
/** The ridge that models are grown under. */
const GROWING_RIDGE = 1;
const RIDGES = [0.5, 2, 8, 30];
/** Rows with the terms looked up in them. */
interface Sample {
  outcomes: Uint8Array;
  marks: TermMarks;
}

interface Fold {
  train: Sample;
  held: Sample;
  path: Growth[];
}

function lossOf({ terms, model }: Growth, { marks, outcomes }: Sample): number {
  return logLoss(predictLogOdds(marks.design(terms), model), outcomes);
}

function refit({ terms, model }: Growth, { marks, outcomes }: Sample, ridge: number): Growth {
  return { terms, model: fitLogistic(marks.design(terms), outcomes, { ridge, start: model }) };
}

/** The model of so many terms; a path that ended before stays as it ended. */
function stepOf<T>(path: readonly T[], size: number): T {
  const step = path[Math.min(size, path.length - 1)];
  if (step === undefined) throw new RangeError('a path has at least the model without terms');
  return step;
}

function makeFolds(evidence: Evidence, limits: ModelLimits): Fold[] {
  const folds = evidence.outcomes.length > MANY_ROWS ? FEW_FOLDS : FOLDS;
  const parts = dealOut(evidence.outcomes, folds, limits.seed);
  const sample = (rows: Evidence): Sample => ({ outcomes: rows.outcomes, marks: new TermMarks(rows) });
  return Array.from({ length: folds }, (_, fold) => {
    const pick = (isHeld: boolean) =>
      pickRows(
        evidence,
        rowsWhere(parts.length, (row) => (parts[row] === fold) === isHeld),
      );
    const train = pick(false);
    const path = [...growTerms(train, { ...limits, ridge: GROWING_RIDGE })];
    return { train: sample(train), held: sample(pick(true)), path };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function chooseSize(
  byFold: readonly (readonly number[])[],
  sizes: number,
): { size: number; losses: number[] } {
  const losses = Array.from({ length: sizes }, (_, size) => mean(byFold.map((fold) => stepOf(fold, size))));
  return { size: losses.indexOf(Math.min(...losses)), losses };
}

function chooseRidge(folds: readonly Fold[], size: number): number {
  const losses = RIDGES.map((ridge) =>
    mean(folds.map(({ train, held, path }) => lossOf(refit(stepOf(path, size), train, ridge), held))),
  );
  return RIDGES[losses.indexOf(Math.min(...losses))] ?? GROWING_RIDGE;
}

/**
 * Learns a model, its number of terms and the strength of its ridge chosen by cross-validation: terms are
 * looked for anew in each, so that the held-out rows have no say in what they judge.
 */
export function chooseModel(evidence: Evidence, limits: ModelLimits): ChosenModel {
  const folds = makeFolds(evidence, limits);
  const byFold = folds.map(({ held, path }) => path.map((growth) => lossOf(growth, held)));
  const path = [...growTerms(evidence, { ...limits, ridge: GROWING_RIDGE })];
  const { size, losses } = chooseSize(byFold, path.length);
  const ridge = chooseRidge(folds, size);
  const whole = { outcomes: evidence.outcomes, marks: new TermMarks(evidence) };
  return { ...refit(stepOf(path, size), whole, ridge), ridge, losses };
}
