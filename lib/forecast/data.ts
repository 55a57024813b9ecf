import { findLiveRubric } from '@/lib/rubrics/data';
import { loadFacts, loadLabels } from '@/lib/scores/data';
import { createScorer } from '@/lib/scores/score-facts';
import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import { getPool } from '@/lib/server/db';
import { forecastScore, type CriterionName } from './forecast-score';
import { traceCurves } from './trace-curves';
import type { ScoreOutlook } from './types';

const WEEK_MS = 7 * 86_400_000;

function nameCriteria({ criteria }: CompiledRubric): Map<string, CriterionName> {
  return new Map(
    criteria.map((criterion) => {
      const fades = 'decay' in criterion && ['half_life', 'linear'].includes(criterion.decay.kind);
      return [criterion.id, { label: criterion.label, fades }];
    }),
  );
}

/**
 * Why a lead scores as it does, what its score will come to if nothing new happens, and what would lift it a tier; computed as of the instant from
 * the facts themselves. Null when there is no such lead, or no rubric yet.
 */
export async function findOutlook(leadId: string, now: Date): Promise<ScoreOutlook | null> {
  const pool = getPool();
  const rubric = await findLiveRubric(pool);
  if (!rubric) return null;
  const { compiled } = rubric;
  const [facts, labels] = await Promise.all([loadFacts(pool, rubric, [leadId]), loadLabels(pool)]);
  const [lead] = facts.leads;
  if (!lead) return null;
  const scorer = createScorer(compiled, facts);
  const instant = now.getTime();
  const names = nameCriteria(compiled);
  const { name, fitWeight, tiers } = compiled.rubric;
  return {
    now: scorer.explain(lead, instant, labels),
    inAWeek: scorer.explain(lead, instant + WEEK_MS, labels),
    forecast: forecastScore((at) => scorer.score(lead, at), instant, names),
    lift: scorer.findLift(lead, instant),
    curves: traceCurves((at) => scorer.score(lead, at).contributions, instant),
    rubric: { number: rubric.number, name, fitWeight, tiers },
    criterionLabels: Object.fromEntries([...names].map(([id, { label }]) => [id, label])),
  };
}
