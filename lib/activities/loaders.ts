import { requireActor } from '@/lib/auth/guards';
import type { SearchParams } from '@/lib/leads/address';
import { TIMELINE_KINDS } from './constants';
import { listTimeline } from './data';
import { timelineSearchSchema } from './schema';

interface TimelineLead {
  id: string;
  company: { id: string } | null;
}

/** A stretch of a lead's timeline, with what it was asked for; for parts of a page that has guarded itself. */
export async function loadTimeline(lead: TimelineLead, searchParams: SearchParams) {
  await requireActor('leads:read');
  const { show, before } = timelineSearchSchema.parse(searchParams);
  const kinds = show.length > 0 ? show : TIMELINE_KINDS;
  const timeline = await listTimeline(
    { id: lead.id, companyId: lead.company?.id ?? null },
    kinds,
    new Date(before ?? Date.now()),
  );
  return { ...timeline, show, before: before ?? null };
}

const RECENT = 8;

/** The newest entries of a lead's timeline, for a panel. */
export async function loadRecentTimeline(lead: TimelineLead) {
  const { entries } = await loadTimeline(lead, {});
  return entries.slice(0, RECENT);
}
