import { areaUnderCurve } from '@/lib/calibration/area-under-curve';
import { closeRate, closeRateTable } from '@/lib/calibration/close-rate';
import { sumOutcomes } from '@/lib/calibration/rank-outcomes';
import { rateRatio } from '@/lib/calibration/rate-ratio';
import type { Outcomes } from '@/lib/calibration/types';
import type { EvidenceHolder, Side } from '@/lib/evidence/evidence-holder';
import type { DealRows } from '@/lib/evidence/types';
import type { ScoredColumns } from '@/lib/scoring/score-columns';
import type { Rubric } from '@/lib/scoring/types';
import type { OutcomeEffect, ScoredDeal, SideOutcomes } from './types';

interface Scored {
  rubric: Rubric;
  scored: Readonly<ScoredColumns>;
}

/** Adds closed deals up by a whole number that each has. */
function sumBy(
  column: Uint8Array,
  size: number,
  won: Uint8Array,
  counts: (row: number) => boolean,
): Outcomes[] {
  const sums = Array.from({ length: size }, () => ({ won: 0, lost: 0 }));
  for (let row = 0; row < column.length; row += 1) {
    const sum = sums[column[row] ?? 0];
    if (!sum || !counts(row)) continue;
    if (won[row] === 1) sum.won += 1;
    else sum.lost += 1;
  }
  return sums;
}

function measureSide(
  { rubric, scored }: Scored,
  won: Uint8Array,
  counts: (row: number) => boolean,
): SideOutcomes {
  const byTier = sumBy(scored.tier, rubric.tiers.length, won, counts);
  const byScore = sumBy(scored.score, 101, won, counts);
  const order = rubric.tiers.map(({ name }) => name);
  const [best = { won: 0, lost: 0 }, ...others] = byTier;
  return {
    rates: closeRateTable(
      order,
      byTier.map((outcomes, tier) => ({ ...outcomes, tier: order[tier] ?? '' })),
    ),
    lift: rateRatio(best, sumOutcomes(others)),
    auc: areaUnderCurve(byScore.map((outcomes, score) => ({ ...outcomes, score }))),
  };
}

/**
 * Judges two rubrics by the same closed deals, each scored as of its lead's first engagement.
 *
 * @param counts whether a deal counts, by the instant of that engagement in milliseconds.
 */
export function measureOutcomes(
  holder: EvidenceHolder<DealRows>,
  rubrics: Record<Side, Rubric>,
  counts: (engagedAt: number) => boolean,
): OutcomeEffect {
  const { won, engagedAt } = holder.part.rows;
  const included = Array.from(engagedAt, counts);
  const isIncluded = (row: number) => included[row] === true;
  const side = (name: Side): Scored => ({ rubric: rubrics[name], scored: holder.score(name, rubrics[name]) });
  const [before, after] = [side('before'), side('after')];
  const isBest = ({ scored }: Scored, row: number) => scored.tier[row] === 0;
  const swapped = (from: Scored, to: Scored) =>
    sumBy(
      new Uint8Array(won.length),
      1,
      won,
      (row) => isIncluded(row) && !isBest(from, row) && isBest(to, row),
    );
  const deals = included.filter(Boolean).length;
  return {
    deals,
    young: included.length - deals,
    before: measureSide(before, won, isIncluded),
    after: measureSide(after, won, isIncluded),
    swap: {
      into: closeRate(sumOutcomes(swapped(before, after))),
      outOf: closeRate(sumOutcomes(swapped(after, before))),
    },
  };
}

/** Closed deals by what a rubric would have scored them at first engagement, to look for a threshold with. */
export function listScoredDeals(
  holder: EvidenceHolder<DealRows>,
  rubric: Rubric,
  counts: (engagedAt: number) => boolean,
): ScoredDeal[] {
  const { won, engagedAt } = holder.part.rows;
  const { fit, intent, score } = holder.score('after', rubric);
  const [best] = rubric.tiers;
  const disqualified = new Set(holder.select(rubric).disqualifiers.flatMap(({ rows }) => [...rows]));
  return Array.from(engagedAt, (at, row) => ({
    counts: counts(at),
    score: score[row] ?? 0,
    qualifies:
      !disqualified.has(row) &&
      (fit[row] ?? 0) >= (best?.minFit ?? 0) &&
      (intent[row] ?? 0) >= (best?.minIntent ?? 0),
    won: won[row] === 1,
  }))
    .filter((deal) => deal.counts)
    .map(({ score: scored, qualifies, won: isWon }) => ({ score: scored, qualifies, won: isWon }));
}
