import { readResponse } from '@/lib/response/data';
import { findTarget } from '@/lib/response/plan-clock';
import type { Rubric } from '@/lib/scoring/types';
import { judgeAnswerEffect, judgeAnswers, sumByRep, sumByTier, sumTopQuarter } from '../build-use';
import type { PeriodSearch } from '../schema';
import { openReport } from './open-report';
import { countQualification } from './qualification';
import { countAnswerEffect, countAnswersByRep, countAnswersByTier, countUntaken } from './response';
import { countWins, sumSelling } from './selling';

/** In how many working hours leads of a routed tier are to be answered, by tier. */
async function readTargets(tiers: Rubric['tiers']): Promise<Readonly<Partial<Record<string, number>>>> {
  const { response } = await readResponse();
  return Object.fromEntries(
    tiers
      .filter(({ name, action }) => action === 'route' || response.targets.some(({ tier }) => tier === name))
      .map(({ name }) => [name, findTarget(response, name).minutes / 60]),
  );
}

/** Everything that says whether the tiers are used, over a period. */
export async function openUse(asked: PeriodSearch, now: Date = new Date()) {
  const { live, period, counting, view } = await openReport(asked, now);
  const tiers = (live?.document.tiers ?? []).map(({ name }) => name);
  const [best = 'A'] = tiers;
  const [byTier, byRep, untaken, effect, selling, wins, qualification] = await Promise.all([
    countAnswersByTier(period, now, counting),
    countAnswersByRep(period, now, best, counting),
    countUntaken(now, counting),
    countAnswerEffect(period, now, counting),
    sumSelling(period, counting),
    countWins(period, counting),
    countQualification(period, now, counting, tiers),
  ]);
  return {
    view,
    tiers,
    best,
    response: {
      byTier: byTier.map(judgeAnswers),
      byRep: byRep.map(judgeAnswers),
      effect: judgeAnswerEffect(effect, tiers),
      untaken,
      targets: await readTargets(live?.document.tiers ?? []),
    },
    selling: {
      byTier: sumByTier(selling, tiers),
      byRep: sumByRep(selling, tiers),
      top: sumTopQuarter(selling),
      wins,
    },
    qualification,
  };
}
