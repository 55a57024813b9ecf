import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import type { PreparedLead } from '@/lib/scoring/evidence';
import type { ScoreReason } from './types';

/** The instant of the latest event that a criterion looks at; null when there is none up to the instant. */
function latestAt({ lists }: Pick<PreparedLead, 'lists'>, place: number, asOf: number): number | null {
  const instants = lists[place]?.at ?? [];
  for (let i = instants.length - 1; i >= 0; i -= 1) {
    const at = instants[i];
    if (at !== undefined && at <= asOf) return at;
  }
  return null;
}

/**
 * The strongest present reason for a score: the intent criterion that adds most (of equals, the one that happened last),
 * else the fit criterion that adds most; null when nothing adds.
 *
 * @param units of every criterion, in rubric order.
 */
export function findReason(
  { criteria, fitCount, intent, plan }: CompiledRubric,
  units: Float64Array,
  prepared: Pick<PreparedLead, 'lists'>,
  asOf: number,
): ScoreReason | null {
  let [best, most, bestAt]: [number, number, number | null] = [-1, 0, null];
  for (let place = 0; place < intent.length; place += 1) {
    const contribution = (plan.points[fitCount + place] ?? 0) * (units[fitCount + place] ?? 0);
    if (contribution <= 0 || contribution < most) continue;
    const at = latestAt(prepared, place, asOf);
    if (best >= 0 && contribution === most && (at ?? 0) <= (bestAt ?? 0)) continue;
    [best, most, bestAt] = [fitCount + place, contribution, at];
  }
  for (let index = 0; bestAt === null && best < fitCount && index < fitCount; index += 1) {
    const contribution = (plan.points[index] ?? 0) * (units[index] ?? 0);
    if (contribution > most) [best, most] = [index, contribution];
  }
  const criterion = criteria[best];
  if (!criterion) return null;
  const at = bestAt === null ? null : new Date(bestAt).toISOString();
  return { criterionId: criterion.id, label: criterion.label, contribution: most, at };
}
