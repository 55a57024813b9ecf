import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { findProposals } from '@/lib/learning/loaders';
import { buildAddress, type SearchParams } from '@/lib/leads/address';
import { buildCriteria } from './build-criteria';
import { countCriteria } from './data/criteria';
import { listDeals } from './data/deals';
import { openDrift } from './data/open-drift';
import { listLeadsBehind } from './data/leads-behind';
import { findPlaces, openLeadsBehind, openReport } from './data/open-report';
import { findRepName } from './data/selling';
import { openUse } from './data/open-use';
import { openWork } from './data/open-work';
import { findMonthlyMail, readReviewState } from './data/reviews';
import { readReportSettings } from './data/settings';
import { dealSearchSchema, leadsBehindSchema, periodSchema } from './schema';

/** The reports screen: whether the tiers work, over a period. */
export async function loadReport(params: SearchParams) {
  const asked = periodSchema.parse(params);
  await requirePage('reports:read', buildAddress('/reports', asked));
  return openWork(asked, new Date());
}

/** What there is to look at, and when the model was last reviewed. */
export async function loadReview() {
  await requirePage('reports:read', '/reports');
  return readReviewState(new Date());
}

/** Rule by rule: how deals went for which each criterion of the present rubric held. */
export async function loadCriteria(params: SearchParams) {
  const asked = { ...periodSchema.parse(params), by: 'now' as const };
  const actor = await requirePage(
    'reports:read',
    buildAddress('/reports/criteria', { ...asked, by: undefined }),
  );
  const { now, live, period, counting, view } = await openReport(asked);
  const { versionId } = counting;
  if (!live || versionId === null) return { view, criteria: null, proposed: null };
  const [rows, proposed] = await Promise.all([
    countCriteria(period, now, { ...counting, versionId }),
    findProposals(actor.role, live.document),
  ]);
  return { view, criteria: buildCriteria(live.document, rows), proposed };
}

/** Whether the tiers are used: how soon leads are answered, what reps spend time on, and what becomes of qualified leads. */
export async function loadUse(params: SearchParams) {
  const asked = periodSchema.parse(params);
  await requirePage('reports:read', buildAddress('/reports/use', asked));
  return openUse(asked);
}

/** What moved since the close rates were measured, the mix of tiers over time, and when the model was last reviewed. */
export async function loadDrift(params: SearchParams) {
  const asked = periodSchema.parse(params);
  const actor = await requirePage('reports:read', buildAddress('/reports/drift', asked));
  const now = new Date();
  const [moved, review, wantsMail] = await Promise.all([
    openDrift(asked, now),
    readReviewState(now),
    findMonthlyMail(actor.id),
  ]);
  return { ...moved, review, wantsMail };
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

/** The leads behind a figure of the reports. */
export async function loadLeadsBehind(params: SearchParams) {
  const search = leadsBehindSchema.parse(params);
  await requirePage('reports:read', buildAddress('/reports/leads', { ...search }));
  const { query } = await openLeadsBehind(search);
  const [page, repName] = await Promise.all([listLeadsBehind(query), findRepName(search.rep)]);
  return { search, period: query.period, tiers: query.tiers, page, repName };
}

/** How the reports count, and whether the reader may change it. */
export async function loadReportSettings() {
  const actor = await requirePage('settings:read', '/settings/reports');
  const { savedAt, ...settings } = await readReportSettings();
  return {
    settings,
    savedAt: savedAt?.getTime() ?? null,
    mayEdit: isAllowed(actor.role, 'reports:write'),
  };
}

/** The leads behind a figure, as the screen takes them. */
export type LeadsBehindView = Awaited<ReturnType<typeof loadLeadsBehind>>;

/** How the tiers are used, as the screen takes it. */
export type UseView = Awaited<ReturnType<typeof loadUse>>;

/** What moved, as the screen takes it. */
export type DriftView = Awaited<ReturnType<typeof loadDrift>>;

/** What the screens of the reports have in common. */
export type ReportFrame = Awaited<ReturnType<typeof loadReport>>['view'];

/** When the model was last reviewed, and what there is to look at. */
export type ReviewView = Awaited<ReturnType<typeof loadReview>>;

/** What became of engaged leads, and what won deals brought, as the screen takes it. */
export type OutcomesView = Awaited<ReturnType<typeof loadReport>>['outcomes'];
