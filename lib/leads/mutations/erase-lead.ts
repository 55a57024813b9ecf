import { writeAudit } from '@/lib/audit/mutations';
import type { Authority } from '@/lib/auth/key-actor';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { escapePattern } from '../lead-filter';

/**
 * Erases a person for good: the lead, what they did, their history, the leads that were merged into this one, and what
 * logs and imports say of them. What reports count stays without a word of whom: their deals, and their first engagement
 * to the day.
 *
 * @throws AppError `not_found` when there is no such lead.
 */
export async function eraseLead(actor: Authority<'leads:erase'>, leadId: string): Promise<void> {
  await getDb().$transaction(
    async (tx) => {
      const leads = await lockPerson(tx, leadId);
      const ids = leads.map(({ id }) => id);
      const deals = await keepCounts(tx, ids);
      await eraseTraces(tx, ids);
      await tx.lead.deleteMany({ where: { id: { in: ids } } });
      await writeAudit(tx, {
        user: actor,
        action: 'lead.erased',
        subject: `lead:${leadId}`,
        details: { leads: ids.length, deals },
      });
      const companyIds = [...new Set(leads.flatMap(({ companyId }) => companyId ?? []))];
      await enqueueRescore(tx, { companyIds, cause: 'event' });
    },
    { timeout: 30_000 },
  );
}

/** The lead and all that were merged into it, held until the end. */
async function lockPerson(tx: Db, leadId: string): Promise<{ id: string; companyId: string | null }[]> {
  const leads = await tx.$queryRaw<{ id: string; companyId: string | null }[]>`
    WITH RECURSIVE person AS (
      SELECT "id" FROM "Lead" WHERE "id" = ${leadId}::uuid
      UNION SELECT l."id" FROM "Lead" l JOIN person p ON l."mergedIntoId" = p."id")
    SELECT "id", "companyId" FROM "Lead" WHERE "id" IN (SELECT "id" FROM person) ORDER BY "id" FOR UPDATE`;
  if (leads.length === 0) throw new AppError('not_found', 'There is no such lead. It may have been erased.');
  return leads;
}

/**
 * Leaves the first engagement without its lead, and the deals without words.
 *
 * @returns how many deals stay.
 */
async function keepCounts(tx: Db, leadIds: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    WITH kept AS (
      INSERT INTO "ErasedEngagement" ("id", "at", "basis", "rubricVersionId", "fit", "intent", "score", "tier",
        "quadrant", "contributions", "state")
      SELECT gen_random_uuid(), date_trunc('day', e."at", 'UTC'), e."basis", e."rubricVersionId", e."fit", e."intent",
        e."score", e."tier", e."quadrant", e."contributions", l."state"
      FROM "Engagement" e JOIN "Lead" l ON l."id" = e."leadId" WHERE e."leadId" = ANY(${leadIds}::uuid[])
      RETURNING "id"
    )
    UPDATE "Deal" SET "name" = 'Erased lead', "lostReason" = NULL, "erasedEngagementId" = (SELECT "id" FROM kept LIMIT 1)
    WHERE "leadId" = ANY(${leadIds}::uuid[])`;
}

/** Removes what the erasing of the lead's row does not take along: answers, logs and imports that tell of the person. */
async function eraseTraces(tx: Db, leadIds: readonly string[]): Promise<void> {
  const addressed = await tx.lead.findMany({
    where: { id: { in: [...leadIds] }, emailKey: { not: null } },
    select: { emailKey: true },
  });
  const patterns = addressed.map(({ emailKey }) => `%${escapePattern(emailKey ?? '')}%`);
  const told = leadIds.map((id) => ({ body: { contains: id } }));
  await tx.idempotentRequest.deleteMany({ where: { OR: told } });
  await tx.$executeRaw`
    DELETE FROM "RejectedEvent" WHERE "payload"::text ILIKE ANY(${patterns}::text[])`;
  await tx.$executeRaw`
    UPDATE "ImportRejection" SET "value" = NULL WHERE "value" ILIKE ANY(${patterns}::text[])`;
  await tx.$executeRaw`
    DELETE FROM "ImportEdit" WHERE "entityId" = ANY(${leadIds}::uuid[])
      OR "entityId" IN (SELECT "id" FROM "Deal" WHERE "leadId" = ANY(${leadIds}::uuid[]))
      OR "entityId" IN (SELECT "id" FROM "Event" WHERE "leadId" = ANY(${leadIds}::uuid[]))`;
  await tx.auditEntry.updateMany({
    where: { subject: { in: leadIds.map((id) => `lead:${id}`) } },
    data: { details: {} },
  });
}
