import { toChance } from '@/lib/calibration/logistic-regression';
import type { GainsPoint } from '@/lib/calibration/gains-curve';
import type { Rubric, Tier } from '@/lib/scoring/types';
import { chooseModel } from './choose-model';
import { pickColumn, type Column } from './column';
import {
  calibrateScores,
  fitRateCurve,
  judgeScores,
  rateAt,
  sketchGains,
  type CalibratedBand,
  type Judgement,
  type RateCurve,
} from './judge-scores';
import { fitPlainBaseline } from './plain-baseline';
import { scoreRows } from './score-rows';
import { siftColumns, type LeftOut } from './sift-columns';
import { writeRubric, type LearnedCriterion } from './write-rubric';

/** A table to learn from, its columns read, its rows dealt into those learned from and those held out. */
export interface LearnInput {
  name: string;
  columns: readonly Column[];
  /** 1 for won, 0 for lost; per row. */
  outcomes: Uint8Array;
  /** Per row, the instant it is looked at, in milliseconds. */
  asOf: Float64Array;
  train: Int32Array;
  held: Int32Array;
  keep: ReadonlySet<string>;
  seed: number;
}

export interface Learned {
  rubric: Rubric;
  criteria: readonly LearnedCriterion[];
  /** Columns not learned from, and why. */
  leftOut: readonly LeftOut[];
  /** How the rounded rubric does on the rows held out, scored by the engine. */
  judged: Judgement;
  calibration: readonly CalibratedBand[];
  curve: RateCurve;
  gains: readonly GainsPoint[];
  /** How a plain logistic regression on all columns does on the same rows. */
  baseline: Judgement;
  baselineGains: readonly GainsPoint[];
  ridge: number;
  pointsPerLogOdds: number;
}

/** The most criteria a learned rubric has, what every lead starts with included. */
export const MOST_CRITERIA = 40;
const MOST_PAIRS = 15;
/** Of the rows learned from, the share that tier A and tiers A and B together are to hold. */
const TIER_SHARES = { A: 0.1, B: 0.35 };

/** The score from which on about this share of the rows lies. */
function scoreAbove(scores: Uint8Array, share: number): number {
  const sorted = scores.toSorted();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * (1 - share)))] ?? 0;
}

/** Tiers from the scores: A the best tenth, B the next quarter, C the rest, as near as whole scores allow. */
export function writeTiers(scores: Uint8Array): Tier[] {
  const b = Math.max(1, scoreAbove(scores, TIER_SHARES.B));
  const a = Math.max(b + 1, scoreAbove(scores, TIER_SHARES.A));
  const least = { minFit: 0, minIntent: 0 };
  return [
    { name: 'A', minScore: Math.min(a, 100), ...least, action: 'route' },
    { name: 'B', minScore: Math.min(b, 99), ...least, action: 'nurture' },
    { name: 'C', minScore: 0, ...least, action: 'hold' },
  ];
}

const pick = (values: Uint8Array, rows: Int32Array) => Uint8Array.from(rows, (row) => values[row] ?? 0);
const pickInstants = (values: Float64Array, rows: Int32Array) =>
  Float64Array.from(rows, (row) => values[row] ?? 0);

/** Learns a readable rubric from a table, and judges it on the rows held out. */
export function learnTable(input: LearnInput): Learned {
  const { columns, outcomes, asOf, train, held, keep, seed } = input;
  const trainColumns = columns.map((column) => pickColumn(column, train));
  const own = pick(outcomes, train);
  const trainAsOf = pickInstants(asOf, train);
  const { features, leftOut } = siftColumns(trainColumns, own, keep, trainAsOf);
  const evidence = { features, indicators: [], outcomes: own };
  const chosen = chooseModel(evidence, { mostTerms: MOST_CRITERIA - 1, mostPairs: MOST_PAIRS, seed });
  const { rubric: bare, criteria, pointsPerLogOdds } = writeRubric(evidence, chosen, input.name);
  const ownScores = scoreRows(bare, trainColumns, trainAsOf);
  const tiers = writeTiers(ownScores);
  const rubric: Rubric = { ...bare, tiers, grid: { ...bare.grid, fitCut: tiers[0]?.minScore ?? 50 } };
  const curve = fitRateCurve(ownScores, own);
  const heldScores = scoreRows(
    rubric,
    columns.map((column) => pickColumn(column, held)),
    pickInstants(asOf, held),
  );
  const truth = pick(outcomes, held);
  const used = new Set(features.map(({ label }) => label));
  const plain = fitPlainBaseline(
    columns.filter(({ name }) => used.has(name)),
    outcomes,
    train,
    held,
  );
  return {
    rubric,
    criteria,
    leftOut,
    judged: judgeScores(
      heldScores,
      Float64Array.from(heldScores, (score) => rateAt(curve, score)),
      truth,
    ),
    calibration: calibrateScores(heldScores, truth, curve),
    curve,
    gains: sketchGains(heldScores, truth),
    baseline: judgeScores(plain, plain.map(toChance), truth),
    baselineGains: sketchGains(plain, truth),
    ridge: chosen.ridge,
    pointsPerLogOdds,
  };
}
