import type { Contribution, Score } from '@/lib/scoring/types';
import type { MovedContribution } from './types';

/** Contributions closer than this are the same: what is left is the rounding of sums. */
export const SAME_WITHIN = 1e-6;

type Shown = Pick<Score, 'fit' | 'intent' | 'score' | 'tier' | 'quadrant'>;

/** Whether two scores look the same: fit, intent, score, tier and quadrant. */
export function isSameScore(a: Shown, b: Shown): boolean {
  return (
    a.fit === b.fit &&
    a.intent === b.intent &&
    a.score === b.score &&
    a.tier === b.tier &&
    a.quadrant === b.quadrant
  );
}

/**
 * The criteria whose contributions differ, or whose evidence faded while new made up for it; the largest difference
 * first.
 *
 * @param fades what time alone did to each, in points.
 */
export function findMoved(
  before: readonly Contribution[],
  after: readonly Contribution[],
  fades: ReadonlyMap<string, number> = new Map(),
): MovedContribution[] {
  const moved = new Map<string, MovedContribution>();
  for (const { criterionId, contribution } of before) {
    moved.set(criterionId, { criterionId, before: contribution, after: 0 });
  }
  for (const { criterionId, contribution } of after) {
    moved.set(criterionId, {
      criterionId,
      before: moved.get(criterionId)?.before ?? 0,
      after: contribution,
    });
  }
  const withFades = [...moved.values()].map((one) => {
    const decay = fades.get(one.criterionId) ?? 0;
    return Math.abs(decay) > SAME_WITHIN ? { ...one, decay } : one;
  });
  return withFades
    .filter((one) => Math.abs(one.after - one.before) > SAME_WITHIN || 'decay' in one)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}
