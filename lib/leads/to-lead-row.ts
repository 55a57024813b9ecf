import type { LeadState, Quadrant } from '@/lib/generated/prisma/enums';
import { readReason } from './read-reason';
import type { LeadRow, LeadRowScore } from './types';

/** A lead as the list's statement gives it. */
export interface StoredLeadRow {
  id: string;
  name: string | null;
  email: string | null;
  externalId: string | null;
  title: string | null;
  companyId: string | null;
  companyName: string | null;
  state: LeadState;
  ownerId: string | null;
  ownerName: string | null;
  lockedById: string | null;
  lockName: string | null;
  lockedUntil: Date | null;
  snoozedUntil: Date | null;
  snoozeIntent: number | null;
  firstEngagedAt: Date | null;
  respondBy: Date | null;
  fit: number | null;
  intent: number | null;
  score: number | null;
  tier: string | null;
  tierRank: number | null;
  quadrant: Quadrant | null;
  tierSince: Date | null;
  reason: unknown;
}

/** A row of the list's statement as lists show it. */
export function toLeadRow(row: StoredLeadRow): LeadRow {
  const { companyId, companyName, ownerId, ownerName, lockedById, lockName, lockedUntil } = row;
  return {
    id: row.id,
    name: row.name ?? row.email ?? row.externalId ?? 'Unnamed lead',
    title: row.title,
    company: companyId && companyName ? { id: companyId, name: companyName } : null,
    state: row.state,
    owner: ownerId && ownerName ? { id: ownerId, name: ownerName } : null,
    lock:
      lockedById && lockName && lockedUntil
        ? { id: lockedById, name: lockName, until: lockedUntil.getTime() }
        : null,
    snoozedUntil: row.snoozedUntil?.getTime() ?? null,
    snoozeIntent: row.snoozedUntil ? row.snoozeIntent : null,
    firstEngagedAt: row.firstEngagedAt?.getTime() ?? null,
    respondBy: row.respondBy?.getTime() ?? null,
    score: toRowScore(row),
  };
}

function toRowScore(row: StoredLeadRow): LeadRowScore | null {
  const { fit, intent, score, tier, tierRank, quadrant, tierSince } = row;
  if (fit === null || intent === null || score === null || tier === null) return null;
  if (tierRank === null || quadrant === null || tierSince === null) return null;
  const reason = readReason(row.reason);
  return { fit, intent, score, tier, tierRank, quadrant, tierSince: tierSince.getTime(), reason };
}
