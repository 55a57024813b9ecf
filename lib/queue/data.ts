import { Prisma } from '@/lib/generated/prisma/client';
import { readCursor } from '@/lib/leads/cursor';
import { countLeads, listLeadPage } from '@/lib/leads/data';
import type { LeadPage } from '@/lib/leads/types';
import { findLiveRubric } from '@/lib/rubrics/data';
import { getPool } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { NEIGHBOUR_LIMIT, QUEUE_PAGE_SIZE, QUEUE_TABS, TAB_COUNT_LIMIT } from './constants';
import {
  toQueueConditions,
  WHOLE_QUEUE,
  type QueueFilter,
  type QueueTab,
  type Viewpoint,
} from './queue-conditions';
import type { Notice } from './schema';
import type { QueueTier } from './types';

/**
 * The tiers of the live rubric whose leads wait in the queue: all that are not held back. While no lead reaches one of
 * them, as after a first import without behaviour, the held ones too, for an empty queue helps nobody. Empty without a
 * rubric. Inside a transaction, give its client.
 */
export async function listQueueTiers(client: SqlClient = getPool()): Promise<QueueTier[]> {
  const live = await findLiveRubric(client);
  const all = (live?.compiled.rubric.tiers ?? []).map(({ name, action }, rank) => ({ name, rank, action }));
  const waiting = all.filter(({ action }) => action !== 'hold');
  const [reached] = await querySql(
    client,
    'SELECT 1 FROM "LeadScore" WHERE "tierRank" = ANY($1::smallint[]) LIMIT 1',
    [waiting.map(({ rank }) => rank)],
  );
  return reached ? waiting : all;
}

export interface QueueRequest {
  tab: QueueTab;
  filter: QueueFilter;
  tiers: readonly QueueTier[];
  view: Viewpoint;
}

/** One page of a tab: by tier, the earliest answer due, score, the newest. */
export async function listQueue(
  { tab, filter, tiers, view }: QueueRequest,
  cursors: { after?: string; before?: string },
): Promise<LeadPage> {
  if (tiers.length === 0) return { rows: [], first: 1, previous: null, next: null };
  return listLeadPage({
    conditions: toQueueConditions(tab, filter, tiers, view),
    order: 'queue',
    after: readCursor(cursors.after),
    before: readCursor(cursors.before),
    size: QUEUE_PAGE_SIZE,
  });
}

export type TabCounts = Record<QueueTab, number>;

/** How many leads each tab holds under the filter, none counted beyond the limit. */
export async function countTabs(request: Omit<QueueRequest, 'tab'>): Promise<TabCounts> {
  const { filter, tiers, view } = request;
  const conditions = (tab: QueueTab): Prisma.Sql[] => toQueueConditions(tab, filter, tiers, view);
  const count = async (tab: QueueTab) =>
    tiers.length === 0 ? 0 : countLeads(conditions(tab), 'rank', TAB_COUNT_LIMIT);
  const [mine, free, team, snoozed] = await Promise.all(QUEUE_TABS.map(count));
  return { mine: mine ?? 0, free: free ?? 0, team: team ?? 0, snoozed: snoozed ?? 0 };
}

/** How many leads wait in a person's own queue, counted no further than 1,000; for the navigation. */
export async function countOwnQueue(userId: string, now: Date): Promise<number> {
  const tiers = await listQueueTiers();
  if (tiers.length === 0) return 0;
  return countLeads(toQueueConditions('mine', WHOLE_QUEUE, tiers, { userId, now }), 'rank', TAB_COUNT_LIMIT);
}

/** Where a lead stands in a person's own queue, counted from 1, with the leads around it. */
export interface QueuePlace {
  position: number;
  total: number;
  previousId: string | null;
  nextId: string | null;
}

/** A lead's place in a person's own queue; null when it is not in it, or beyond its first 500. */
export async function findQueuePlace(view: Viewpoint, leadId: string): Promise<QueuePlace | null> {
  const tiers = await listQueueTiers();
  if (tiers.length === 0) return null;
  const { rows } = await listLeadPage({
    conditions: toQueueConditions('mine', WHOLE_QUEUE, tiers, view),
    order: 'queue',
    size: NEIGHBOUR_LIMIT,
  });
  const index = rows.findIndex(({ id }) => id === leadId);
  if (index < 0) return null;
  return {
    position: index + 1,
    total: rows.length,
    previousId: rows[index - 1]?.id ?? null,
    nextId: rows[index + 1]?.id ?? null,
  };
}

/** What a notification on the desktop says of a lead; null when there is none with a score. */
export async function findNotice(leadId: string): Promise<Notice | null> {
  const conditions = [Prisma.sql`l."id" = ${leadId}::uuid`];
  const { rows } = await listLeadPage({ conditions, order: 'queue', size: 1 });
  const [row] = rows;
  if (!row?.score) return null;
  const { name, company, score } = row;
  return { name, company: company?.name ?? null, tier: score.tier, reason: score.reason?.label ?? null };
}
