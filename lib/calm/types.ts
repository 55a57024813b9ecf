/** When a lead that keeps coming back into a tier is news again. */
export interface CalmSettings {
  /** So many points it has to have fallen below what the tier asks, */
  fallPoints: number;
  /** or so many days have to have passed since it was last told of. */
  days: number;
}

/** What a tier asks of a lead, from 0. */
export interface TierMinimums {
  minScore: number;
  minFit: number;
  minIntent: number;
}

/** The lowest that a lead's figures were in a stretch of time; null when they did not change in it. */
export interface LowestFigures {
  score: number | null;
  fit: number | null;
  intent: number | null;
}
