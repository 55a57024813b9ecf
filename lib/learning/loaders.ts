import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { findDraft } from '@/lib/rubrics/data';
import { countClosedLeads, findLatestRun } from './data';
import { describeMissing } from './describe-missing';

/** The screen of learning from deals: what there is to learn from, the latest run, and whether the reader may act. */
export async function loadLearning() {
  const actor = await requirePage('reports:read', '/rubric/learn');
  const mayLearn = isAllowed(actor.role, 'rubric:write');
  const [counts, run, draft] = await Promise.all([
    countClosedLeads(),
    findLatestRun(),
    mayLearn ? findDraft() : null,
  ]);
  const held = [...(draft?.document.fit.groups ?? []), ...(draft?.document.intent.groups ?? [])];
  return {
    counts,
    missing: describeMissing(counts.won, counts.lost),
    run,
    mayLearn,
    /** The draft's revision; 0 when there is none. */
    draftRevision: draft?.revision ?? 0,
    draftCriteria: held.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
  };
}

export type LearningView = Awaited<ReturnType<typeof loadLearning>>;
