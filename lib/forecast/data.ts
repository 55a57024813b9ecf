import { findLiveRubric, type UsableRubric } from '@/lib/rubrics/data';
import { loadFacts, loadLabels } from '@/lib/scores/data';
import { createScorer } from '@/lib/scores/score-facts';
import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import { getPool } from '@/lib/server/db';
import { forecastScore, type CriterionName } from './forecast-score';
import { traceCurves } from './trace-curves';
import type { ScoreBreakdown, ScoreOutlook } from './types';

const WEEK_MS = 7 * 86_400_000;

function nameCriteria({ criteria }: CompiledRubric): Map<string, CriterionName> {
  return new Map(
    criteria.map((criterion) => {
      const fades = 'decay' in criterion && ['half_life', 'linear'].includes(criterion.decay.kind);
      return [criterion.id, { label: criterion.label, fades }];
    }),
  );
}

/** A lead, and what scores it by a rubric; null when there is no such lead. */
async function findScored(rubric: UsableRubric, leadId: string) {
  const pool = getPool();
  const [facts, labels] = await Promise.all([loadFacts(pool, rubric, [leadId]), loadLabels(pool)]);
  const [lead] = facts.leads;
  return lead ? { lead, scorer: createScorer(rubric.compiled, facts), labels } : null;
}

type Scored = NonNullable<Awaited<ReturnType<typeof findScored>>>;

function breakDown({ lead, scorer, labels }: Scored, instant: number): ScoreBreakdown {
  return {
    now: scorer.explain(lead, instant, labels),
    inAWeek: scorer.explain(lead, instant + WEEK_MS, labels),
    curves: traceCurves((at) => scorer.score(lead, at).contributions, instant),
  };
}

/** What a lead's score by any rubric is made of, computed as of the instant; null when there is no such lead. */
export async function findBreakdown(
  rubric: UsableRubric,
  leadId: string,
  now: Date,
): Promise<ScoreBreakdown | null> {
  const scored = await findScored(rubric, leadId);
  return scored && breakDown(scored, now.getTime());
}

/**
 * Why a lead scores as it does, what its score will come to if nothing new happens, and what would lift it a tier; computed as of the instant from
 * the facts themselves. Null when there is no such lead, or no rubric yet.
 */
export async function findOutlook(leadId: string, now: Date): Promise<ScoreOutlook | null> {
  const rubric = await findLiveRubric();
  const scored = rubric && (await findScored(rubric, leadId));
  if (!scored) return null;
  const { lead, scorer } = scored;
  const instant = now.getTime();
  const names = nameCriteria(rubric.compiled);
  const { name, fitWeight, tiers } = rubric.compiled.rubric;
  return {
    ...breakDown(scored, instant),
    forecast: forecastScore((at) => scorer.score(lead, at), instant, names),
    lift: scorer.findLift(lead, instant),
    rubric: { number: rubric.number, name, fitWeight, tiers },
    criterionLabels: Object.fromEntries([...names].map(([id, { label }]) => [id, label])),
  };
}
