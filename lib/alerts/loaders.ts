import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { buildAddress, type SearchParams } from '@/lib/leads/address';
import { ALERTS_PER_PAGE } from './constants';
import { countUnseen, listAlerts } from './data';
import { alertSearchSchema } from './schema';

/** The alerts of a tab, and where the page after this one begins. */
export async function loadAlerts(searchParams: SearchParams) {
  const search = alertSearchSchema.parse(searchParams);
  const actor = await requirePage('leads:read', buildAddress('/alerts', { tab: search.tab }));
  const mayReview = isAllowed(actor.role, 'leads:review');
  const tab = search.tab === 'everyone' && !mayReview ? 'yours' : search.tab;
  const { before } = search;
  const [found, unseen] = await Promise.all([
    listAlerts({ tab, userId: actor.id, before, limit: ALERTS_PER_PAGE + 1 }),
    countUnseen(actor.id),
  ]);
  const rows = found.slice(0, ALERTS_PER_PAGE);
  return {
    tab,
    rows: rows.map(({ at, seenAt, ...row }) => ({ ...row, at: at.getTime(), seen: seenAt !== null })),
    unseen,
    mayReview,
    /** Where the page after this one begins. */
    next: found.length > ALERTS_PER_PAGE ? rows.at(-1)?.id : undefined,
  };
}

/** Alerts as their components take them. */
export type AlertsView = Awaited<ReturnType<typeof loadAlerts>>;
