import type { Flow } from '@/lib/evidence/types';

/** Where the best tier has to begin for a team to keep up with it. */
export interface CapacityThreshold {
  /** The least score, 0–100. */
  minScore: number;
  /** Leads a week that would have come in at it, on average. */
  perWeek: number;
  /** The same week by week, oldest first. */
  weeks: number[];
}

/** Leads that would have come into the best tier at a least score, week by week; of a sample, scaled up to everyone. */
export function flowAt({ weeks, sampled, active }: Flow, minScore: number): number[] {
  const scale = sampled === 0 ? 0 : active / sampled;
  return weeks.map((week) => (week[minScore] ?? 0) * scale);
}

function averageOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The lowest least score, coming down from 100, at which no more leads a week would have come into the best tier than the
 * team can take.
 *
 * @param capacity leads a week.
 * @returns null when even at 100 more would have come.
 */
export function thresholdFromCapacity(flow: Flow, capacity: number): CapacityThreshold | null {
  let found: CapacityThreshold | null = null;
  for (let minScore = 100; minScore >= 0; minScore -= 1) {
    const weeks = flowAt(flow, minScore);
    const perWeek = averageOf(weeks);
    if (perWeek > capacity) break;
    found = { minScore, perWeek, weeks };
  }
  return found;
}
