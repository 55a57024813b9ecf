import type { Tier } from '@/lib/scoring/types';

/** What a change of a score may mean for routing. */
export type TaskKind =
  /** It brings the lead into a routed tier, from nowhere or from a lesser one. */
  | 'came'
  /** It takes the lead out of the routed tiers. */
  | 'left'
  /** A nurtured lead's score rises. */
  | 'rose'
  /** A new lead begins in a held tier. */
  | 'held';

/** A change of a score, as far as it concerns routing. */
export interface TaskChange {
  tier: string;
  tierBefore: string | null;
  score: number;
  scoreBefore: number | null;
}

/**
 * What a change of a score may mean for routing; null for nothing.
 *
 * @param tiers of the rubric that scored, the best first.
 */
export function planTask(change: TaskChange, tiers: readonly Tier[]): TaskKind | null {
  const { tier, tierBefore, score, scoreBefore } = change;
  const placeOf = (name: string) => tiers.findIndex((one) => one.name === name);
  const [place, before] = [placeOf(tier), tierBefore === null ? -1 : placeOf(tierBefore)];
  const action = tiers[place]?.action;
  if (action === 'route') return tier !== tierBefore && (before === -1 || place < before) ? 'came' : null;
  if (tiers[before]?.action === 'route') return 'left';
  if (action === 'nurture') return scoreBefore !== null && score > scoreBefore ? 'rose' : null;
  return action === 'hold' && tierBefore === null ? 'held' : null;
}
