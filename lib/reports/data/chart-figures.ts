import { buildCriteria } from '../build-criteria';
import { buildReport } from '../build-report';
import { toCriteriaSheet, WORK_SHEETS, type ChartName, type Sheet } from '../chart-csv';
import { DRIFT_CHARTS, USE_CHARTS, WORK_CHARTS } from '../constants';
import type { PeriodSearch } from '../schema';
import { DRIFT_SHEETS, USE_SHEETS } from '../use-csv';
import { countFunnel, sumRevenue } from './cohort';
import { countCriteria } from './criteria';
import { countReport } from './deals';
import { openDrift } from './open-drift';
import { openReport } from './open-report';
import { openUse } from './open-use';

/** What a chart shows over a period, as a table. */
export async function readChartSheet(
  chart: ChartName,
  asked: PeriodSearch,
): Promise<{ sheet: Sheet; period: { from: string; to: string } }> {
  const now = new Date();
  const use = USE_CHARTS.find((name) => name === chart);
  const moved = DRIFT_CHARTS.find((name) => name === chart);
  const work = WORK_CHARTS.find((name) => name === chart);
  if (use) {
    const figures = await openUse(asked, now);
    return { sheet: USE_SHEETS[use](figures), period: figures.view.period };
  }
  if (moved) {
    const figures = await openDrift(asked, now);
    return { sheet: DRIFT_SHEETS[moved](figures), period: figures.view.period };
  }
  return work ? readWorkSheet(work, asked, now) : readCriteriaSheet(asked, now);
}

async function readWorkSheet(chart: (typeof WORK_CHARTS)[number], asked: PeriodSearch, now: Date) {
  const { live, period, counting } = await openReport(asked, now);
  const [rows, funnel, revenue] = await Promise.all([
    countReport(period, now, counting),
    chart === 'funnel' ? countFunnel(period, now, counting) : [],
    chart === 'revenue' ? sumRevenue(period, now, counting) : [],
  ]);
  const report = buildReport(rows, live?.document.tiers ?? [], period, now, counting.maturityDays);
  return { sheet: WORK_SHEETS[chart]({ report, funnel, revenue }), period };
}

async function readCriteriaSheet(asked: PeriodSearch, now: Date) {
  const { live, period, counting } = await openReport({ ...asked, by: 'now' }, now);
  const { versionId } = counting;
  const rows = versionId === null ? [] : await countCriteria(period, now, { ...counting, versionId });
  return { sheet: toCriteriaSheet(live ? buildCriteria(live.document, rows).lines : []), period };
}
