import { copyEngagementsToDeals } from '@/lib/engagements/mutations';
import type { Db } from '@/lib/server/db';
import type { DealLead, DealResult } from './types';

const STAGE = { open: 'Qualified', won: 'Closed won', lost: 'Closed lost' } as const;

/** The lead's open deal; of a lead whose deal has ended, the one that ended last. */
function findPresentDeal(tx: Db, lead: DealLead) {
  return tx.deal.findFirst({
    where: { leadId: lead.id, outcome: lead.closed ? { not: 'open' } : 'open' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
}

function toColumns(result: DealResult, now: Date) {
  switch (result.outcome) {
    case 'open':
      return { closedAt: null, lostReason: null };
    case 'won':
      return { closedAt: now, lostReason: null, amount: result.amount, currency: result.currency };
    case 'lost':
      return { closedAt: now, lostReason: result.reason };
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
  if (present) {
    await tx.deal.update({ where: { id: present.id }, data: columns });
  } else {
    const { id: leadId, companyId } = lead;
    const name = lead.companyName ?? lead.name;
    await tx.deal.create({ data: { ...columns, name, leadId, companyId, ownerId, createdAt: now } });
  }
  await copyEngagementsToDeals(tx, [lead.id]);
}
