import { buildReport } from '../build-report';
import type { PeriodSearch } from '../schema';
import { countFunnel, countSample, measureCloseTimes, sumRevenue } from './cohort';
import { countReport } from './deals';
import { openReport } from './open-report';

/** Everything that says whether the tiers work, over a period. */
export async function openWork(asked: PeriodSearch, now: Date) {
  const { live, period, counting, view } = await openReport(asked, now);
  const [rows, funnel, revenue, times, sample] = await Promise.all([
    countReport(period, now, counting),
    countFunnel(period, now, counting),
    sumRevenue(period, now, counting),
    measureCloseTimes(period, now, counting),
    countSample(period, now, counting),
  ]);
  const report = buildReport(rows, live?.document.tiers ?? [], period, now, counting.maturityDays);
  return { view, report, outcomes: { funnel, revenue, times, sample } };
}
