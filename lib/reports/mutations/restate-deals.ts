import { findLiveRubric, type LiveRubric } from '@/lib/rubrics/data';
import { loadFacts } from '@/lib/scores/data';
import { createScorer } from '@/lib/scores/score-facts';
import { selectColumns, toColumns, type Column } from '@/lib/scores/to-columns';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';

const DEALS_AT_ONCE = 1_000;

interface WaitingDeal {
  dealId: string;
  leadId: string;
  engagedAt: Date;
}

const COLUMNS = [
  { name: 'dealId', type: 'uuid' },
  { name: 'leadId', type: 'uuid' },
  { name: 'engagedAt', type: 'timestamptz' },
  { name: 'rubricVersionId', type: 'uuid' },
  { name: 'fit', type: 'smallint' },
  { name: 'intent', type: 'smallint' },
  { name: 'score', type: 'smallint' },
  { name: 'tier', type: 'text' },
  { name: 'quadrant', type: '"Quadrant"' },
  { name: 'counted', type: 'smallint[]' },
  { name: 'restatedAt', type: 'timestamptz' },
] as const satisfies readonly Column[];

const NAMES = COLUMNS.map(({ name }) => `"${name}"`);

/** Of deals that are still there. */
const STORE = `
  INSERT INTO "DealScore" (${NAMES.join(', ')})
  SELECT row.* FROM (${selectColumns(COLUMNS)}) row JOIN "Deal" d ON d."id" = row."dealId"
  ON CONFLICT ("dealId") DO UPDATE SET ${NAMES.slice(1)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

/** $1: the live version, $2: behind which deal, $3: what was restated before this is old, $4: how many. */
const LIST_WAITING = `
  SELECT d."id" AS "dealId", d."leadId", d."engagedAt"
  FROM "Deal" d JOIN "Lead" l ON l."id" = d."leadId" AND l."mergedIntoId" IS NULL
  LEFT JOIN "DealScore" s ON s."dealId" = d."id" AND s."rubricVersionId" = $1::uuid
    AND s."engagedAt" = d."engagedAt" AND s."leadId" = d."leadId" AND s."restatedAt" >= $3::timestamptz
  WHERE d."engagedAt" IS NOT NULL AND s."dealId" IS NULL AND d."id" > $2::uuid
  ORDER BY d."id" LIMIT $4`;

const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Scores deals' leads anew as of their first engagement, by the live rubric: those that it has not scored yet, or of which
 * the engagement changed. Only what was known at that instant counts: values that changed later are taken back, and events
 * that came later do not exist. In sets, each kept at once, so that a worker that is stopped loses one set at most.
 *
 * @param since what was restated before this instant is done again, for facts that arrived late.
 * @returns how many deals were scored.
 */
export async function restateDeals(
  { now, since = new Date(0) }: { now: Date; since?: Date },
  signal?: AbortSignal,
): Promise<number> {
  const rubric = await findLiveRubric();
  if (!rubric) return 0;
  let done = 0;
  for (let after = NO_ID; signal?.aborted !== true;) {
    const deals = await querySql<WaitingDeal>(getPool(), LIST_WAITING, [
      rubric.versionId,
      after,
      since,
      DEALS_AT_ONCE,
    ]);
    const last = deals.at(-1);
    if (!last) break;
    await restateSet(rubric, deals, now);
    done += deals.length;
    after = last.dealId;
  }
  return done;
}

async function restateSet(rubric: LiveRubric, deals: readonly WaitingDeal[], now: Date): Promise<void> {
  const { compiled, versionId } = rubric;
  const facts = await loadFacts(getPool(), rubric, [...new Set(deals.map(({ leadId }) => leadId))], {
    past: true,
  });
  const scorer = createScorer(compiled, facts);
  const leads = new Map(facts.leads.map((lead) => [lead.lead.id, lead]));
  const rows = deals.flatMap(({ dealId, leadId, engagedAt }) => {
    const lead = leads.get(leadId);
    if (!lead) return [];
    const { fit, intent, score, tier, quadrant, counted } = scorer.scoreToStore(lead, engagedAt.getTime());
    const scored = { fit, intent, score, tier, quadrant, counted };
    return {
      dealId,
      leadId,
      engagedAt: engagedAt.toISOString(),
      rubricVersionId: versionId,
      restatedAt: now.toISOString(),
      ...scored,
    };
  });
  await querySql(getPool(), STORE, toColumns(COLUMNS, rows));
}
