import { toChance } from '@/lib/calibration/logistic-regression';
import type { GainsPoint } from '@/lib/calibration/gains-curve';
import type { Rubric, Tier } from '@/lib/scoring/types';
import { chooseModel } from './choose-model';
import { pickColumn, type Column } from './column';
import { pickRows } from './design-terms';
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
import { siftColumns, type LeftOut } from './sift-columns';
import type { Evidence, Feature, Indicator } from './types';
import { writeRubric, type LearnedCriterion } from './write-rubric';

/** A table to learn from, its columns read, its rows dealt into those learned from and those held out. */
export interface LearnInput {
  name: string;
  columns: readonly Column[];
  /** Features that are ready, such as the elements of lists; of all rows. */
  features: readonly Feature[];
  /** Criteria about events that may be taken; of all rows. */
  indicators: readonly Indicator[];
  /** More columns that the baseline is given. */
  counts: readonly Column[];
  /** 1 for won, 0 for lost; per row. */
  outcomes: Uint8Array;
  /** Per row, the instant it is looked at, in milliseconds. */
  asOf: Float64Array;
  train: Int32Array;
  held: Int32Array;
  keep: ReadonlySet<string>;
  seed: number;
  /** The scores that a rubric gives to some rows, by the engine. */
  score: (rubric: Rubric, rows: Int32Array) => Uint8Array;
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

/** What is learned from: the rows that are not held out. */
function pickEvidence(input: LearnInput): Evidence & { leftOut: LeftOut[] } {
  const { columns, outcomes, asOf, train, keep } = input;
  const own = pick(outcomes, train);
  const trainColumns = columns.map((column) => pickColumn(column, train));
  const { features, leftOut } = siftColumns(trainColumns, own, keep, pickInstants(asOf, train));
  const ready = pickRows({ features: input.features, indicators: input.indicators, outcomes }, train);
  return { features: [...features, ...ready.features], indicators: ready.indicators, outcomes: own, leftOut };
}

/** The rubric with tiers from the scores it gives. */
function addTiers(rubric: Rubric, scores: Uint8Array): Rubric {
  const tiers = writeTiers(scores);
  return { ...rubric, tiers, grid: { ...rubric.grid, fitCut: tiers[0]?.minScore ?? 50 } };
}

function judgeBaseline(input: LearnInput, used: ReadonlySet<string>, truth: Uint8Array) {
  const columns = [...input.columns.filter(({ name }) => used.has(name)), ...input.counts];
  const odds = fitPlainBaseline(columns, input.outcomes, input.train, input.held);
  return { baseline: judgeScores(odds, odds.map(toChance), truth), baselineGains: sketchGains(odds, truth) };
}

/** Learns a readable rubric from a table, and judges it on the rows held out. */
export function learnTable(input: LearnInput): Learned {
  const { leftOut, ...evidence } = pickEvidence(input);
  const limits = { mostTerms: MOST_CRITERIA - 1, mostPairs: MOST_PAIRS, seed: input.seed };
  const chosen = chooseModel(evidence, limits);
  const { rubric: bare, criteria, pointsPerLogOdds } = writeRubric(evidence, chosen, input.name);
  const ownScores = input.score(bare, input.train);
  const rubric = addTiers(bare, ownScores);
  const curve = fitRateCurve(ownScores, evidence.outcomes);
  const scores = input.score(rubric, input.held);
  const truth = pick(input.outcomes, input.held);
  const chances = Float64Array.from(scores, (score) => rateAt(curve, score));
  return {
    rubric,
    criteria,
    leftOut,
    judged: judgeScores(scores, chances, truth),
    calibration: calibrateScores(scores, truth, curve),
    curve,
    gains: sketchGains(scores, truth),
    ...judgeBaseline(input, new Set(evidence.features.map(({ label }) => label)), truth),
    ridge: chosen.ridge,
    pointsPerLogOdds,
  };
}
