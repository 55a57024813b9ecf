import { areaUnderCurve } from '@/lib/calibration/area-under-curve';
import type { CloseRate } from '@/lib/calibration/close-rate';
import { gainsCurve, winsWithin, type GainsPoint } from '@/lib/calibration/gains-curve';
import { fitLogistic, toChance } from '@/lib/calibration/logistic-regression';
import { calibrateBands, type ScoreBand } from '@/lib/calibration/score-bands';
import type { Interval, ScoreOutcomes } from '@/lib/calibration/types';

/** How the chance of winning follows from a score: its log-odds rise by so much a point. */
export interface RateCurve {
  intercept: number;
  perPoint: number;
}

/** How well scores foretell, on rows that nothing was learned from. */
export interface Judgement {
  auc: number | null;
  aucInterval: Interval | null;
  /** Win rate of the best tenth, against the win rate of all; null when nothing was won. */
  liftTop10: number | null;
  liftTop25: number | null;
  /** Mean squared distance of chance and outcome; 0 is perfect. */
  brier: number;
}

/**
 * Learns how the chance of winning follows from a score, by logistic regression on the score (J. Platt, Probabilistic
 * outputs for support vector machines, 1999).
 *
 * @param scores of the rows that were learned from, 0–100.
 */
export function fitRateCurve(scores: Uint8Array | Float64Array, outcomes: Uint8Array): RateCurve {
  const rows = outcomes.length;
  const design = {
    starts: Int32Array.from({ length: rows + 1 }, (_, row) => row),
    terms: new Int32Array(rows),
    values: Float64Array.from(scores, (score) => score / 100),
    parameters: 1,
  };
  const { intercept, weights } = fitLogistic(design, outcomes, { ridge: 0.01 });
  return { intercept, perPoint: (weights[0] ?? 0) / 100 };
}

/** The chance of winning at a score, 0–1. */
export function rateAt({ intercept, perPoint }: RateCurve, score: number): number {
  return toChance(intercept + perPoint * score);
}

/** Outcomes by score. */
export function countScores(scores: Uint8Array | Float64Array, outcomes: Uint8Array): ScoreOutcomes[] {
  const counts = new Map<number, ScoreOutcomes>();
  scores.forEach((score, row) => {
    const count = counts.get(score) ?? { score, won: 0, lost: 0 };
    count[outcomes[row] === 1 ? 'won' : 'lost'] += 1;
    counts.set(score, count);
  });
  return [...counts.values()];
}

/** Judges scores by what became of the rows. `chances` per row, 0–1. */
export function judgeScores(
  scores: Uint8Array | Float64Array,
  chances: Float64Array,
  outcomes: Uint8Array,
): Judgement {
  const rows = countScores(scores, outcomes);
  const area = areaUnderCurve(rows);
  const curve = gainsCurve(rows);
  const lift = (share: number) => (curve.length === 0 ? null : winsWithin(curve, share) / share);
  const squares = chances.reduce((sum, chance, row) => sum + (chance - (outcomes[row] ?? 0)) ** 2, 0);
  return {
    auc: area?.auc ?? null,
    aucInterval: area?.interval ?? null,
    liftTop10: lift(0.1),
    liftTop25: lift(0.25),
    brier: squares / Math.max(1, outcomes.length),
  };
}

/** A band of scores: how many of it won, and how many the curve foretold. */
export type CalibratedBand = ScoreBand & CloseRate & { foretold: number | null };

/** Close rate by band of the score, beside what the curve foretells there. */
export function calibrateScores(
  scores: Uint8Array,
  outcomes: Uint8Array,
  curve: RateCurve,
): CalibratedBand[] {
  return calibrateBands(countScores(scores, outcomes)).map((band) => {
    const inside = [...scores].filter((score) => score >= band.low && score <= band.high);
    const sum = inside.reduce((total, score) => total + rateAt(curve, score), 0);
    return { ...band, foretold: inside.length === 0 ? null : sum / inside.length };
  });
}

/** The gains curve, thinned to about so many points for drawing. */
export function sketchGains(
  scores: Uint8Array | Float64Array,
  outcomes: Uint8Array,
  most = 60,
): GainsPoint[] {
  const curve = gainsCurve(countScores(scores, outcomes));
  const step = Math.max(1, Math.ceil(curve.length / most));
  return curve.filter((_, index) => index % step === 0 || index === curve.length - 1);
}
