import type { LeadMark } from '@/lib/stream/types';

/**
 * Whether a change is what a notification tells a rep of: a lead came into the best tier after an instant (milliseconds
 * since 1970), an answer is due, and it is free or the rep's own. Leads that only waver about the threshold are due no
 * answer, and so are not told of.
 */
export function isNewLead(mark: LeadMark, viewerId: string, since: number): boolean {
  const { rank, open, respondBy, tierSince, holder } = mark;
  const due = respondBy !== null && tierSince !== null && tierSince >= since;
  return rank === 0 && open && due && (holder === null || holder === viewerId);
}
