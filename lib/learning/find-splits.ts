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
  /** How much of what is gained by chance alone is taken off, 0 to 1. */
  luck: number;
  /** Fewest rows a term is made for. */
  leastRows: number;
}

/** A change of direction is taken only where it earns twice what a steady course does: few such are real. */
const TURN_FACTOR = 0.5;
/** More values than this in one condition are no longer read. */
const MOST_LEVELS = 12;
/** A season, no more: other months together are a year with a hole in it. */
const MOST_MONTHS = 4;

/** Sums over some bins: slope and curvature of the likelihood, and rows. */
interface Part {
  slope: number;
  curve: number;
  rows: number;
}

function addBin(part: Part, { slopes, curves, rows }: BinSums, bin: number): void {
  part.slope += slopes[bin] ?? 0;
  part.curve += curves[bin] ?? 0;
  part.rows += rows[bin] ?? 0;
}

function sumPart(sums: BinSums, bins: readonly number[]): Part {
  const part = { slope: 0, curve: 0, rows: 0 };
  for (const bin of bins) addBin(part, sums, bin);
  return part;
}

/** What parting a set of rows in two gains; 0 when either part is too small. */
function gainOf(part: Part, whole: Part, { ridge, leastRows }: Limits): number {
  const rows = whole.rows - part.rows;
  if (part.rows < leastRows || rows < leastRows) return 0;
  const slope = whole.slope - part.slope;
  const curve = whole.curve - part.curve;
  return (
    (part.slope * part.slope) / (part.curve + ridge) +
    (slope * slope) / (curve + ridge) -
    (whole.slope * whole.slope) / (whole.curve + ridge)
  );
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

/** A set of bins that could be parted from its group. */
interface Split {
  gain: number;
  bins: readonly number[];
}

type Group = ReturnType<typeof groupBins>[number];

/** What the search among so many sets is worth by chance alone: twice the logarithm of their number. */
const luckOf = (sets: number) => 2 * Math.log(Math.max(1, sets));

/** Whether the weights along an ordered feature only rise or only fall. */
function isSteady(weights: readonly number[]): boolean {
  const steps = weights.slice(1).map((weight, index) => weight - (weights[index] ?? 0));
  return steps.every((step) => step >= -1e-9) || steps.every((step) => step <= 1e-9);
}

/** The weights along the ranges, with a run of them moved. */
function weighRuns(
  { bins }: Feature,
  weights: Float64Array,
  first: number,
  last: number,
  by: number,
): number[] {
  return bins.flatMap((bin, place) =>
    bin.kind === 'range' ? [(weights[place] ?? 0) + (place >= first && place <= last ? by : 0)] : [],
  );
}

/**
 * The best run of neighbouring ranges to take out of a group; of a term's own range only an end, so that both stay
 * ranges. Unknown may be taken out of the bins without points.
 */
function findRun(
  feature: Feature,
  { from, bins }: Group,
  sums: BinSums,
  weights: Float64Array,
  limits: Limits,
): Split | null {
  const whole = sumPart(sums, bins);
  const known = bins.filter((bin) => isKnown(feature.bins[bin]));
  const wasSteady = isSteady(weighRuns(feature, weights, 0, -1, 0));
  const luck = {
    end: limits.luck * luckOf(2 * known.length),
    inner: limits.luck * luckOf((known.length * known.length) / 2),
  };
  let best = { gain: 0, first: 0, last: -1 };
  for (let first = 0; first < known.length; first += 1) {
    const part = { slope: 0, curve: 0, rows: 0 };
    for (let last = first; last < known.length; last += 1) {
      const bin = known[last] ?? 0;
      // A gap: what lies between has points of its own.
      if (last > first && bin !== (known[last - 1] ?? 0) + 1) break;
      addBin(part, sums, bin);
      const inner = first > 0 && last < known.length - 1;
      if (from >= 0 && (inner || last - first + 1 === known.length)) continue;
      const plain = gainOf(part, whole, limits) - (inner ? luck.inner : luck.end);
      if (plain <= best.gain) continue;
      const by = part.slope / (part.curve + limits.ridge);
      const steady = !wasSteady || isSteady(weighRuns(feature, weights, known[first] ?? 0, bin, by));
      const gain = steady ? plain : plain * TURN_FACTOR;
      if (gain > best.gain) best = { gain, first, last };
    }
  }
  const unknown = from < 0 ? bins.filter((bin) => feature.bins[bin]?.kind === 'unknown') : [];
  const gain = gainOf(sumPart(sums, unknown), whole, limits);
  if (gain > best.gain) return { gain, bins: unknown };
  return best.gain > 0 ? { gain: best.gain, bins: known.slice(best.first, best.last + 1) } : null;
}

/** The best set of values without an order to take out of a group: those that do best, or those that do worst. */
function findSubset(feature: Feature, { bins }: Group, sums: BinSums, limits: Limits): Split | null {
  const whole = sumPart(sums, bins);
  const rate = (bin: number) => (sums.slopes[bin] ?? 0) / ((sums.curves[bin] ?? 0) + limits.ridge);
  const open = bins
    .filter((bin) => feature.bins[bin]?.kind !== 'rest')
    .sort((a, b) => rate(a) - rate(b) || a - b);
  const luck = limits.luck * luckOf(open.length);
  const most = feature.kind === 'month' ? MOST_MONTHS : MOST_LEVELS;
  let best: Split | null = null;
  for (const order of [open, open.toReversed()]) {
    const part = { slope: 0, curve: 0, rows: 0 };
    for (const [place, bin] of order.slice(0, most).entries()) {
      addBin(part, sums, bin);
      const gain = gainOf(part, whole, limits) - luck;
      if (gain > (best?.gain ?? 0)) best = { gain, bins: order.slice(0, place + 1) };
    }
  }
  return best;
}

/**
 * The best way to give some bins of a feature points of their own. What the choice among many sets would gain by chance
 * is taken off, so that a feature of many ranges has no advantage over a plain yes or no.
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
    const split = feature.ordered
      ? findRun(feature, group, sums, weights, limits)
      : findSubset(feature, group, sums, limits);
    if (!split || split.gain <= (best?.gain ?? 0)) continue;
    const bins = [...split.bins].sort((a, b) => a - b);
    best = { gain: split.gain, term: { kind: 'bins', feature: place, bins }, from: group.from };
  }
  return best;
}
