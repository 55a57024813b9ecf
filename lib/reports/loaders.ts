import { requirePage } from '@/lib/auth/guards';
import { buildAddress, type SearchParams } from '@/lib/leads/address';
import { findLiveVersion } from '@/lib/rubrics/data';
import { buildReport } from './build-report';
import { countReport, findDealSpan, listDeals } from './data';
import { listMonths, monthOf, readPeriod } from './period';
import { dealSearchSchema, periodSchema } from './schema';

/** The reports screen: whether the tiers work, over a period. */
export async function loadReport(params: SearchParams) {
  const asked = periodSchema.parse(params);
  await requirePage('reports:read', buildAddress('/reports', asked));
  const now = new Date();
  const [span, live] = await Promise.all([findDealSpan(), findLiveVersion()]);
  const period = readPeriod(asked, span, now);
  const rows = await countReport(period, now);
  const latest = monthOf(now);
  return {
    report: buildReport(rows, live?.document.tiers ?? [], period, now),
    months: listMonths(span.first && span.first < period.from ? span.first : period.from, latest),
    /** Whether any deal can be counted at all, in whatever period. */
    hasDeals: span.first !== null,
  };
}

/** The deals behind a figure of the reports. */
export async function loadDeals(params: SearchParams) {
  const search = dealSearchSchema.parse(params);
  await requirePage('reports:read', buildAddress('/reports/deals', { ...search }));
  const now = new Date();
  const [span, live] = await Promise.all([findDealSpan(), findLiveVersion()]);
  const period = readPeriod(search, span, now);
  const tiers = (live?.document.tiers ?? []).map(({ name }) => name);
  return { search, period, tiers, page: await listDeals(search, period, now) };
}
