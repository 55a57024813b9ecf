import { solveDefinite } from './solve-definite';

/** Rows of few terms each: row r has the terms from `starts[r]` up to `starts[r + 1]`. */
export interface SparseDesign {
  /** One more than there are rows. */
  starts: Int32Array;
  /** Which parameter each term belongs to, from 0; at most once in a row. */
  terms: Int32Array;
  /** What each term is worth; 1 for all when absent. */
  values?: Float64Array;
  parameters: number;
}

/** A fitted model: the log-odds of a row are the intercept plus its terms' weights × values. */
export interface LogisticModel {
  intercept: number;
  weights: Float64Array;
}

interface FitOptions {
  /** Pulls weights (not the intercept) towards 0: half of it times their squares is added to the loss. At least 0. */
  ridge: number;
  /** The most Newton steps. */
  steps?: number;
  /** Steps end with one that changes no weight by as much as this. */
  tolerance?: number;
  /** Where to begin; zeros when absent. Fewer weights than parameters are taken as the first of them. */
  start?: LogisticModel;
}

/** Log-odds beyond this are as good as certain; it keeps separable data from running away. */
const MOST_LOG_ODDS = 30;

/** The chance that belongs to log-odds: 1 ÷ (1 + e^−x). */
export function toChance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The log-odds of every row. */
export function predictLogOdds(design: SparseDesign, { intercept, weights }: LogisticModel): Float64Array {
  const { starts, terms, values } = design;
  const odds = new Float64Array(starts.length - 1);
  for (let row = 0; row < odds.length; row += 1) {
    let sum = intercept;
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i += 1) {
      sum += (weights[terms[i] ?? 0] ?? 0) * (values ? (values[i] ?? 0) : 1);
    }
    odds[row] = Math.min(Math.max(sum, -MOST_LOG_ODDS), MOST_LOG_ODDS);
  }
  return odds;
}

/**
 * Negative log-likelihood of every row, in nats: what guessing these log-odds costs it.
 *
 * @param outcomes 1 for won, 0 for lost.
 */
export function logLosses(logOdds: Float64Array, outcomes: Uint8Array): Float64Array {
  return logOdds.map((odds, row) => Math.log1p(Math.exp(outcomes[row] === 1 ? -odds : odds)));
}

/** The mean of `logLosses`. */
export function logLoss(logOdds: Float64Array, outcomes: Uint8Array): number {
  const sum = logLosses(logOdds, outcomes).reduce((total, loss) => total + loss, 0);
  return sum / Math.max(1, logOdds.length);
}

/** Adds one row's part to the gradient and to the lower half of the information matrix; the intercept is place 0. */
function addRow(design: SparseDesign, row: number, error: number, spread: number, sums: Sums): void {
  const { starts, terms, values } = design;
  const { gradient, information, width } = sums;
  const end = starts[row + 1] ?? 0;
  gradient[0] = (gradient[0] ?? 0) + error;
  information[0] = (information[0] ?? 0) + spread;
  for (let i = starts[row] ?? 0; i < end; i += 1) {
    const place = (terms[i] ?? 0) + 1;
    const value = values ? (values[i] ?? 0) : 1;
    gradient[place] = (gradient[place] ?? 0) + error * value;
    information[place * width] = (information[place * width] ?? 0) + spread * value;
    for (let j = i; j < end; j += 1) {
      const other = (terms[j] ?? 0) + 1;
      const at = place > other ? place * width + other : other * width + place;
      information[at] = (information[at] ?? 0) + spread * value * (values ? (values[j] ?? 0) : 1);
    }
  }
}

interface Sums {
  gradient: Float64Array;
  information: Float64Array;
  width: number;
}

function sumRows(design: SparseDesign, outcomes: Uint8Array | Float64Array, model: LogisticModel): Sums {
  const width = design.parameters + 1;
  const sums = { gradient: new Float64Array(width), information: new Float64Array(width * width), width };
  const odds = predictLogOdds(design, model);
  for (let row = 0; row < odds.length; row += 1) {
    const chance = toChance(odds[row] ?? 0);
    addRow(design, row, (outcomes[row] ?? 0) - chance, Math.max(chance * (1 - chance), 1e-10), sums);
  }
  return sums;
}

/** The Newton step of all parameters, intercept first. */
function solveStep(
  { gradient, information, width }: Sums,
  { weights }: LogisticModel,
  ridge: number,
): Float64Array {
  for (let place = 0; place < width; place += 1) {
    const at = place * width + place;
    // A trace of ridge, so that columns that are sums of others still have one answer.
    information[at] = (information[at] ?? 0) + (place === 0 ? 0 : ridge) + 1e-9;
    if (place > 0) gradient[place] = (gradient[place] ?? 0) - ridge * (weights[place - 1] ?? 0);
  }
  return solveDefinite(information, gradient);
}

/**
 * Logistic regression with a ridge penalty, by Newton's method (iteratively reweighted least squares; P. McCullagh and
 * J. Nelder, Generalized Linear Models, 2nd ed., section 4.4), over rows of few terms. Without a ridge and with
 * separable data there is no finite answer: use a ridge above 0 there.
 *
 * @param outcomes 1 for won, 0 for lost, or a chance between them; as many as rows.
 */
export function fitLogistic(
  design: SparseDesign,
  outcomes: Uint8Array | Float64Array,
  { ridge, steps = 25, tolerance = 1e-8, start }: FitOptions,
): LogisticModel {
  const weights = new Float64Array(design.parameters);
  weights.set(start?.weights.subarray(0, design.parameters) ?? []);
  let model: LogisticModel = { intercept: start?.intercept ?? 0, weights };
  for (let step = 0; step < steps; step += 1) {
    const moves = solveStep(sumRows(design, outcomes, model), model, ridge);
    // Long steps overshoot where chances are near 0 or 1.
    const longest = moves.reduce((most, move) => Math.max(most, Math.abs(move)), 0);
    const share = longest > 4 ? 4 / longest : 1;
    model = {
      intercept: model.intercept + share * (moves[0] ?? 0),
      weights: model.weights.map((weight, i) => weight + share * (moves[i + 1] ?? 0)),
    };
    if (longest < tolerance) break;
  }
  return model;
}
