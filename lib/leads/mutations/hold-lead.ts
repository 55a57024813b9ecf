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
  snoozedAt: Date | null;
  snoozeIntent: number | null;
  lockedById: string | null;
  lockName: string | null;
  lockedUntil: Date | null;
  firstEngagedAt: Date | null;
  respondBy: Date | null;
  tier: string | null;
  tierSince: Date | null;
  intent: number | null;
}

function findLeads(tx: Db, leadIds: readonly string[]): Promise<HeldLead[]> {
  return tx.$queryRaw<HeldLead[]>`
    SELECT l."id", coalesce(l."name", l."email", l."externalId") AS "name", l."companyId", c."name" AS "companyName",
      l."state", l."ownerId", o."name" AS "ownerName", l."snoozedUntil", l."snoozedAt", l."snoozeIntent"::int,
      l."lockedById", k."name" AS "lockName",
      l."lockedUntil", l."firstEngagedAt", l."respondBy", s."tier", s."tierSince", s."intent"::int
    FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId" LEFT JOIN "User" o ON o."id" = l."ownerId"
    LEFT JOIN "User" k ON k."id" = l."lockedById" LEFT JOIN "LeadScore" s ON s."leadId" = l."id"
    WHERE l."id" = ANY(${[...leadIds]}::uuid[]) AND l."mergedIntoId" IS NULL`;
}

/** Tells open queues, once the transaction commits, whose owner, holder, state or day to come back it changes. */
export async function announceLeads(tx: SqlClient, leadIds: readonly string[]): Promise<void> {
  await announceIds(tx, LEADS_CHANNEL, leadIds);
}

/** Leads that were asked for, by whether the actor may work them; those that are gone are in neither. */
export interface HeldLeads {
  held: HeldLead[];
  /** Why not, in words. */
  refused: { id: string; refusal: string }[];
}

/**
 * Takes hold of leads' rows for the rest of the transaction, to change those that the actor may work: open queues hear of
 * them on commit.
 */
export async function holdLeads(
  tx: Db,
  actor: { id: string; role: Role },
  leadIds: readonly string[],
  now: Date,
): Promise<HeldLeads> {
  // First the lock, then the reading: what waited for another transaction must see what that one wrote.
  await tx.$queryRaw`SELECT 1 FROM "Lead" WHERE "id" = ANY(${[...leadIds]}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const held: HeldLead[] = [];
  const refused: HeldLeads['refused'] = [];
  for (const lead of await findLeads(tx, leadIds)) {
    const refusal = whyNotWork(actor, { owner: toOwner(lead), lock: toLock(lead) }, now.getTime());
    if (refusal) refused.push({ id: lead.id, refusal });
    else held.push(lead);
  }
  if (held.length > 0)
    await announceLeads(
      tx,
      held.map(({ id }) => id),
    );
  return { held, refused };
}

/**
 * Takes hold of one lead's row.
 *
 * @throws AppError `not_found` when there is no such lead (any more); `forbidden` when the actor may not work it.
 */
export async function holdLead(
  tx: Db,
  actor: { id: string; role: Role },
  leadId: string,
  now: Date,
): Promise<HeldLead> {
  const { held, refused } = await holdLeads(tx, actor, [leadId], now);
  const [lead] = held;
  if (lead) return lead;
  const [no] = refused;
  if (no) throw new AppError('forbidden', no.refusal);
  throw new AppError('not_found', 'This lead is gone: it was erased or merged into another.');
}

function toOwner({ ownerId, ownerName }: HeldLead) {
  return ownerId && ownerName ? { id: ownerId, name: ownerName } : null;
}

function toLock({ lockedById, lockName, lockedUntil }: HeldLead) {
  return lockedById && lockName && lockedUntil
    ? { id: lockedById, name: lockName, until: lockedUntil.getTime() }
    : null;
}
