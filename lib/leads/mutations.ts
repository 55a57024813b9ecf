import { writeAudit } from '@/lib/audit/mutations';
import type { Authority } from '@/lib/auth/key-actor';
import type { LeadState, Role } from '@/lib/generated/prisma/enums';
import { enqueueRescore } from '@/lib/scores/mutations';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { whyNotWork } from './access';

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
  tier: string | null;
  tierSince: Date | null;
}

async function findLead(tx: Db, leadId: string): Promise<HeldLead | undefined> {
  const [lead] = await tx.$queryRaw<HeldLead[]>`
    SELECT l."id", coalesce(l."name", l."email", l."externalId") AS "name", l."companyId", c."name" AS "companyName",
      l."state", l."ownerId", o."name" AS "ownerName", l."snoozedUntil", l."lockedById", k."name" AS "lockName",
      l."lockedUntil", l."firstEngagedAt", s."tier", s."tierSince"
    FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId" LEFT JOIN "User" o ON o."id" = l."ownerId"
    LEFT JOIN "User" k ON k."id" = l."lockedById" LEFT JOIN "LeadScore" s ON s."leadId" = l."id"
    WHERE l."id" = ${leadId}::uuid AND l."mergedIntoId" IS NULL`;
  return lead;
}

/**
 * Takes hold of a lead's row for the rest of the transaction.
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

/**
 * Erases a person for good: the lead, what they did, their history, and the leads that were merged into this one. Their
 * deals stay, as reports count them, without the words that may tell of the person.
 *
 * @throws AppError `not_found` when there is no such lead.
 */
export async function eraseLead(actor: Authority<'leads:erase'>, leadId: string): Promise<void> {
  await getDb().$transaction(
    async (tx) => {
      const leads = await tx.$queryRaw<{ id: string; companyId: string | null }[]>`
        WITH RECURSIVE person AS (
          SELECT "id" FROM "Lead" WHERE "id" = ${leadId}::uuid
          UNION SELECT l."id" FROM "Lead" l JOIN person p ON l."mergedIntoId" = p."id")
        SELECT "id", "companyId" FROM "Lead" WHERE "id" IN (SELECT "id" FROM person) ORDER BY "id" FOR UPDATE`;
      if (leads.length === 0)
        throw new AppError('not_found', 'There is no such lead. It may have been erased.');
      const ids = leads.map(({ id }) => id);
      const deals = await tx.deal.updateMany({
        where: { leadId: { in: ids } },
        data: { name: 'Erased lead', lostReason: null },
      });
      await tx.lead.deleteMany({ where: { id: { in: ids } } });
      await writeAudit(tx, {
        user: actor,
        action: 'lead.erased',
        subject: `lead:${leadId}`,
        details: { leads: ids.length, deals: deals.count },
      });
      const companyIds = [...new Set(leads.flatMap(({ companyId }) => companyId ?? []))];
      await enqueueRescore(tx, { companyIds, cause: 'event' });
    },
    { timeout: 30_000 },
  );
}
