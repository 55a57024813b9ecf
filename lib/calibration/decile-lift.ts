import { winsWithin, type GainsPoint } from './gains-curve';

/** One tenth of the closed deals, best scores first. */
export interface Decile {
  /** 1 is the best tenth. */
  number: number;
  /** Share of all wins that it holds, 0–1. */
  wins: number;
  /** How many times as often it closes as all deals together. */
  lift: number;
}

/**
 * Lift by decile, read off the gains curve: deals of one score that two tenths share are split as if in random order.
 *
 * @returns nothing when nothing was won.
 */
export function liftByDecile(curve: readonly GainsPoint[]): Decile[] {
  if (curve.length === 0) return [];
  return Array.from({ length: 10 }, (_, index) => {
    const wins = winsWithin(curve, (index + 1) / 10) - winsWithin(curve, index / 10);
    return { number: index + 1, wins, lift: wins * 10 };
  });
}
