import type { LeadState } from '@/lib/generated/prisma/enums';
import { STATE_LABEL } from '@/lib/leads/constants';

interface Standing {
  state: LeadState;
  owner: { name: string } | null;
  lock: { name: string; until: number } | null;
  firstEngagedAt: number | null;
  snoozedUntil: number | null;
}

/** Where a lead stands, in words: "Assigned, not contacted", "In work", "Snoozed", "Won". */
export function describeState(lead: Standing, now: number): string {
  if (lead.state !== 'new' && lead.state !== 'working') return STATE_LABEL[lead.state];
  if (lead.snoozedUntil !== null && lead.snoozedUntil > now) return 'Snoozed';
  if (lead.state === 'working') return lead.owner ? 'In work' : 'Worked before, free';
  if (lead.owner) return lead.firstEngagedAt === null ? 'Assigned, not contacted' : 'Assigned';
  return lead.lock && lead.lock.until > now ? `Held by ${lead.lock.name}` : 'Free';
}
