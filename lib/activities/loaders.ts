import { requireActor } from '@/lib/auth/guards';
import type { SearchParams } from '@/lib/leads/address';
import { TIMELINE_KINDS } from './constants';
import { listTimeline } from './data';
import { timelineSearchSchema } from './schema';

/** A stretch of a lead's timeline, with what it was asked for; for parts of a page that has guarded itself. */
export async function loadTimeline(
  lead: { id: string; companyId: string | null },
  searchParams: SearchParams,
) {
  await requireActor('leads:read');
  const { show, before } = timelineSearchSchema.parse(searchParams);
  const kinds = show.length > 0 ? show : TIMELINE_KINDS;
  const timeline = await listTimeline(lead, kinds, new Date(before ?? Date.now()));
  return { ...timeline, show, before: before ?? null };
}

/** The newest entries of a lead's timeline. */
export async function loadRecentTimeline(lead: { id: string; companyId: string | null }, length: number) {
  const { entries } = await loadTimeline(lead, {});
  return entries.slice(0, length);
}
