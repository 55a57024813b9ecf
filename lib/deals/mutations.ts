import { copyEngagementsToDeals } from '@/lib/engagements/mutations';
import { publishEvents } from '@/lib/outbox/mutations';
import type { Db } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { RECENT_DEAL_DAYS } from '@/lib/outbox/constants';
import type { ClosedDeal, DealLead, DealResult } from './types';

const DAY_MS = 86_400_000;

const STAGE = { open: 'Qualified', won: 'Closed won', lost: 'Closed lost' } as const;

/** The lead's open deal; of a lead whose deal has ended, the one that ended last. */
function findPresentDeal(tx: Db, lead: DealLead) {
  return tx.deal.findFirst({
    where: { leadId: lead.id, outcome: lead.closed ? { not: 'open' } : 'open' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, outcome: true },
  });
}

function toColumns(result: DealResult, now: Date) {
  const worth = result.worth && { amount: result.worth.amount, currency: result.worth.currency };
  switch (result.outcome) {
    case 'open':
      return { ...worth, closedAt: null, lostReason: null, expectedCloseAt: result.expectedCloseAt };
    case 'won':
      return { ...worth, closedAt: now, lostReason: null };
    case 'lost':
      return { ...worth, closedAt: now, lostReason: result.reason };
  }
}

/**
 * Writes how a lead's deal stands, in the transaction of the action that says so: into the open deal, or a new one. The
 * deal gets the score of the lead's first engagement, frozen before, unless it holds one already.
 */
export async function recordDeal(
  tx: Db,
  lead: DealLead,
  result: DealResult,
  ownerId: string,
  now: Date,
): Promise<void> {
  const columns = { ...toColumns(result, now), outcome: result.outcome, stage: STAGE[result.outcome] };
  const present = await findPresentDeal(tx, lead);
  const { id: leadId, companyId } = lead;
  const name = lead.companyName ?? lead.name;
  const { id } = present
    ? await tx.deal.update({ where: { id: present.id }, data: columns, select: { id: true } })
    : await tx.deal.create({
        data: { ...columns, name, leadId, companyId, ownerId, createdAt: now },
        select: { id: true },
      });
  await copyEngagementsToDeals(tx, [lead.id]);
  const { outcome } = result;
  if (outcome !== 'open' && outcome !== present?.outcome) {
    await publishClosedDeals(tx, [{ id, leadId, outcome, closedAt: now }], now);
  }
}

/**
 * Tells of deals that were won or lost just now, in the transaction that says so. What closed more than a week ago, or
 * nobody knows when, is history that was brought in: nobody is told.
 */
export async function publishClosedDeals(
  tx: SqlClient,
  deals: readonly ClosedDeal[],
  now: Date,
): Promise<void> {
  const since = now.getTime() - RECENT_DEAL_DAYS * DAY_MS;
  await publishEvents(
    tx,
    deals
      .filter(({ closedAt }) => closedAt !== null && closedAt.getTime() >= since)
      .map(({ id, leadId, outcome }) => ({
        type: 'deal.closed' as const,
        at: now,
        leadId,
        data: { dealId: id, outcome },
      })),
  );
}

/**
 * Lets leads stand as imported deals say: qualified while one is open, won once one is won. A lost deal alone does not
 * take a lead out of the queue, as it may show new interest; one that was qualified before is lost with its last deal.
 * What a rep disqualified stays so.
 *
 * @returns the leads whose state changed.
 */
export async function settleLeadStates(
  tx: SqlClient,
  leadIds: readonly string[],
): Promise<{ id: string; before: string; after: string }[]> {
  if (leadIds.length === 0) return [];
  return querySql(
    tx,
    `UPDATE "Lead" l SET "state" = s."state"
     FROM (
       SELECT "leadId", CASE WHEN bool_or("outcome" = 'open') THEN 'qualified'
           WHEN bool_or("outcome" = 'won') THEN 'won' ELSE 'lost' END::"LeadState" AS "state"
       FROM "Deal" WHERE "leadId" = ANY($1::uuid[]) GROUP BY "leadId"
     ) s
     WHERE l."id" = s."leadId" AND l."state" NOT IN ('disqualified', s."state")
       AND (s."state" <> 'lost' OR l."state" = 'qualified')
     RETURNING l."id", old."state"::text AS "before", new."state"::text AS "after"`,
    [[...new Set(leadIds)]],
  );
}
