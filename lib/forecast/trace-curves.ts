import type { Contribution } from '@/lib/scoring/types';
import type { Curves } from './types';

const HALF_DAY_MS = 43_200_000;
const POINTS = 61;

/**
 * How each criterion that counts now will lose its worth: the share of its present units, half-day by half-day over 30
 * days. At most 1 in the chart's terms, though what is still to come may lift it above.
 *
 * @param contributionsAt what counts as of an instant, in milliseconds.
 */
export function traceCurves(
  contributionsAt: (instant: number) => readonly Contribution[],
  now: number,
): Curves {
  const samples = Array.from({ length: POINTS }, (_, index) => {
    const counted = contributionsAt(now + index * HALF_DAY_MS);
    return new Map(counted.map(({ criterionId, units }) => [criterionId, units]));
  });
  const [present = new Map<string, number>()] = samples;
  return Object.fromEntries(
    [...present].map(([id, units]) => [id, samples.map((sample) => (sample.get(id) ?? 0) / units)]),
  );
}
