import { getDb } from '@/lib/server/db';
import { buildReport } from '../build-report';
import { judgeAnswers, sumTopQuarter } from '../build-use';
import { startOfMonth, type Period } from '../period';
import type { SummaryFigures } from '../write-summary';
import { countReport } from './deals';
import { openReport } from './open-report';
import { countAnswersByTier } from './response';
import { readReviewState } from './reviews';
import { sumSelling } from './selling';

/** What a month's summary tells. */
export async function readSummaryFigures(month: string, now: Date): Promise<SummaryFigures> {
  const { live, period, counting } = await openReport({ by: 'then' }, now);
  const own: Period = { from: month, to: month, start: startOfMonth(month), end: startOfMonth(month, 1) };
  const tiers = live?.document.tiers ?? [];
  const [rows, happened, answers, selling, review] = await Promise.all([
    countReport(period, now, counting),
    countMonth(own),
    countAnswersByTier(own, now),
    sumSelling(own),
    readReviewState(now),
  ]);
  const { verdict, rates } = buildReport(rows, tiers, period, now, counting.maturityDays);
  return {
    month,
    verdict,
    rates: rates.tiers,
    ...happened,
    answers: answers.map(judgeAnswers).filter(({ tier }) => tiers.some(({ name }) => name === tier)),
    top: sumTopQuarter(selling),
    review: { due: review.due, dueAt: review.dueAt, changes: review.changes },
    contradicting: review.figures.contradicting,
    shifted: review.figures.shifted,
  };
}

/** Leads first engaged in a month, and deals closed and won in it. */
async function countMonth({ start, end }: Period): Promise<{ engaged: number; closed: number; won: number }> {
  const [row] = await getDb().$queryRaw<{ engaged: number; closed: number; won: number }[]>`
    SELECT (SELECT count(*) FROM "Engagement" WHERE "at" >= ${start} AND "at" < ${end})::int
        + (SELECT count(*) FROM "ErasedEngagement" WHERE "at" >= ${start} AND "at" < ${end})::int AS "engaged",
      count(*)::int AS "closed", (count(*) FILTER (WHERE "outcome" = 'won'))::int AS "won"
    FROM "Deal" WHERE "outcome" IN ('won', 'lost') AND "closedAt" >= ${start} AND "closedAt" < ${end}`;
  return row ?? { engaged: 0, closed: 0, won: 0 };
}
