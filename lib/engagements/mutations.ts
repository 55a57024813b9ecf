import { findLiveRubric } from '@/lib/rubrics/data';
import { loadFacts } from '@/lib/scores/data';
import { createScorer } from '@/lib/scores/score-facts';
import { querySql, type SqlClient } from '@/lib/server/sql';
import type { EngagementInput } from './types';

const INSERT = `
  INSERT INTO "Engagement" SELECT * FROM json_populate_recordset(NULL::"Engagement", $1::json)
  ORDER BY "leadId"
  ON CONFLICT ("leadId") DO NOTHING`;

/** Of several engagements of one lead, the earliest. */
function keepFirst(engagements: readonly EngagementInput[]): Map<string, EngagementInput> {
  const first = new Map<string, EngagementInput>();
  for (const one of engagements) {
    const known = first.get(one.leadId);
    if (!known || one.at < known.at) first.set(one.leadId, one);
  }
  return first;
}

/**
 * Freezes leads as they were when a rep first engaged them: score, tier, quadrant and contributions as of that instant,
 * by the live rubric; and marks the leads and their deals with it. A lead that was engaged before keeps what it has.
 *
 * @returns which leads were engaged first now, and when.
 * @throws Error when there is no rubric yet.
 */
export async function freezeEngagements(
  tx: SqlClient,
  engagements: readonly EngagementInput[],
): Promise<{ leadId: string; at: Date }[]> {
  if (engagements.length === 0) return [];
  const rubric = await findLiveRubric(tx);
  if (!rubric) throw new Error('A first engagement cannot be frozen before there is a rubric.');
  const first = keepFirst(engagements);
  const known = await querySql<{ leadId: string }>(
    tx,
    'SELECT "leadId" FROM "Engagement" WHERE "leadId" = ANY($1::uuid[])',
    [[...first.keys()]],
  );
  for (const { leadId } of known) first.delete(leadId);
  const leadIds = [...first.keys()];
  const facts = await loadFacts(tx, rubric, leadIds, { past: true });
  const scorer = createScorer(rubric.compiled, facts);
  const rows = facts.leads.flatMap((lead) => {
    const engagement = first.get(lead.lead.id);
    if (!engagement) return [];
    const { leadId, at, userId = null, basis } = engagement;
    const { fit, intent, score, tier, quadrant, contributions } = scorer.score(lead, at.getTime());
    const snapshot = { fit, intent, score, tier, quadrant, contributions };
    return { leadId, at, userId, basis, rubricVersionId: rubric.versionId, ...snapshot };
  });
  await querySql(tx, INSERT, [JSON.stringify(rows)]);
  await querySql(
    tx,
    `UPDATE "Lead" l SET "firstEngagedAt" = e."at" FROM "Engagement" e
     WHERE l."id" = ANY($1::uuid[]) AND e."leadId" = l."id" AND l."firstEngagedAt" IS DISTINCT FROM e."at"`,
    [leadIds],
  );
  await copyEngagementsToDeals(tx, [...keepFirst(engagements).keys()]);
  return rows.map(({ leadId, at }) => ({ leadId, at }));
}

/** Gives deals that have none yet the score with which their lead was first engaged; for deals made after it was. */
export async function copyEngagementsToDeals(tx: SqlClient, leadIds: readonly string[]): Promise<void> {
  await querySql(
    tx,
    `UPDATE "Deal" d SET "engagedAt" = e."at", "engagementBasis" = e."basis", "rubricVersionId" = e."rubricVersionId",
       "fit" = e."fit", "intent" = e."intent", "score" = e."score", "tier" = e."tier", "quadrant" = e."quadrant"
     FROM "Engagement" e WHERE d."leadId" = ANY($1::uuid[]) AND e."leadId" = d."leadId" AND d."rubricVersionId" IS NULL`,
    [leadIds],
  );
}
