import { v7 as uuidv7 } from 'uuid';
import { isSameScore } from './compare-scores';
import type { Score } from '@/lib/scoring/types';
import type { MovedPart, ScoreCause, ScoredLead, StoredScore } from './types';

/** What history keeps of a score. */
type Breakdown = Pick<Score, 'fit' | 'intent' | 'score' | 'tier' | 'quadrant' | 'contributions'>;

const toText = (instant: number) => new Date(instant).toISOString();

/** A row of `LeadScore`, as its columns take it. */
export function toScoreRow(scored: ScoredLead, stored: StoredScore | undefined, rubricVersionId: string) {
  const keepsTier = stored !== undefined && stored.tier === scored.tier;
  const { nextChangeAt } = scored;
  return {
    leadId: scored.leadId,
    place: stored?.place,
    rubricVersionId,
    fit: scored.fit,
    intent: scored.intent,
    score: scored.score,
    tier: scored.tier,
    quadrant: scored.quadrant,
    tierRank: scored.tierRank,
    disqualifiedBy: scored.disqualifiedBy,
    reason: scored.reason,
    counted: scored.counted,
    evidence: scored.evidence,
    tierSince: toText(keepsTier ? stored.tierSince : scored.asOf),
    scoredAt: toText(scored.asOf),
    nextChangeAt: nextChangeAt === null ? null : toText(nextChangeAt),
  };
}

/**
 * A row of `ScoreChange`, as JSON; null when the score looks the same as before.
 *
 * @param findMoved what moved; asked for only when there is a row to write.
 */
export function toChangeRow(
  scored: Breakdown & Pick<ScoredLead, 'leadId' | 'asOf'>,
  stored: Omit<Breakdown, 'contributions'> | undefined,
  rubricVersionId: string,
  cause: ScoreCause,
  findMoved: () => MovedPart[],
) {
  if (stored && isSameScore(stored, scored)) return null;
  const { leadId, asOf, fit, intent, score, tier, quadrant, contributions } = scored;
  return {
    id: uuidv7({ msecs: asOf }),
    leadId,
    rubricVersionId,
    at: toText(asOf),
    cause: stored ? cause : 'first',
    fit,
    intent,
    score,
    tier,
    quadrant,
    scoreBefore: stored?.score ?? null,
    tierBefore: stored?.tier ?? null,
    quadrantBefore: stored?.quadrant ?? null,
    contributions,
    moved: findMoved(),
  };
}
