/** The 97.5 % quantile of the standard normal distribution: what a two-sided 95 % interval reaches to. */
export const Z_95 = 1.959963984540054;

/**
 * The chance that a standard normal variable lies further from 0 than `z`, on either side; 0 to 1.
 * By formula 7.1.26 of Abramowitz and Stegun, Handbook of Mathematical Functions (1964), exact to 1.5 × 10⁻⁷.
 */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return polynomial * Math.exp(-x * x);
}
