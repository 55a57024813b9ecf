import type { BinSums } from './sum-bins';
import type { Bin, Feature, Term } from './types';

/** A term that could be added, and how much better the model would then be. */
export interface Candidate {
  /** Twice the log-likelihood gained, to second order. */
  gain: number;
  term: Term;
  /** The term of the same feature that the bins are taken from, by its place; −1 when from those without points. */
  from: number;
}

interface Limits {
  ridge: number;
  /** Fewest rows a term is made for. */
  leastRows: number;
}

/** A change of direction is taken only where it earns twice what a steady course does: few such are real. */
const TURN_FACTOR = 0.5;
/** More values than this in one condition are no longer read. */
const MOST_LEVELS = 12;

/** Sums over some bins: slope and curvature of the likelihood, and rows. */
interface Part {
  slope: number;
  curve: number;
  rows: number;
}

function sumPart({ slopes, curves, rows }: BinSums, bins: readonly number[]): Part {
  const part = { slope: 0, curve: 0, rows: 0 };
  for (const bin of bins) {
    part.slope += slopes[bin] ?? 0;
    part.curve += curves[bin] ?? 0;
    part.rows += rows[bin] ?? 0;
  }
  return part;
}

/** What parting a set of rows in two gains; 0 when either part is too small. */
function gainOf(part: Part, whole: Part, { ridge, leastRows }: Limits): number {
  const rest = {
    slope: whole.slope - part.slope,
    curve: whole.curve - part.curve,
    rows: whole.rows - part.rows,
  };
  if (part.rows < leastRows || rest.rows < leastRows) return 0;
  const worth = ({ slope, curve }: Part) => (slope * slope) / (curve + ridge);
  return worth(part) + worth(rest) - worth(whole);
}

const isKnown = (bin: Bin | undefined) => bin?.kind === 'range' || bin?.kind === 'level';

/** The bins of one feature by the term they belong to: those without points first. */
function groupBins(
  feature: Feature,
  place: number,
  terms: readonly Term[],
): { from: number; bins: number[] }[] {
  const taken = terms.flatMap((term, from) =>
    term.kind === 'bins' && term.feature === place ? [{ from, bins: [...term.bins] }] : [],
  );
  const used = new Set(taken.flatMap(({ bins }) => bins));
  const free = feature.bins.flatMap((_, bin) => (used.has(bin) ? [] : [bin]));
  return [{ from: -1, bins: free }, ...taken];
}

/** Runs of neighbouring ranges that could be taken out; of a term's own range only an end, so that both stay ranges. */
function listRuns(feature: Feature, { from, bins }: { from: number; bins: number[] }): number[][] {
  const known = bins.filter((bin) => isKnown(feature.bins[bin]));
  const runs: number[][] = [];
  for (let first = 0; first < known.length; first += 1) {
    for (let last = first; last < known.length; last += 1) {
      const whole = last - first + 1 === known.length;
      const inner = first > 0 && last < known.length - 1;
      const run = known.slice(first, last + 1);
      const gapless = (run.at(-1) ?? 0) - (run[0] ?? 0) === run.length - 1;
      if (gapless && !(from >= 0 && (inner || whole))) runs.push(run);
    }
  }
  const unknown = bins.filter((bin) => feature.bins[bin]?.kind === 'unknown');
  return from < 0 && unknown.length > 0 ? [...runs, unknown] : runs;
}

/** Values ordered by how they do, from either end. */
function listSubsets(feature: Feature, bins: readonly number[], sums: BinSums, ridge: number): number[][] {
  const rate = (bin: number) => (sums.slopes[bin] ?? 0) / ((sums.curves[bin] ?? 0) + ridge);
  const open = bins
    .filter((bin) => feature.bins[bin]?.kind !== 'rest')
    .sort((a, b) => rate(a) - rate(b) || a - b);
  const sizes = Array.from({ length: Math.min(open.length, MOST_LEVELS) }, (_, i) => i + 1);
  return sizes.flatMap((size) => [open.slice(0, size), open.slice(open.length - size)]);
}

/** Whether the weights along an ordered feature only rise or only fall. */
function isSteady(weights: readonly number[]): boolean {
  const steps = weights.slice(1).map((weight, index) => weight - (weights[index] ?? 0));
  return steps.every((step) => step >= -1e-9) || steps.every((step) => step <= 1e-9);
}

/** The weights along the ranges, with some of them moved to where the split would put them. */
function weighRuns(feature: Feature, weights: Float64Array, run: readonly number[], by: number): number[] {
  return feature.bins.flatMap((bin, place) =>
    bin.kind === 'range' ? [(weights[place] ?? 0) + (run.includes(place) ? by : 0)] : [],
  );
}

/**
 * The best way to give some bins of a feature points of their own.
 *
 * @param weights what each bin has so far.
 */
export function findSplit(
  feature: Feature,
  place: number,
  terms: readonly Term[],
  sums: BinSums,
  weights: Float64Array,
  limits: Limits,
): Candidate | null {
  let best: Candidate | null = null;
  for (const group of groupBins(feature, place, terms)) {
    const whole = sumPart(sums, group.bins);
    const sets = feature.ordered
      ? listRuns(feature, group)
      : listSubsets(feature, group.bins, sums, limits.ridge);
    for (const bins of sets) {
      const part = sumPart(sums, bins);
      const plain = gainOf(part, whole, limits);
      if (plain <= (best?.gain ?? 0)) continue;
      const by = part.slope / (part.curve + limits.ridge);
      const steady =
        !feature.ordered ||
        !isSteady(weighRuns(feature, weights, [], 0)) ||
        isSteady(weighRuns(feature, weights, bins, by));
      const gain = steady ? plain : plain * TURN_FACTOR;
      if (gain > (best?.gain ?? 0)) {
        best = {
          gain,
          term: { kind: 'bins', feature: place, bins: [...bins].sort((a, b) => a - b) },
          from: group.from,
        };
      }
    }
  }
  return best;
}
