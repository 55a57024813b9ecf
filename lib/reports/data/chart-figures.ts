import { buildCriteria } from '../build-criteria';
import { buildReport } from '../build-report';
import type { ChartFigures, ChartName } from '../chart-csv';
import type { PeriodSearch } from '../schema';
import { countFunnel, sumRevenue } from './cohort';
import { countCriteria } from './criteria';
import { countReport } from './deals';
import { openReport } from './open-report';

/** What a chart's file is written from: the report, and of the rest what the chart shows. */
export async function readChartFigures(chart: ChartName, asked: PeriodSearch): Promise<ChartFigures> {
  const { now, live, period, counting } = await openReport(
    chart === 'criteria' ? { ...asked, by: 'now' } : asked,
  );
  const { versionId } = counting;
  const [rows, criteria, funnel, revenue] = await Promise.all([
    countReport(period, now, counting),
    chart === 'criteria' && versionId !== null ? countCriteria(period, now, { ...counting, versionId }) : [],
    chart === 'funnel' ? countFunnel(period, now, counting) : [],
    chart === 'revenue' ? sumRevenue(period, now, counting) : [],
  ]);
  return {
    report: buildReport(rows, live?.document.tiers ?? [], period, now, counting.maturityDays),
    criteria: live ? buildCriteria(live.document, criteria).lines : [],
    funnel,
    revenue,
  };
}
