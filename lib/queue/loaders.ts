import { requireActor, requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import type { SearchParams } from '@/lib/leads/address';
import { hasLeads, listFilterChoices, listOwners } from '@/lib/leads/data';
import { listViews } from '@/lib/views/data';
import { readReasons } from '@/lib/reasons/data';
import { readAnswering } from '@/lib/response/data';
import { CHOICE_SAMPLE } from './constants';
import { countTabs, findNotice, findQueuePlace, listQueue, listQueueTiers } from './data';
import { toQueueAddress } from './queue-address';
import { toQueueFilter } from './queue-conditions';
import { readClock } from './response-clock';
import { queueSearchSchema, type Notice, type QueueRows, type QueueSearch } from './schema';

/** The rows and counts of the queue as one person sees them now. */
async function readRows(search: QueueSearch, userId: string): Promise<QueueRows> {
  const { tab } = search;
  const view = { userId, now: new Date() };
  const tiers = await listQueueTiers();
  const filter = toQueueFilter(search);
  const [page, counts, answering] = await Promise.all([
    listQueue({ tab, filter, tiers, view }, search),
    countTabs({ filter, tiers, view }),
    readAnswering(),
  ]);
  const rows = page.rows.map((row) => ({ ...row, clock: readClock(row, answering) }));
  return { tiers, page: { ...page, rows }, counts };
}

/** The queue: one page of a tab, the tabs' counts, and what the filters offer. */
export async function loadQueue(searchParams: SearchParams) {
  const search = queueSearchSchema.parse(searchParams);
  const address = toQueueAddress(search, {});
  const actor = await requirePage('leads:read', address);
  const [rows, choices, owners, views, { reasons }] = await Promise.all([
    readRows(search, actor.id),
    listFilterChoices(CHOICE_SAMPLE),
    listOwners(),
    listViews(actor.id),
    readReasons(),
  ]);
  return {
    ...rows,
    search,
    address,
    choices,
    owners,
    views,
    reasons,
    mayShare: isAllowed(actor.role, 'views:share'),
    viewerId: actor.id,
    mayWork: isAllowed(actor.role, 'leads:work'),
    mayExport: isAllowed(actor.role, 'lists:export'),
    maySetUp: isAllowed(actor.role, 'settings:read'),
    /** Whether nobody is in Leadgrid yet, in whatever queue. */
    deserted: rows.page.rows.length === 0 && !(await hasLeads()),
  };
}

/**
 * What of an open queue changes by itself: its rows and counts.
 *
 * @throws AppError `unauthenticated` when the session has ended.
 */
export async function loadQueueRows(searchParams: SearchParams): Promise<QueueRows> {
  const actor = await requireActor('leads:read');
  return readRows(queueSearchSchema.parse(searchParams), actor.id);
}

/** The queue as its components take it. */
export type QueueView = Awaited<ReturnType<typeof loadQueue>>;

/** Where a lead stands in the viewer's own queue, for the page of a lead; null when it is not in it. */
export async function loadQueuePlace(leadId: string) {
  const actor = await requirePage('leads:read', `/leads/${leadId}`);
  return findQueuePlace({ userId: actor.id, now: new Date() }, leadId);
}

/**
 * What a notification on the desktop says of a lead; null when there is no such lead.
 *
 * @throws AppError `unauthenticated` when the session has ended.
 */
export async function loadNotice(leadId: string): Promise<Notice | null> {
  await requireActor('leads:read');
  return findNotice(leadId);
}
