import { requirePage } from '@/lib/auth/guards';
import { buildAddress, type SearchParams } from '@/lib/leads/address';
import { buildCriteria } from './build-criteria';
import { buildReport } from './build-report';
import { countFunnel, countSample, measureCloseTimes, sumRevenue } from './data/cohort';
import { countCriteria } from './data/criteria';
import { countReport, listDeals } from './data/deals';
import { findPlaces, openReport } from './data/open-report';
import { dealSearchSchema, periodSchema } from './schema';

/** The reports screen: whether the tiers work, over a period. */
export async function loadReport(params: SearchParams) {
  const asked = periodSchema.parse(params);
  await requirePage('reports:read', buildAddress('/reports', asked));
  const { now, live, period, counting, view } = await openReport(asked);
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

/** Rule by rule: how deals went for which each criterion of the present rubric held. */
export async function loadCriteria(params: SearchParams) {
  const asked = { ...periodSchema.parse(params), by: 'now' as const };
  await requirePage('reports:read', buildAddress('/reports/criteria', { from: asked.from, to: asked.to }));
  const { now, live, period, counting, view } = await openReport(asked);
  const { versionId } = counting;
  if (!live || versionId === null) return { view, criteria: null };
  const rows = await countCriteria(period, now, { ...counting, versionId });
  return { view, criteria: buildCriteria(live.document, rows) };
}

/** The deals behind a figure of the reports. */
export async function loadDeals(params: SearchParams) {
  const search = dealSearchSchema.parse(params);
  await requirePage('reports:read', buildAddress('/reports/deals', { ...search }));
  const { now, live, period, counting, view } = await openReport(search);
  return {
    search,
    view,
    period,
    tiers: (live?.document.tiers ?? []).map(({ name }) => name),
    page: await listDeals({ ...search, places: findPlaces(live, search) }, period, now, counting),
  };
}

/** What the screens of the reports have in common. */
export type ReportFrame = Awaited<ReturnType<typeof loadReport>>['view'];

/** What became of engaged leads, and what won deals brought, as the screen takes it. */
export type OutcomesView = Awaited<ReturnType<typeof loadReport>>['outcomes'];
