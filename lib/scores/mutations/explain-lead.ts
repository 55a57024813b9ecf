import { findLiveRubric } from '@/lib/rubrics/data';
import type { Explanation } from '@/lib/scoring/explain';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { loadFacts, loadLabels } from '../data';
import { createScorer } from '../score-facts';
import { TAKE_ONE } from '../statements';
import { rescoreSet, takeBy } from './rescore-set';

/**
 * Why a lead scores as it does at an instant near the present, and by which version. A stored score that is no longer
 * right is put right first, so that lists and explanation agree.
 *
 * @returns null when there is no such lead, or no rubric yet.
 */
export async function explainLead(
  leadId: string,
  now: Date,
): Promise<{ explanation: Explanation; rubricNumber: number; rubricVersionId: string } | null> {
  const pool = getPool();
  const rubric = await findLiveRubric(pool);
  if (!rubric) return null;
  const [standing] = await querySql<{ wrong: boolean }>(
    pool,
    `SELECT s."leadId" IS NULL OR t."leadId" IS NOT NULL OR s."nextChangeAt" <= $2::timestamptz
       OR s."rubricVersionId" <> $3::uuid AS "wrong"
     FROM "Lead" l LEFT JOIN "LeadScore" s ON s."leadId" = l."id" LEFT JOIN "StaleScore" t ON t."leadId" = l."id"
     WHERE l."id" = $1::uuid AND l."mergedIntoId" IS NULL`,
    [leadId, now.toISOString(), rubric.versionId],
  );
  if (!standing) return null;
  if (standing.wrong) await rescoreSet(now, takeBy(TAKE_ONE, [leadId]));
  const facts = await loadFacts(pool, rubric, [leadId]);
  const [lead] = facts.leads;
  if (!lead) return null;
  const labels = await loadLabels(pool);
  const explanation = createScorer(rubric.compiled, facts).explain(lead, now.getTime(), labels);
  return { explanation, rubricNumber: rubric.number, rubricVersionId: rubric.versionId };
}
