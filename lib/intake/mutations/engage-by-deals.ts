import { freezeEngagements } from '@/lib/engagements/mutations';
import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import { querySql, type SqlClient } from '@/lib/server/sql';

/** What a rep does with a person: not the notes and tasks that reps write for themselves. */
const TOUCHES = STANDARD_EVENT_TYPES.filter(
  ({ key, subject }) => subject === 'rep' && key !== 'sales_note' && key !== 'sales_task',
).map(({ key }) => key);

/** A deal of a lead, and the latest instant at which a rep can have engaged that lead first. */
export interface EngagedByDeal {
  leadId: string;
  at: Date;
}

/**
 * Freezes leads that have a deal as they were when they were first engaged: at the first touch that a rep logged, or for
 * history without one, at the deal's creation. Leads that were engaged before keep what they have.
 *
 * @returns the first engagements that this found.
 */
export async function engageByDeals(
  tx: SqlClient,
  deals: readonly EngagedByDeal[],
): Promise<EngagedByDeal[]> {
  if (deals.length === 0) return [];
  const touches = await querySql<EngagedByDeal>(
    tx,
    `SELECT "leadId", min("at") AS "at" FROM "Event" WHERE "leadId" = ANY($1::uuid[]) AND "type" = ANY($2::text[])
     GROUP BY "leadId"`,
    [[...new Set(deals.map(({ leadId }) => leadId))], TOUCHES],
  );
  return freezeEngagements(tx, [
    ...touches.map((touch) => ({ ...touch, basis: 'touch' as const })),
    ...deals.map((deal) => ({ ...deal, basis: 'deal_created' as const })),
  ]);
}
