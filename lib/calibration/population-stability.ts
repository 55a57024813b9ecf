/** Added to both counts of every bin, so that a bin that was or became empty keeps a finite part. */
const SMOOTHING = 0.5;

/** Fewer of either population than this say too little of a shift. */
export const LEAST_FOR_DRIFT = 50;

export type Drift = 'stable' | 'watch' | 'shifted' | 'too_few';

/** How far two distributions over the same bins lie apart. */
export interface Stability {
  /** At least 0; null below LEAST_FOR_DRIFT of either population. */
  index: number | null;
  drift: Drift;
  before: number;
  after: number;
}

/**
 * The population stability index: Σ (share now − share then) × ln(share now ÷ share then), which is Jeffreys' divergence.
 * By custom below 0.1 is stable and from 0.25 on shifted: N. Siddiqi, Credit Risk Scorecards (2006), chapter 9. Small
 * populations differ by chance alone, by (bins − 1) × (1/n + 1/m) on average (B. Yurdakul and J. Naranjo, Statistical
 * properties of the population stability index, Journal of Risk Model Validation 14, 2020): that much is taken off first.
 *
 * @param bins counts of the population of then and of now, bin by bin.
 */
export function measureStability(bins: readonly { before: number; after: number }[]): Stability {
  const before = bins.reduce((sum, bin) => sum + bin.before, 0);
  const after = bins.reduce((sum, bin) => sum + bin.after, 0);
  if (Math.min(before, after) < LEAST_FOR_DRIFT) return { index: null, drift: 'too_few', before, after };
  const smooth = SMOOTHING * bins.length;
  const raw = bins.reduce((sum, bin) => {
    const then = (bin.before + SMOOTHING) / (before + smooth);
    const now = (bin.after + SMOOTHING) / (after + smooth);
    return sum + (now - then) * Math.log(now / then);
  }, 0);
  const index = Math.max(0, raw - (bins.length - 1) * (1 / before + 1 / after));
  return { index, drift: index < 0.1 ? 'stable' : index < 0.25 ? 'watch' : 'shifted', before, after };
}
