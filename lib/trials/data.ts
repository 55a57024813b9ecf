import { compileDocument, findLiveVersion, type UsableRubric } from '@/lib/rubrics/data';
import { loadFacts, loadLabels } from '@/lib/scores/data';
import { createScorer } from '@/lib/scores/score-facts';
import type { Labels } from '@/lib/scoring/describe';
import { explainScore, type Explanation } from '@/lib/scoring/explain';
import type { Rubric } from '@/lib/scoring/types';
import { getDb, getPool } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { listAskedFields } from './asked-fields';
import { buildTypedLead } from './build-typed-lead';
import { compareTrial } from './compare-trial';
import type { TrialSubject, TypedLead } from './schema';
import type { Trial } from './types';

/**
 * Scores one lead by the live version and by a draft, as of now.
 *
 * @throws AppError `not_found` when there is no such lead, or no live version.
 */
export async function runTrial(draft: Rubric, subject: TrialSubject, now: Date): Promise<Trial> {
  const version = await findLiveVersion();
  if (!version) throw new AppError('not_found', 'There is no live rubric yet.');
  const [live, edited, labels] = await Promise.all([
    compileDocument(version.document),
    compileDocument(draft),
    loadLabels(getPool()),
  ]);
  const explain =
    'typed' in subject
      ? explainTyped(subject.typed, [version.document, draft], labels, now)
      : await explainKnown(subject.leadId, labels, now);
  const [before, after] = await Promise.all([explain.by(live), explain.by(edited)]);
  return compareTrial(
    { compiled: live.compiled, explanation: before },
    { compiled: edited.compiled, explanation: after },
    explain.name,
  );
}

interface Explainer {
  /** The lead's name; null for a typed one. */
  name: string | null;
  by: (rubric: UsableRubric) => Promise<Explanation>;
}

async function explainKnown(leadId: string, labels: Labels, now: Date): Promise<Explainer> {
  const row = await getDb().lead.findUnique({
    where: { id: leadId, mergedIntoId: null },
    select: { name: true, email: true },
  });
  if (!row) throw new AppError('not_found', 'This lead is gone. Pick another one.');
  const by = async (rubric: UsableRubric) => {
    const facts = await loadFacts(getPool(), rubric, [leadId]);
    const [lead] = facts.leads;
    if (!lead) throw new AppError('not_found', 'This lead is gone. Pick another one.');
    return createScorer(rubric.compiled, facts).explain(lead, now.getTime(), labels);
  };
  return { name: row.name ?? row.email ?? 'A lead without a name', by };
}

function explainTyped(typed: TypedLead, rubrics: Rubric[], labels: Labels, now: Date): Explainer {
  const asOf = now.getTime();
  const { lead, events } = buildTypedLead(typed, listAskedFields(rubrics), asOf);
  const own = events.filter(({ leadId }) => leadId !== null);
  return {
    name: null,
    by: ({ compiled }) => Promise.resolve(explainScore(compiled, lead, own, events, asOf, labels)),
  };
}
