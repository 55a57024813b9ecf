import { weighEvidence } from '@/lib/calibration/weight-of-evidence';
import type { Candidate } from './find-splits';
import { emptySums, type BinSums, type Residuals } from './sum-bins';
import type { BinSet, Evidence, Feature } from './types';

/** Two conditions are harder to read than one: a pair must earn more. */
const PAIR_FACTOR = 0.3;
const MOST_FEATURES = 16;
const MOST_CELLS = 8;
/** Of values without an order, so many may stand in one condition of a pair. */
const MOST_LEVELS = 4;

/** A feature with neighbouring bins put together, so that pairs of it are few. */
interface Coarse {
  feature: number;
  /** Bins of each cell, in order (values without order: by how they do). */
  cells: number[][];
  /** By bin: its cell, or 255 for none. */
  cellOf: Uint8Array;
  codes: Uint8Array;
  mostCells: number;
}

function countBins(
  { codes, bins }: Feature,
  outcomes: Uint8Array,
): { bin: number; won: number; lost: number }[] {
  const counts = bins.map((_, bin) => ({ bin, won: 0, lost: 0 }));
  codes.forEach((code, row) => {
    const count = counts[code];
    if (count) count[outcomes[row] === 1 ? 'won' : 'lost'] += 1;
  });
  return counts;
}

function cutCells(feature: Feature, outcomes: Uint8Array): number[][] {
  const counts = countBins(feature, outcomes).filter(({ bin }) => feature.bins[bin]?.kind !== 'rest');
  const size = ({ won, lost }: { won: number; lost: number }) => won + lost;
  if (!feature.ordered) {
    const largest = [...counts].sort((a, b) => size(b) - size(a)).slice(0, MOST_CELLS);
    const { bins } = weighEvidence(largest);
    return bins.sort((a, b) => a.weight - b.weight).map(({ bin }) => [bin]);
  }
  const known = counts.filter(({ bin }) => feature.bins[bin]?.kind === 'range');
  const total = known.reduce((sum, count) => sum + size(count), 0);
  const cells: number[][] = [];
  let before = 0;
  for (const count of known) {
    const cell = Math.min(MOST_CELLS - 1, Math.floor((before / Math.max(1, total)) * MOST_CELLS));
    (cells[cell] ??= []).push(count.bin);
    before += size(count);
  }
  return cells.filter((cell) => cell.length > 0);
}

function coarsen(feature: Feature, place: number, outcomes: Uint8Array): Coarse {
  const cells = cutCells(feature, outcomes);
  const cellOf = new Uint8Array(feature.bins.length).fill(255);
  cells.forEach((bins, cell) => bins.forEach((bin) => (cellOf[bin] = cell)));
  const codes = feature.codes.map((bin) => cellOf[bin] ?? 255);
  const mostCells = feature.ordered ? cells.length - 1 : Math.min(cells.length - 1, MOST_LEVELS);
  return { feature: place, cells, cellOf, codes, mostCells };
}

/** The features that tell most by themselves, made coarse: pairs are looked for among them. */
function prepareCoarse({ features, outcomes }: Evidence): Coarse[] {
  return features
    .map((feature, place) => ({
      place,
      feature,
      value: weighEvidence(countBins(feature, outcomes)).informationValue,
    }))
    .sort((a, b) => b.value - a.value || a.place - b.place)
    .slice(0, MOST_FEATURES)
    .map(({ feature, place }) => coarsen(feature, place, outcomes))
    .filter(({ cells }) => cells.length > 1);
}

/** Sums of all cells up to a corner, a row and a column of zeros before them. */
function addUp(values: Float64Array, wide: number, high: number): Float64Array {
  const corner = new Float64Array((wide + 1) * (high + 1));
  for (let x = 1; x <= wide; x += 1) {
    for (let y = 1; y <= high; y += 1) {
      const at = x * (high + 1) + y;
      corner[at] =
        (values[(x - 1) * high + y - 1] ?? 0) +
        (corner[at - high - 1] ?? 0) +
        (corner[at - 1] ?? 0) -
        (corner[at - high - 2] ?? 0);
    }
  }
  return corner;
}

