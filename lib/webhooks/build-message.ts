import { describeScoreChange } from '@/lib/scores/describe-score-change';
import type { RuleNames } from '@/lib/scores/types';
import type { Rubric, TierAction } from '@/lib/scoring/types';
import type { LeadFactsOfMessage, MessageLead, MessageScore } from './types';

/** Reasons that a message names. */
const MOST_REASONS = 5;

/** What versions of the rubric call their criteria, and what their tiers do. */
export interface RubricWords {
  names: RuleNames;
  actions: ReadonlyMap<string, TierAction>;
}

/** The words of a version. It also knows the criteria of the others, as a publication moves what both sides counted. */
export function readRubricWords(rubric: Rubric, others: readonly Rubric[]): RubricWords {
  const criteria = [...others, rubric].flatMap((version) =>
    (['fit', 'intent'] as const).flatMap((axis) =>
      version[axis].groups.flatMap((group) =>
        group.criteria.map(({ id, label }) => [id, { label, axis }] as const),
      ),
    ),
  );
  return {
    names: { fitWeight: rubric.fitWeight, criteria: new Map(criteria) },
    actions: new Map(rubric.tiers.map(({ name, action }) => [name, action])),
  };
}

function formatPoints(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return rounded < 0 ? `−${-rounded}` : `+${rounded}`;
}

/** What a score rests on, the heaviest first, as "Requested a demo: +20 intent". */
function listReasons(score: MessageScore, { names }: RubricWords): string[] {
  return score.contributions
    .flatMap(({ criterionId, contribution }) => {
      const criterion = names.criteria.get(criterionId);
      return criterion && Math.abs(contribution) >= 0.05 ? [{ ...criterion, contribution }] : [];
    })
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, MOST_REASONS)
    .map(({ label, axis, contribution }) => `${label}: ${formatPoints(contribution)} ${axis}`);
}

function describeScore(score: MessageScore, words: RubricWords): LeadFactsOfMessage['score'] {
  const { tier, quadrant, fit, intent, cause, scoreBefore, tierBefore, quadrantBefore } = score;
  return {
    score: score.score,
    fit,
    intent,
    tier,
    action: words.actions.get(tier) ?? null,
    quadrant,
    scoreBefore,
    tierBefore,
    quadrantBefore,
    cause,
    change: describeScoreChange(score, words.names),
    reasons: listReasons(score, words),
  };
}

/**
 * What every message about a lead says: who it is, its company, its score before and after with the reasons in words.
 *
 * @param baseUrl where the app is reached.
 */
export function buildLeadFacts(
  lead: MessageLead,
  score: { of: MessageScore; words: RubricWords } | null,
  baseUrl: string,
): LeadFactsOfMessage {
  const { id, name, email, title, state, source, externalId, owner, company } = lead;
  return {
    lead: {
      id,
      url: new URL(`/leads/${id}`, baseUrl).href,
      name,
      email,
      title,
      state,
      source,
      externalId,
      owner: owner && { name: owner.name, email: owner.email },
    },
    company,
    score: score && describeScore(score.of, score.words),
  };
}
