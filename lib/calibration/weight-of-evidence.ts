import { sumOutcomes } from './rank-outcomes';
import type { Outcomes } from './types';

/** Added to both counts of every bin by default, so that a bin in which nothing was won keeps a finite weight. */
export const EVIDENCE_SMOOTHING = 0.5;

/** What one bin of an attribute says about winning. */
export interface BinEvidence {
  /** Natural logarithm of the bin's share of won over its share of lost; above 0 speaks for winning. */
  weight: number;
  /** What the bin adds to the information value; at least 0. */
  information: number;
}

/** An attribute's bins with their weights, and how much all of them tell together. */
export interface WeightOfEvidence<Bin extends Outcomes> {
  /** In the order given. */
  bins: (Bin & BinEvidence)[];
  /**
   * Σ (share of won − share of lost) × weight; at least 0. By custom (Siddiqi) below 0.02 tells nothing, to 0.1 little,
   * to 0.3 a fair amount, beyond that much, and beyond 0.5 asks whether the value was known beforehand.
   */
  informationValue: number;
}

/**
 * Weight of evidence (I. J. Good, Probability and the Weighing of Evidence, 1950) and information value, which is
 * Jeffreys' symmetric divergence of won and lost (S. Kullback, Information Theory and Statistics, 1959; as used by
 * N. Siddiqi, Credit Risk Scorecards, 2006, chapter 6).
 *
 * @param bins every deal in exactly one bin, "unknown" being a bin of its own. A criterion has two: met and not met.
 * @param smoothing added to won and to lost of every bin, at least 0; with 0 an empty side gives an infinite weight.
 * @returns weights of 0 when nothing was won or nothing lost at all: then nothing tells them apart.
 * @throws RangeError when smoothing is negative.
 */
export function weighEvidence<Bin extends Outcomes>(
  bins: readonly Bin[],
  smoothing: number = EVIDENCE_SMOOTHING,
): WeightOfEvidence<Bin> {
  if (!(smoothing >= 0)) throw new RangeError(`smoothing must be at least 0, not ${smoothing}`);
  const total = sumOutcomes(bins);
  if (total.won === 0 || total.lost === 0) {
    return { bins: bins.map((bin) => ({ ...bin, weight: 0, information: 0 })), informationValue: 0 };
  }
  const allWon = total.won + smoothing * bins.length;
  const allLost = total.lost + smoothing * bins.length;
  const weighed = bins.map((bin) => {
    const ofWon = (bin.won + smoothing) / allWon;
    const ofLost = (bin.lost + smoothing) / allLost;
    // A bin that holds nothing says nothing.
    const weight = ofWon === ofLost ? 0 : Math.log(ofWon / ofLost);
    return { ...bin, weight, information: weight === 0 ? 0 : (ofWon - ofLost) * weight };
  });
  return { bins: weighed, informationValue: weighed.reduce((sum, bin) => sum + bin.information, 0) };
}
