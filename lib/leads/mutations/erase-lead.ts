import { writeAudit } from '@/lib/audit/mutations';
import type { Authority } from '@/lib/auth/key-actor';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { getDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';

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
      // Answers kept for repeated requests tell of the person, too.
      const told = ids.map((id) => ({ body: { contains: id } }));
      await tx.idempotentRequest.deleteMany({ where: { OR: told } });
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
