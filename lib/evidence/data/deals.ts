import { createHash } from 'node:crypto';
import type { UsableRubric } from '@/lib/rubrics/data';
import { loadFacts } from '@/lib/scores/data';
import { createScorer } from '@/lib/scores/score-facts';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { ColumnBuilder } from '../column-builder';
import { MOST_DEALS, PAGE_SIZE } from '../constants';
import type { DealRows, EvidencePart } from '../types';

interface ClosedDeal {
  id: string;
  leadId: string;
  won: boolean;
  /** Milliseconds since 1970 UTC. */
  engagedAt: number;
}

/** Closed deals of which it is known when their lead was first engaged, the newest first. */
function listClosed(asOf: number): Promise<ClosedDeal[]> {
  return querySql<ClosedDeal>(
    getPool(),
    `SELECT d."id", d."leadId", d."outcome" = 'won' AS "won", (extract(epoch FROM d."engagedAt") * 1000)::float8 AS "engagedAt"
     FROM "Deal" d JOIN "Lead" l ON l."id" = d."leadId" AND l."mergedIntoId" IS NULL
     WHERE d."outcome" IN ('won', 'lost') AND d."engagedAt" <= $1::timestamptz
     ORDER BY d."engagedAt" DESC, d."id" LIMIT $2`,
    [new Date(asOf), MOST_DEALS],
  );
}

/**
 * The evidence of closed deals' leads at their first engagement, by some criteria: from the attribute values and the
 * events of that instant, so that a rubric of today is judged by what could have been known then.
 */
export async function gatherDeals(wanted: UsableRubric, asOf: number): Promise<EvidencePart<DealRows>> {
  const deals = await listClosed(asOf);
  const { compiled } = wanted;
  const { disqualifiers } = compiled.rubric;
  const builder = new ColumnBuilder(compiled.criteria.length + disqualifiers.length);
  for (let start = 0; start < deals.length; start += PAGE_SIZE) {
    const page = deals.slice(start, start + PAGE_SIZE);
    const leadIds = [...new Set(page.map(({ leadId }) => leadId))];
    const facts = await loadFacts(getPool(), wanted, leadIds, { past: true });
    const scorer = createScorer(compiled, facts);
    const leads = new Map(facts.leads.map((lead) => [lead.lead.id, lead]));
    page.forEach(({ leadId, engagedAt }, place) => {
      const lead = leads.get(leadId);
      if (!lead) return;
      const { units, disqualifiedBy } = scorer.measure(lead, engagedAt);
      const held = Uint8Array.from(disqualifiers, ({ id }) => Number(disqualifiedBy.includes(id)));
      builder.add(start + place, units, held);
    });
  }
  const rows = deals.map(({ id, won, engagedAt }) => `${id} ${won} ${engagedAt}`);
  return {
    asOf,
    rowCount: deals.length,
    fingerprint: createHash('sha256').update(rows.join()).digest('base64url'),
    lastId: null,
    rows: {
      kind: 'deals',
      won: Uint8Array.from(deals, ({ won }) => Number(won)),
      engagedAt: Float64Array.from(deals, ({ engagedAt }) => engagedAt),
    },
    columns: builder.finish(),
  };
}
