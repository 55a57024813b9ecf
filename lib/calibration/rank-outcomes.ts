import type { ScoreOutcomes } from './types';

/** One row per score that occurs, best first; rows of the same score are added up, empty ones dropped. */
export function rankOutcomes(rows: readonly ScoreOutcomes[]): ScoreOutcomes[] {
  const byScore = new Map<number, ScoreOutcomes>();
  for (const { score, won, lost } of rows) {
    if (won + lost === 0) continue;
    const sum = byScore.get(score) ?? { score, won: 0, lost: 0 };
    byScore.set(score, { score, won: sum.won + won, lost: sum.lost + lost });
  }
  return [...byScore.values()].sort((a, b) => b.score - a.score);
}

/** Won and lost over all rows. */
export function sumOutcomes(rows: readonly { won: number; lost: number }[]): { won: number; lost: number } {
  return rows.reduce((sum, row) => ({ won: sum.won + row.won, lost: sum.lost + row.lost }), {
    won: 0,
    lost: 0,
  });
}
