import type { Decay } from './types';

const TAYLOR_DEGREE = 13;
const LONGEST_HALVING = 1075;

/** POWERS_OF_HALF[n] = 2^−n, exact down to the smallest double. */
const POWERS_OF_HALF = (() => {
  const powers = new Float64Array(LONGEST_HALVING);
  let power = 1;
  for (let n = 0; n < LONGEST_HALVING; n += 1) {
    powers[n] = power;
    power /= 2;
  }
  return powers;
})();

/** INVERSE_FACTORIALS[n] = 1/n!. */
const INVERSE_FACTORIALS = (() => {
  const inverses = new Float64Array(TAYLOR_DEGREE + 1);
  let factorial = 1;
  for (let n = 0; n <= TAYLOR_DEGREE; n += 1) {
    if (n > 0) factorial *= n;
    inverses[n] = 1 / factorial;
  }
  return inverses;
})();

/**
 * 2^−x for x ≥ 0.
 *
 * `Math.pow` may differ in its last digit from one JavaScript engine to another. This uses only +, × and exact powers
 * of two, which are the same everywhere: 2^−x = 2^−n · e^((n − x) ln 2) with n the whole number nearest x, the
 * exponential by its Taylor series (the rest is below 1e−17 on ±½ ln 2). Exact for whole x.
 */
export function powerOfHalf(x: number): number {
  if (!(x < LONGEST_HALVING - 1)) return 0;
  const whole = Math.floor(x + 0.5);
  const rest = (whole - x) * Math.LN2;
  let sum = INVERSE_FACTORIALS[TAYLOR_DEGREE] ?? 0;
  for (let n = TAYLOR_DEGREE - 1; n >= 0; n -= 1) sum = sum * rest + (INVERSE_FACTORIALS[n] ?? 0);
  return sum * (POWERS_OF_HALF[whole] ?? 0);
}

/**
 * How much of an event of the given age counts: 1 when fresh, 0 when gone.
 *
 * @param age in days, at least 0.
 * @example decayWeight({ kind: 'half_life', days: 7 }, 14) === 0.25
 */
export function decayWeight(decay: Decay, age: number): number {
  switch (decay.kind) {
    case 'none':
      return 1;
    case 'half_life':
      return powerOfHalf(age / decay.days);
    case 'linear':
      return Math.max(0, 1 - age / decay.days);
    case 'expire':
      return age < decay.days ? 1 : 0;
  }
}
