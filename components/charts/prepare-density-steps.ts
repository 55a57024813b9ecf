import { formatNumber } from '../ui/format';

/** One shade of a density and the count from which it is used. */
export interface DensityStep {
  from: number;
  /** 1 (pale) to 7 (dark). */
  shade: number;
  /** "12", and "250+" for the last. */
  label: string;
}

const SHADES = 7;
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * Counts at which a density takes its next shade. They grow by an even factor, as leads crowd in few cells: with even
 * steps all but those few would look empty. At most seven; fewer when the largest count is small.
 */
export function prepareDensitySteps(largest: number): readonly DensityStep[] {
  if (largest < 1) return [];
  const starts = new Set<number>();
  for (let index = 0; index < SHADES; index++) starts.add(roundCount(largest ** (index / (SHADES - 0.5))));
  const kept = [...starts].filter((start) => start <= largest);
  return kept.map((from, index) => ({
    from,
    shade: kept.length === 1 ? 4 : 1 + Math.round((index * (SHADES - 1)) / (kept.length - 1)),
    label: formatNumber(from) + (index === kept.length - 1 && kept.length > 1 ? '+' : ''),
  }));
}

function roundCount(count: number): number {
  if (count < 10) return Math.round(count);
  const size = 10 ** Math.floor(Math.log10(count));
  const factor = ROUND.findLast((candidate) => candidate * size <= count * 1.05) ?? 1;
  return Math.round(factor * size);
}
