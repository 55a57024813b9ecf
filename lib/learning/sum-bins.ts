import type { Feature } from './types';

/** Per bin: slope and curvature of the log-likelihood in its weight, and how many rows are in it. */
export interface BinSums {
  slopes: Float64Array;
  curves: Float64Array;
  rows: Float64Array;
}

/** How far every row is from what the model says, and how much it weighs. */
export interface Residuals {
  /** Outcome less chance. */
  errors: Float64Array;
  /** Chance × (1 − chance). */
  spreads: Float64Array;
}

/** Empty sums of so many bins. */
export function emptySums(bins: number): BinSums {
  return { slopes: new Float64Array(bins), curves: new Float64Array(bins), rows: new Float64Array(bins) };
}

/** The sums of a feature's bins. */
export function sumBins({ codes, bins }: Feature, { errors, spreads }: Residuals): BinSums {
  const sums = emptySums(bins.length);
  const { slopes, curves, rows } = sums;
  for (let row = 0; row < codes.length; row += 1) {
    const bin = codes[row] ?? 0;
    slopes[bin] = (slopes[bin] ?? 0) + (errors[row] ?? 0);
    curves[bin] = (curves[bin] ?? 0) + (spreads[row] ?? 0);
    rows[bin] = (rows[bin] ?? 0) + 1;
  }
  return sums;
}
