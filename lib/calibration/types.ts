/** Lower and upper end of a confidence interval. */
export interface Interval {
  low: number;
  /** May be Infinity for a ratio. */
  high: number;
}

/** Closed deals of one group: how many were won, how many lost. Whole, at least 0. */
export interface Outcomes {
  won: number;
  lost: number;
}

/** Closed deals by the score their leads had. */
export interface ScoreOutcomes extends Outcomes {
  /** Whole, 0–100. */
  score: number;
}
