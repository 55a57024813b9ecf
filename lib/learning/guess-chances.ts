import {
  fitLogistic,
  logLoss,
  predictLogOdds,
  toChance,
  type LogisticModel,
  type SparseDesign,
} from '@/lib/calibration/logistic-regression';
import type { Evidence, Feature, Indicator } from './types';

/** What a bin adds to a row: a weight's place among those of its feature, and what it is multiplied by. */
interface BinValue {
  place: number;
  value: number;
}

const RIDGES = [3, 10, 30, 100];
/** Weights nearer to their end than this guess no better. */
const FITTING = { steps: 8, tolerance: 1e-3 };

/**
 * Ranges as their middle rank with mean 0 and spread 1, so that one weight serves an ordered feature; every other bin
 * has a weight of its own.
 */
function valueBins({ bins, codes, ordered }: Feature): BinValue[] {
  if (!ordered) return bins.map((_, place) => ({ place, value: 1 }));
  const rows = new Float64Array(bins.length);
  for (const code of codes) rows[code] = (rows[code] ?? 0) + 1;
  const isRange = bins.map(({ kind }) => kind === 'range');
  const all = rows.reduce((sum, count, bin) => sum + (isRange[bin] ? count : 0), 0);
  let [below, own] = [0, 0];
  return bins.map((_, bin) => {
    if (!isRange[bin]) return { place: (own += 1), value: 1 };
    const middle = (below + (rows[bin] ?? 0) / 2) / Math.max(1, all);
    below += rows[bin] ?? 0;
    return { place: 0, value: (middle - 0.5) * Math.sqrt(12) };
  });
}

interface Encoder {
  first: number;
  values: readonly BinValue[];
}

interface Encoding {
  features: readonly Encoder[];
  indicators: readonly BinValue[];
  parameters: number;
}

/**
 * Indicators that hold for the same rows share one weight. A ridge gives each of k alike columns the same weight, which
 * is 1 ÷ √k of the one that a single column of √k would have: nothing changes but the number of weights.
 */
function shareWeights(indicators: readonly Indicator[]): BinValue[] {
  const places = new Map<string, number>();
  const counts: number[] = [];
  const placeOf = indicators.map(({ holds }) => {
    const key = Buffer.from(holds).toString('latin1');
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    counts[place] = (counts[place] ?? 0) + 1;
    return place;
  });
  return placeOf.map((place) => ({ place, value: 1 / Math.sqrt(counts[place] ?? 1) }));
}

function encode({ features, indicators }: Evidence): Encoding {
  const shared = shareWeights(indicators);
  let parameters = shared.reduce((most, { place }) => Math.max(most, place + 1), 0);
  const encoders = features.map((feature) => {
    const values = valueBins(feature);
    const encoder = { first: parameters, values };
    parameters += 1 + values.reduce((most, { place }) => Math.max(most, place), 0);
    return encoder;
  });
  return { features: encoders, indicators: shared, parameters };
}

/** Adds up what the indicators that hold for a row are worth, by the places of their weights. */
function sumIndicators(indicators: readonly Indicator[], weights: readonly BinValue[], row: number) {
  const sums = new Map<number, number>();
  for (const [index, { holds }] of indicators.entries()) {
    const weight = weights[index];
    if (holds[row] === 1 && weight) sums.set(weight.place, (sums.get(weight.place) ?? 0) + weight.value);
  }
  return sums;
}

function designRows({ features, indicators, outcomes }: Evidence, encoding: Encoding): SparseDesign {
  const starts = new Int32Array(outcomes.length + 1);
  const terms: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < outcomes.length; row += 1) {
    for (const [place, value] of sumIndicators(indicators, encoding.indicators, row)) {
      terms.push(place);
      values.push(value);
    }
    for (const [place, { codes }] of features.entries()) {
      const encoder = encoding.features[place];
      const bin = encoder?.values[codes[row] ?? 0];
      if (!encoder || !bin) continue;
      terms.push(encoder.first + bin.place);
      values.push(bin.value);
    }
    starts[row + 1] = terms.length;
  }
  const { parameters } = encoding;
  return { starts, terms: Int32Array.from(terms), values: Float64Array.from(values), parameters };
}

/** Rows to learn from and rows held out. */
export interface Parting {
  train: Evidence;
  held: Evidence;
}

/**
 * The ridge under which a regression on all that is known foretells held-out rows best.
 */
export function chooseGuessRidge(partings: readonly Parting[]): number {
  const losses = RIDGES.map(() => 0);
  for (const { train, held } of partings) {
    const encoding = encode(train);
    const [own, other] = [designRows(train, encoding), designRows(held, encoding)];
    let start: LogisticModel | undefined;
    for (const [place, ridge] of RIDGES.entries()) {
      start = fitLogistic(own, train.outcomes, { ...FITTING, ridge, start });
      losses[place] = (losses[place] ?? 0) + logLoss(predictLogOdds(other, start), held.outcomes);
    }
  }
  return RIDGES[losses.indexOf(Math.min(...losses))] ?? 10;
}

/**
 * The chance of winning of every row, by a regression on all that is known of it, each thing a little. Unreadable as a
 * rubric, but where rows are few its chances show more plainly than bare outcomes what a short one has to say
 * (C. Bucilă, R. Caruana, A. Niculescu-Mizil, Model compression, KDD 2006).
 */
export function guessChances(evidence: Evidence, ridge: number): Float64Array {
  const design = designRows(evidence, encode(evidence));
  return predictLogOdds(design, fitLogistic(design, evidence.outcomes, { ...FITTING, ridge })).map(toChance);
}
