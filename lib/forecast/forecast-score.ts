import type { ScoreOutput } from '@/lib/scoring/types';
import type { Forecast, ForecastStep } from './types';

/** Where a forecast ends, if change goes on: half a year is as far as anyone plans a lead. */
const HORIZON_MS = 183 * 86_400_000;
const MOST_STEPS = 250;

/** What a criterion is called, and whether its evidence fades rather than ending at once. */
export interface CriterionName {
  label: string;
  fades: boolean;
}

function differ(a: ScoreOutput, b: ScoreOutput): boolean {
  return (
    a.fit !== b.fit ||
    a.intent !== b.intent ||
    a.score !== b.score ||
    a.tier !== b.tier ||
    a.quadrant !== b.quadrant
  );
}

/** The criterion whose contribution changed most between two scores. */
function findMoved(
  before: ScoreOutput,
  after: ScoreOutput,
  names: ReadonlyMap<string, CriterionName>,
): ForecastStep['moved'] {
  const changes = new Map<string, number>();
  for (const { criterionId, contribution } of after.contributions) changes.set(criterionId, contribution);
  for (const { criterionId, contribution } of before.contributions) {
    changes.set(criterionId, (changes.get(criterionId) ?? 0) - contribution);
  }
  let most: ForecastStep['moved'] = null;
  for (const [id, change] of changes) {
    if (Math.abs(change) <= Math.abs(most?.change ?? 0)) continue;
    most = { label: names.get(id)?.label ?? id, change, fades: names.get(id)?.fades ?? false };
  }
  return most;
}

/**
 * What becomes of a score if nothing new happens, step by step from the engine's own "next change".
 *
 * @param scoreAt the lead's score as of an instant, in milliseconds.
 */
export function forecastScore(
  scoreAt: (instant: number) => ScoreOutput,
  now: number,
  names: ReadonlyMap<string, CriterionName>,
): Forecast {
  const steps: ForecastStep[] = [];
  const first = scoreAt(now);
  let shown = first;
  let next = first.nextChangeAt;
  let looks = 0;
  while (next !== null && next <= now + HORIZON_MS && looks < MOST_STEPS) {
    const at = next;
    const score = scoreAt(at);
    looks += 1;
    if (differ(shown, score)) {
      const { fit, intent, tier, quadrant } = score;
      const scores = { fit, intent, score: score.score, scoreBefore: shown.score };
      steps.push({ at, ...scores, tier, quadrant, moved: findMoved(shown, score, names) });
      shown = score;
    }
    // A bound that did not move on would never end.
    next = score.nextChangeAt !== null && score.nextChangeAt > at ? score.nextChangeAt : null;
  }
  const nextTier = steps.find(({ tier }) => tier !== first.tier) ?? null;
  return { steps, complete: next === null, nextTier };
}

/** Steps worth telling: the next, falls and rises of at least five points, changes of tier, and the last; at most six. */
export function pickSteps(forecast: Forecast, tierNow: string): ForecastStep[] {
  const { steps, complete } = forecast;
  const worth = steps.filter((step, index) => {
    const before = steps[index - 1];
    const jump = Math.abs(step.score - step.scoreBefore) >= 5;
    const crossing = step.tier !== (before?.tier ?? tierNow);
    return index === 0 || jump || crossing || (complete && index === steps.length - 1);
  });
  return worth.length <= 6 ? worth : [...worth.slice(0, 5), ...worth.slice(-1)];
}
