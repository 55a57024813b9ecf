import type { Contribution, Score } from '@/lib/scoring/types';
import type { MovedContribution } from './types';

/** Contributions closer than this are the same: what is left is the rounding of sums. */
const SAME_WITHIN = 1e-6;

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

/** The criteria whose contributions differ, the largest difference first. */
export function findMoved(
  before: readonly Contribution[],
  after: readonly Contribution[],
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
  return [...moved.values()]
    .filter((one) => Math.abs(one.after - one.before) > SAME_WITHIN)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}
