import { twoSidedP } from './normal';
import type { Outcomes } from './types';

/** Whether two close rates differ by more than chance. */
export interface TwoProportionTest {
  /** Standard errors between the rates; above 0 when the first is higher. */
  z: number;
  /** Chance of so large a difference when the rates are truly equal; 0 to 1. */
  p: number;
}

/**
 * The z test of two independent shares with pooled variance (its square is Pearson's chi-squared of the 2 × 2 table).
 * A. Agresti, An Introduction to Categorical Data Analysis, section 2.2. With an empty group, or when all went one way,
 * nothing distinguishes them: z 0, p 1.
 */
export function testTwoProportions(group: Outcomes, other: Outcomes): TwoProportionTest {
  const n = group.won + group.lost;
  const m = other.won + other.lost;
  const pooled = (group.won + other.won) / (n + m);
  const variance = pooled * (1 - pooled) * (1 / n + 1 / m);
  if (n === 0 || m === 0 || variance === 0) return { z: 0, p: 1 };
  const z = (group.won / n - other.won / m) / Math.sqrt(variance);
  return { z, p: twoSidedP(z) };
}
