import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import type { MatchedEvents } from '@/lib/scoring/match-events';
import type { Score } from '@/lib/scoring/types';
import type { ScoreReason } from './types';

/** The instant of the latest event that a criterion looks at; null when there is none up to the instant. */
function latestAt(matched: MatchedEvents | undefined, place: number, asOf: number): number | null {
  const instants = matched?.lists[place]?.at ?? [];
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
 * @param own the lead's own events, sorted out; `company` those of its company.
 */
export function findReason(
  compiled: CompiledRubric,
  score: Score,
  own: MatchedEvents,
  company: MatchedEvents,
  asOf: number,
): ScoreReason | null {
  const added = new Map(score.contributions.map((one) => [one.criterionId, one.contribution]));
  let best: { criterionId: string; label: string; contribution: number; at: number | null } | null = null;
  compiled.intent.forEach(({ criterion, scope }, place) => {
    const contribution = added.get(criterion.id) ?? 0;
    if (contribution <= 0 || contribution < (best?.contribution ?? 0)) return;
    const at = latestAt(scope === 'company' ? company : own, place, asOf);
    if (best && contribution === best.contribution && (at ?? 0) <= (best.at ?? 0)) return;
    best = { criterionId: criterion.id, label: criterion.label, contribution, at };
  });
  for (const { id, label } of best ? [] : compiled.criteria.slice(0, compiled.fitCount)) {
    const contribution = added.get(id) ?? 0;
    if (contribution > (best?.contribution ?? 0)) best = { criterionId: id, label, contribution, at: null };
  }
  return best && { ...best, at: best.at === null ? null : new Date(best.at).toISOString() };
}
