import { closeRate, type CloseRate } from './close-rate';
import { sumOutcomes } from './rank-outcomes';
import type { ScoreOutcomes } from './types';

/** A range of scores, both ends included. */
export interface ScoreBand {
  low: number;
  high: number;
}

/** Ten points each; the ends, where deals are rare, are pooled. */
export const SCORE_BANDS: readonly ScoreBand[] = [
  { low: 0, high: 19 },
  { low: 20, high: 29 },
  { low: 30, high: 39 },
  { low: 40, high: 49 },
  { low: 50, high: 59 },
  { low: 60, high: 69 },
  { low: 70, high: 79 },
  { low: 80, high: 100 },
];

/** Close rate by band of the score at first engagement, lowest band first; bands without deals stay, with counts of 0. */
export function calibrateBands(
  rows: readonly ScoreOutcomes[],
  bands: readonly ScoreBand[] = SCORE_BANDS,
): (ScoreBand & CloseRate)[] {
  return bands.map((band) => ({
    ...band,
    ...closeRate(sumOutcomes(rows.filter((row) => row.score >= band.low && row.score <= band.high))),
  }));
}

/** How often the close rate rises from one band to the next, over the bands that have a rate. */
export function countRises(bands: readonly CloseRate[]): { rises: number; steps: number } {
  const rates = bands.flatMap((band) => (band.rate === null ? [] : [band.rate]));
  const rises = rates.filter((rate, index) => index > 0 && rate > (rates[index - 1] ?? rate)).length;
  return { rises, steps: Math.max(0, rates.length - 1) };
}
