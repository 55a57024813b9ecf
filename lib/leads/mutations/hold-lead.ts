import type { LeadState, Role } from '@/lib/generated/prisma/enums';
import type { Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { announceIds } from '@/lib/server/notify';
import type { SqlClient } from '@/lib/server/sql';
import { whyNotWork } from '../access';
import { LEADS_CHANNEL } from '../constants';

/** A lead whose row this transaction holds, so that nobody else changes it before the end. */
export interface HeldLead {
  id: string;
  name: string;
  companyId: string | null;
  companyName: string | null;
  state: LeadState;
  ownerId: string | null;
  ownerName: string | null;
  snoozedUntil: Date | null;
  lockedById: string | null;
  lockName: string | null;
  lockedUntil: Date | null;
  firstEngagedAt: Date | null;
  respondBy: Date | null;
  tier: string | null;
  tierSince: Date | null;
}

async function findLead(tx: Db, leadId: string): Promise<HeldLead | undefined> {
  const [lead] = await tx.$queryRaw<HeldLead[]>`
    SELECT l."id", coalesce(l."name", l."email", l."externalId") AS "name", l."companyId", c."name" AS "companyName",
      l."state", l."ownerId", o."name" AS "ownerName", l."snoozedUntil", l."lockedById", k."name" AS "lockName",
      l."lockedUntil", l."firstEngagedAt", l."respondBy", s."tier", s."tierSince"
    FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId" LEFT JOIN "User" o ON o."id" = l."ownerId"
    LEFT JOIN "User" k ON k."id" = l."lockedById" LEFT JOIN "LeadScore" s ON s."leadId" = l."id"
    WHERE l."id" = ${leadId}::uuid AND l."mergedIntoId" IS NULL`;
  return lead;
}

/** Tells open queues, once the transaction commits, whose owner, holder, state or day to come back it changes. */
export async function announceLeads(tx: SqlClient, leadIds: readonly string[]): Promise<void> {
  await announceIds(tx, LEADS_CHANNEL, leadIds);
}

/**
 * Takes hold of a lead's row for the rest of the transaction, to change it: open queues hear of it on commit.
 *
 * @throws AppError `not_found` when there is no such lead (any more); `forbidden` when the actor may not work it.
 */
export async function holdLead(
  tx: Db,
  actor: { id: string; role: Role },
  leadId: string,
  now: Date,
): Promise<HeldLead> {
  // First the lock, then the reading: what waited for another transaction must see what that one wrote.
  await tx.$queryRaw`SELECT 1 FROM "Lead" WHERE "id" = ${leadId}::uuid FOR UPDATE`;
  const lead = await findLead(tx, leadId);
  if (!lead) throw new AppError('not_found', 'This lead is gone: it was erased or merged into another.');
  const refusal = whyNotWork(actor, { owner: toOwner(lead), lock: toLock(lead) }, now.getTime());
  if (refusal) throw new AppError('forbidden', refusal);
  await announceLeads(tx, [leadId]);
  return lead;
}

function toOwner({ ownerId, ownerName }: HeldLead) {
  return ownerId && ownerName ? { id: ownerId, name: ownerName } : null;
}

function toLock({ lockedById, lockName, lockedUntil }: HeldLead) {
  return lockedById && lockName && lockedUntil
    ? { id: lockedById, name: lockName, until: lockedUntil.getTime() }
    : null;
}
