import { areaUnderCurve } from '@/lib/calibration/area-under-curve';
import { fitLogistic, logLoss, predictLogOdds } from '@/lib/calibration/logistic-regression';
import { pickRows, TermMarks } from './design-terms';
import { growTerms, type Growth } from './grow-terms';
import { countScores } from './judge-scores';
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

function lossOf({ terms, model }: Growth, { marks, outcomes }: Sample): number {
  return logLoss(predictLogOdds(marks.design(terms), model), outcomes);
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

/** The ways to grow a model: to the outcomes themselves and, where rows are few, to what all that is known says of them. */
function listWays(partings: readonly Parting[], limits: ModelLimits, rows: number): Grow[] {
  const growing = { ...limits, ridge: GROWING_RIDGE };
  const plain: Grow = (evidence) => ({ path: [...growTerms(evidence, growing)], sample: sampleOf(evidence) });
  if (rows > MANY_ROWS) return [plain];
  const ridge = chooseGuessRidge(partings);
  const guessed: Grow = (evidence) => {
    const chances = guessChances(evidence, ridge);
    return { path: [...growTerms(evidence, { ...growing, chances })], sample: sampleOf(evidence, chances) };
  };
  return [plain, guessed];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A way to grow a model, tried on rows held out. */
interface Trial {
  grow: Grow;
  folds: Fold[];
  /** By number of terms. */
  losses: number[];
}

function tryOut(grow: Grow, partings: readonly Parting[], most: number): Trial {
  const folds = partings.map(({ train, held }) => {
    const { path, sample } = grow(train);
    return { train: sample, held: sampleOf(held), path };
  });
  const byFold = folds.map(({ held, path }) => path.map((growth) => lossOf(growth, held)));
  const losses = Array.from({ length: most + 1 }, (_, size) =>
    mean(byFold.map((fold) => stepOf(fold, size))),
  );
  return { grow, folds, losses };
}

/** How well the models of a way, of one size, tell won from lost among the rows held out; 0.5 is chance. */
function rankHeld({ folds }: Trial, size: number): number {
  return mean(
    folds.map(({ held, path }) => {
      const { terms, model } = stepOf(path, size);
      const odds = predictLogOdds(held.marks.design(terms), model);
      return areaUnderCurve(countScores(odds, held.outcomes))?.auc ?? 0.5;
    }),
  );
}

/**
 * Of each way the number of terms that costs least, and of the ways the one that then ranks best: a rubric is there to rank,
 * and what chance goes with a score is read off afterwards. The first way where several do as well.
 */
function chooseTrial(trials: readonly Trial[]): { trial: Trial; size: number } {
  return trials
    .map((trial) => {
      const size = trial.losses.indexOf(Math.min(...trial.losses));
      return { trial, size, ranked: rankHeld(trial, size) };
    })
    .reduce((best, next) => (next.ranked > best.ranked ? next : best));
}

function chooseRidge(folds: readonly Fold[], size: number): number {
  const losses = RIDGES.map((ridge) =>
    mean(folds.map(({ train, held, path }) => lossOf(refit(stepOf(path, size), train, ridge), held))),
  );
  return RIDGES[losses.indexOf(Math.min(...losses))] ?? GROWING_RIDGE;
}

/**
 * Learns a model; how it is grown, its number of terms and the strength of its ridge are chosen by cross-validation:
 * terms are looked for anew in each, so that the held-out rows have no say in what they judge.
 */
export function chooseModel(evidence: Evidence, limits: ModelLimits): ChosenModel {
  const partings = partRows(evidence, limits.seed);
  const trials = listWays(partings, limits, evidence.outcomes.length).map((grow) =>
    tryOut(grow, partings, limits.mostTerms),
  );
  const { trial, size } = chooseTrial(trials);
  const { grow, folds, losses } = trial;
  const ridge = chooseRidge(folds, size);
  const { path, sample } = grow(evidence);
  return { ...refit(stepOf(path, size), sample, ridge), ridge, losses };
}
