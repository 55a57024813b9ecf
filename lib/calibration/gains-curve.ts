import { rankOutcomes, sumOutcomes } from './rank-outcomes';
import type { ScoreOutcomes } from './types';

/** Taking every deal down to a score: how much of everything, how much of what was won. */
export interface GainsPoint {
  /** The lowest score taken; 101 before any is. */
  score: number;
  /** Share of closed deals taken, 0–1. */
  share: number;
  /** Share of won deals among them, 0–1. */
  wins: number;
}

/**
 * The cumulative gains curve, best score first, from (0, 0) to (1, 1). Deals of one score are taken together, since the
 * score does not order them.
 *
 * @returns no points when nothing was won.
 */
export function gainsCurve(rows: readonly ScoreOutcomes[]): GainsPoint[] {
  const ranked = rankOutcomes(rows);
  const total = sumOutcomes(ranked);
  if (total.won === 0) return [];
  const all = total.won + total.lost;
  const points: GainsPoint[] = [{ score: 101, share: 0, wins: 0 }];
  let taken = 0;
  let won = 0;
  for (const row of ranked) {
    taken += row.won + row.lost;
    won += row.won;
    points.push({ score: row.score, share: taken / all, wins: won / total.won });
  }
  return points;
}

/**
 * The share of wins among the best `share` of deals, read off the curve; between two points linearly, as if deals of
 * one score were taken in random order.
 *
 * @param share 0–1.
 */
export function winsWithin(curve: readonly GainsPoint[], share: number): number {
  for (const [index, point] of curve.entries()) {
    if (point.share < share) continue;
    const before = curve[index - 1];
    if (!before || point.share === before.share) return point.wins;
    const part = (share - before.share) / (point.share - before.share);
    return before.wins + part * (point.wins - before.wins);
  }
  return curve.at(-1)?.wins ?? 0;
}
