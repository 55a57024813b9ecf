import type { Rubric, Score } from '@/lib/scoring/types';
import type { Flow } from './types';

const WEEK_MS = 7 * 86_400_000;
const SCORES = 101;

type Look = Pick<Score, 'fit' | 'intent' | 'score' | 'disqualifiedBy'>;

/**
 * Counts leads that come into the best tier, for every least score that the tier could have: a lead comes in, once, when
 * it was not in it at the beginning and then reaches the least score, with the tier's least fit and intent met.
 */
export class FlowCounter {
  private readonly weeks: number[][];

  /** @param since beginning of the weeks, and `until` their end: milliseconds since 1970 UTC. */
  constructor(
    private readonly rubric: Rubric,
    readonly since: number,
    readonly until: number,
  ) {
    const count = Math.round((until - since) / WEEK_MS);
    this.weeks = Array.from({ length: count }, () => Array.from({ length: SCORES }, () => 0));
  }

  /**
   * @param start the lead's score at the beginning; null when it was not there yet.
   * @param looks its scores afterwards, oldest first.
   */
  add(start: Look | null, looks: readonly { at: number; score: Look }[]): void {
    let reached = start ? this.reach(start) : -1;
    for (const { at, score } of looks) {
      const reach = this.reach(score);
      const week = this.weeks[Math.min(this.weeks.length - 1, Math.floor((at - this.since) / WEEK_MS))];
      for (let least = reached + 1; least <= reach; least += 1) {
        if (week) week[least] = (week[least] ?? 0) + 1;
      }
      reached = Math.max(reached, reach);
    }
  }

  finish(): Pick<Flow, 'weeks'> {
    return { weeks: this.weeks };
  }

  /** The greatest least score at which a lead is in the best tier; −1 when no score would do. */
  private reach({ fit, intent, score, disqualifiedBy }: Look): number {
    const [best] = this.rubric.tiers;
    const meets = best && fit >= best.minFit && intent >= best.minIntent && disqualifiedBy.length === 0;
    return meets ? score : -1;
  }
}