function sumCells(one: Coarse, other: Coarse, { errors, spreads }: Residuals): BinSums {
  const high = other.cells.length;
  const sums = emptySums(one.cells.length * high);
  const { slopes, curves, rows } = sums;
  for (let row = 0; row < one.codes.length; row += 1) {
    const cell = one.codes[row] ?? 255;
    const across = other.codes[row] ?? 255;
    if (cell === 255 || across === 255) continue;
    const at = cell * high + across;
    slopes[at] = (slopes[at] ?? 0) + (errors[row] ?? 0);
    curves[at] = (curves[at] ?? 0) + (spreads[row] ?? 0);
    rows[at] = (rows[at] ?? 0) + 1;
  }
  return sums;
}

type Span = [from: number, to: number];

function listSpans({ cells, mostCells }: Coarse): Span[] {
  return cells.flatMap((_, from) =>
    Array.from({ length: Math.min(mostCells, cells.length - from) }, (_, i): Span => [from, from + i + 1]),
  );
}

function toBinSet({ feature, cells }: Coarse, [from, to]: Span): BinSet {
  return {
    feature,
    bins: cells
      .slice(from, to)
      .flat()
      .sort((a, b) => a - b),
  };
}

interface Limits {
  ridge: number;
  leastRows: number;
}

/** The best rectangle of one pair of features. */
function findRectangle(
  one: Coarse,
  other: Coarse,
  residuals: Residuals,
  { ridge, leastRows }: Limits,
): Candidate | null {
  const [wide, high] = [one.cells.length, other.cells.length];
  const sums = sumCells(one, other, residuals);
  const slopes = addUp(sums.slopes, wide, high);
  const curves = addUp(sums.curves, wide, high);
  const rows = addUp(sums.rows, wide, high);
  const spans = listSpans(other);
  let best: { gain: number; across: Span; along: Span } | null = null;
  for (const across of listSpans(one)) {
    const [near, far] = [across[0] * (high + 1), across[1] * (high + 1)];
    for (const along of spans) {
      const [from, to] = along;
      const sum = (corner: Float64Array) =>
        (corner[far + to] ?? 0) -
        (corner[near + to] ?? 0) -
        (corner[far + from] ?? 0) +
        (corner[near + from] ?? 0);
      if (sum(rows) < leastRows) continue;
      const slope = sum(slopes);
      const gain = (PAIR_FACTOR * slope * slope) / (sum(curves) + ridge);
      if (gain > (best?.gain ?? 0)) best = { gain, across, along };
    }
  }
  if (!best) return null;
  const parts = [toBinSet(one, best.across), toBinSet(other, best.along)] as const;
  return { gain: best.gain, from: -1, term: { kind: 'both', parts } };
}

/** Every so many looks all pairs are measured anew. */
const LOOKS_BETWEEN = 8;

/**
 * Looks for pairs of conditions, on two different features, that hold together. As a model grows, what a pair would gain
 * mostly shrinks: so pairs are measured in the order of what they last would have gained, and no further than one could
 * still win (M. Minoux, Accelerated greedy algorithms, 1978); now and then all of them are.
 */
export class PairSearch {
  private readonly pairs: { one: Coarse; other: Coarse; last: number }[];
  private looks = 0;

  constructor(evidence: Evidence) {
    const coarse = prepareCoarse(evidence);
    this.pairs = coarse.flatMap((one, place) =>
      coarse.slice(place + 1).flatMap((other) =>
        // Two features of one column would say one thing twice.
        evidence.features[one.feature]?.field === evidence.features[other.feature]?.field
          ? []
          : { one, other, last: Infinity },
      ),
    );
  }

  /** The pair that gains most, if it gains more than `least`. */
  find(residuals: Residuals, limits: Limits, least: number): Candidate | null {
    if (this.looks % LOOKS_BETWEEN === 0) for (const pair of this.pairs) pair.last = Infinity;
    this.looks += 1;
    let best: Candidate | null = null;
    for (const pair of this.pairs.toSorted((a, b) => b.last - a.last)) {
      const wanted = Math.max(least, best?.gain ?? 0);
      if (pair.last <= wanted) break;
      const found = findRectangle(pair.one, pair.other, residuals, limits);
      pair.last = found?.gain ?? 0;
      if (found && found.gain > wanted) best = found;
    }
    return best;
  }
}
