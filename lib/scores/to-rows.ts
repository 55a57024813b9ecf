import { v7 as uuidv7 } from 'uuid';
import { isSameScore } from './compare-scores';
import type { Score } from '@/lib/scoring/types';
import type { MovedPart, ScoreCause, ScoredLead, StoredScore } from './types';

/** What history keeps of a score. */
type Breakdown = Pick<Score, 'fit' | 'intent' | 'score' | 'tier' | 'quadrant' | 'contributions'>;

const toText = (instant: number) => new Date(instant).toISOString();

/** A row of `LeadScore`, as JSON. */
export function toScoreRow(scored: ScoredLead, stored: StoredScore | undefined, rubricVersionId: string) {
  const { asOf, nextChangeAt, ...score } = scored;
  const keepsTier = stored !== undefined && stored.tier === scored.tier;
  return {
    ...score,
    rubricVersionId,
    tierSince: toText(keepsTier ? stored.tierSince : asOf),
    scoredAt: toText(asOf),
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
  stored: Breakdown | undefined,
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
