import type { Rubric } from '@/lib/scoring/types';
import { buildCriteria } from './build-criteria';
import { measureCriteriaDrift, measureDrift } from './build-drift';
import { buildReport } from './build-report';
import type { Period } from './period';
import type { ReviewFigures } from './schema';
import type { CriterionRow, EngagedRow, FiredRow, ReportRows } from './types';

/** What a review is made from, counted over its period. */
export interface ReviewRows {
  rows: ReportRows;
  /** By the live rubric, as `fired`. */
  criteria: CriterionRow[];
  engaged: EngagedRow[];
  fired: FiredRow[];
}

/** The figures that a review looks at. */
export function buildReview(
  { rows, criteria, engaged, fired }: ReviewRows,
  live: { number: number; document: Rubric } | null,
  period: Period,
  now: Date,
  maturityDays: number,
): ReviewFigures {
  const tiers = live?.document.tiers ?? [];
  const { verdict, rates, gains } = buildReport(rows, tiers, period, now, maturityDays);
  const [best] = rates.tiers;
  const moved = [
    ...measureDrift(
      engaged,
      tiers.map(({ name }) => name),
    ),
    ...(live ? measureCriteriaDrift(live.document, fired) : []),
  ];
  return {
    verdict: verdict.kind,
    sentence: verdict.sentence,
    version: live?.number ?? null,
    best: { tier: best?.tier ?? 'A', won: best?.won ?? 0, closed: best?.closed ?? 0 },
    rest: { won: rates.rest.won, closed: rates.rest.closed },
    auc: gains.auc?.auc ?? null,
    contradicting: live
      ? buildCriteria(live.document, criteria)
          .lines.filter(({ flag }) => flag === 'contradicts')
          .map(({ label }) => label)
      : [],
    shifted: moved.filter(({ drift }) => drift === 'shifted').map(({ label }) => label),
  };
}
