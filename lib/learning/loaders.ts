import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import type { Role } from '@/lib/generated/prisma/enums';
import { findDraft } from '@/lib/rubrics/data';
import type { Rubric } from '@/lib/scoring/types';
import { listCriterionIds } from './add-proposal';
import { countClosedLeads, findLatestRun, loadPredictingRun } from './data';
import { describeMissing } from './describe-missing';

/** The screen of learning from deals: what there is to learn from, the latest run, and whether the reader may act. */
export async function loadLearning() {
  const actor = await requirePage('reports:read', '/rubric/learn');
  const mayLearn = isAllowed(actor.role, 'rubric:write');
  const [counts, run, draft, predicting] = await Promise.all([
    countClosedLeads(),
    findLatestRun(),
    mayLearn ? findDraft() : null,
    loadPredictingRun(),
  ]);
  return {
    counts,
    missing: describeMissing(counts.won, counts.lost),
    run,
    mayLearn,
    /** The run whose rubric gives the predictive score; null while none does. */
    predicting: predicting && {
      runId: predicting.id,
      learnedAt: predicting.finishedAt ?? predicting.createdAt,
    },
    /** The draft's revision; 0 when there is none. */
    draftRevision: draft?.revision ?? 0,
    draftCriteria: draft ? listCriterionIds(draft.document) : [],
  };
}

/** What the latest run found telling that no criterion of the live rubric uses, for a screen that is guarded already. */
export async function findProposals(role: Role, live: Rubric) {
  const mayAdd = isAllowed(role, 'rubric:write');
  const [run, draft] = await Promise.all([findLatestRun(), mayAdd ? findDraft() : null]);
  if (!run?.result) return null;
  const used = listCriterionIds(live);
  return {
    runId: run.id,
    learnedAt: run.finishedAt ?? run.createdAt,
    proposals: run.result.proposals.filter(({ id }) => !used.includes(id)),
    drafted: draft ? listCriterionIds(draft.document) : [],
    mayAdd,
  };
}

/** What no criterion uses though it tells winners from losers, as the screens take it. */
export type ProposalsView = Awaited<ReturnType<typeof findProposals>>;

export type LearningView = Awaited<ReturnType<typeof loadLearning>>;
