import { findLiveRubric } from '@/lib/rubrics/data';
import { loadFacts, loadLabels } from '@/lib/scores/data';
import { createScorer } from '@/lib/scores/score-facts';
import type { SqlClient } from '@/lib/server/sql';
import type { ScoreAnswer } from '../schemas/scores';
import { toScoreAnswer } from '../to-score-answer';

/**
 * A lead's score as of an instant by the live rubric, explained: with the values that were known and the events that had
 * happened by then.
 *
 * @returns null when there is no such lead, or no rubric yet.
 */
export async function explainAsOf(
  client: SqlClient,
  leadId: string,
  asOf: Date,
): Promise<ScoreAnswer | null> {
  const rubric = await findLiveRubric(client);
  if (!rubric) return null;
  const facts = await loadFacts(client, rubric, [leadId], { past: true });
  const [lead] = facts.leads;
  if (!lead) return null;
  const labels = await loadLabels(client);
  const explanation = createScorer(rubric.compiled, facts).explain(lead, asOf.getTime(), labels);
  const { name, fitWeight } = rubric.compiled.rubric;
  return toScoreAnswer(leadId, explanation, {
    id: rubric.versionId,
    version: rubric.number,
    name,
    fitWeight,
  });
}
