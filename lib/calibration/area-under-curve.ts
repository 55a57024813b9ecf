import { Z_95 } from './normal';
import { rankOutcomes, sumOutcomes } from './rank-outcomes';
import type { Interval, ScoreOutcomes } from './types';

/** How well a score tells won deals from lost ones. */
export interface AreaUnderCurve {
  /** Chance that a won deal had the higher score of a won and a lost one, ties half; 0.5 is chance, 1 perfect. */
  auc: number;
  /** Null when there are fewer than two of either kind, or when no pair disagrees, where no error can be estimated. */
  standardError: number | null;
  /** 95 %, cut to 0–1; null with the standard error. */
  interval: Interval | null;
}

/**
 * The area under the ROC curve: the Mann–Whitney statistic divided by the number of pairs, with the variance of
 * E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, Biometrics 44 (1988), computed from counts per score.
 *
 * @returns null when nothing was won or nothing lost.
 */
export function areaUnderCurve(rows: readonly ScoreOutcomes[]): AreaUnderCurve | null {
  const ranked = rankOutcomes(rows);
  const { won, lost } = sumOutcomes(ranked);
  if (won === 0 || lost === 0) return null;
  const placed = placeAmongOthers(ranked, won, lost);
  const auc = placed.reduce((sum, row) => sum + row.won * row.aboveLost, 0) / won;
  if (won < 2 || lost < 2) return { auc, standardError: null, interval: null };
  const wonSpread = placed.reduce((sum, row) => sum + row.won * (row.aboveLost - auc) ** 2, 0) / (won - 1);
  const lostSpread = placed.reduce((sum, row) => sum + row.lost * (row.belowWon - auc) ** 2, 0) / (lost - 1);
  const standardError = Math.sqrt(wonSpread / won + lostSpread / lost);
  if (standardError === 0) return { auc, standardError: null, interval: null };
  const half = Z_95 * standardError;
  return { auc, standardError, interval: { low: Math.max(0, auc - half), high: Math.min(1, auc + half) } };
}

/** For each score: the share of lost deals below it and of won deals above it, those at the same score half. */
function placeAmongOthers(ranked: readonly ScoreOutcomes[], won: number, lost: number) {
  let wonAbove = 0;
  let lostAbove = 0;
  return ranked.map((row) => {
    const aboveLost = (lost - lostAbove - row.lost + row.lost / 2) / lost;
    const belowWon = (wonAbove + row.won / 2) / won;
    wonAbove += row.won;
    lostAbove += row.lost;
    return { ...row, aboveLost, belowWon };
  });
}
