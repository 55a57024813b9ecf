import { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { findDraft, findLiveRubric, findLiveVersion } from '@/lib/rubrics/data';
import { saveDraft } from '@/lib/rubrics/mutations/drafts';
import { rubricSchema } from '@/lib/rubrics/schema';
import { loadLabels } from '@/lib/scores/data';
import { getDb, getPool } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { addJob } from '@/lib/server/jobs';
import { writeSetting } from '@/lib/settings/mutations';
import { addProposal } from './add-proposal';
import { LEADS_AT_ONCE, PREDICTION_SETTING } from './constants';
import { findPredictingRun, findRun, listClosedLeads, loadDealLeads, type FinishedRun } from './data';
import { describeMissing } from './describe-missing';
import { learnDeals } from './learn-deals';
import type { DealLead } from './read-deals';
import type {
  addProposalSchema,
  makeDraftSchema,
  predictionSettingSchema,
  startLearningSchema,
} from './schema';
import { toStored } from './to-stored';

const storedSchema = z.record(z.string(), z.json());

/** Has the worker learn a rubric from the closed deals; a run under way is left to finish instead. */
export async function startLearning(
  actor: Actor<'rubric:write'>,
  { keep }: z.output<typeof startLearningSchema>,
): Promise<{ id: string }> {
  return getDb().$transaction(async (tx) => {
    const active = await tx.learningRun.findFirst({
      where: { state: { in: ['waiting', 'running'] } },
      select: { id: true },
    });
    if (active) return active;
    const run = await tx.learningRun.create({ data: { keep, userId: actor.id }, select: { id: true } });
    await addJob(tx, 'learn', { runId: run.id }, { key: `learn-${run.id}` });
    await writeAudit(tx, { user: actor, action: 'rubric.learning_started', details: { keep } });
    return run;
  });
}

async function gatherDeals(runId: string): Promise<DealLead[]> {
  const live = await findLiveRubric();
  if (!live) throw new AppError('not_found', 'There is no live rubric yet.');
  const closed = await listClosedLeads();
  const missing = describeMissing(
    closed.filter(({ won }) => won).length,
    closed.filter(({ won }) => !won).length,
  );
  if (missing !== null) throw new AppError('invalid', missing);
  const deals: DealLead[] = [];
  for (let from = 0; from < closed.length; from += LEADS_AT_ONCE) {
    deals.push(...(await loadDealLeads(live, closed.slice(from, from + LEADS_AT_ONCE))));
    const progress = { done: Math.min(from + LEADS_AT_ONCE, closed.length), total: closed.length };
    await getDb().learningRun.update({ where: { id: runId }, data: progress });
  }
  return deals;
}

/**
 * Learns from the closed deals and stores what was found with the run. A run that a killed worker left is begun anew.
 * What keeps it from learning, such as too few deals, is stored as its error.
 */
export async function runLearning(runId: string, clock: () => Date): Promise<void> {
  const { count } = await getDb().learningRun.updateMany({
    where: { id: runId, state: { in: ['waiting', 'running'] } },
    data: { state: 'running', startedAt: clock(), done: 0 },
  });
  if (count === 0) return;
  const run = await findRun(runId);
  try {
    const deals = await gatherDeals(runId);
    const [live, labels] = await Promise.all([findLiveVersion(), loadLabels(getPool())]);
    if (!live) throw new AppError('not_found', 'There is no live rubric yet.');
    const learned = learnDeals(deals, live.document, labels, new Set(run?.keep));
    const result = storedSchema.parse(JSON.parse(JSON.stringify(toStored(learned))));
    await getDb().learningRun.update({
      where: { id: runId },
      data: { state: 'done', result, finishedAt: clock() },
    });
  } catch (error) {
    const words =
      error instanceof AppError ? error.message : 'Learning failed; the log of the worker says why.';
    await getDb().learningRun.update({
      where: { id: runId },
      data: { state: 'failed', error: words, finishedAt: clock() },
    });
    if (!(error instanceof AppError)) throw error;
  }
}

async function requireResult(runId: string): Promise<FinishedRun> {
  const run = await findRun(runId);
  if (!run?.result) throw new AppError('not_found', 'That run has no result any more. Learn again.');
  return { ...run, result: run.result };
}

/** Makes what was learned the draft, with the reason for each number beside it; nothing goes live. */
export async function makeDraft(
  actor: Actor<'rubric:write'>,
  { runId, revision }: z.output<typeof makeDraftSchema>,
): Promise<{ id: string }> {
  const { result } = await requireResult(runId);
  const reasons = Object.fromEntries(result.criteria.map(({ id, reason }) => [id, reason]));
  return saveDraft(actor, { document: result.rubric, revision }, reasons);
}

/**
 * Puts a proposed criterion into the draft, making one when there is none.
 *
 * @returns false when the draft has it already.
 */
export async function addProposedCriterion(
  actor: Actor<'rubric:write'>,
  { runId, id }: z.output<typeof addProposalSchema>,
): Promise<{ added: boolean }> {
  const { result } = await requireResult(runId);
  const proposal = result.proposals.find((one) => one.id === id);
  if (!proposal) throw new AppError('not_found', 'That criterion is not proposed (any more).');
  const [draft, live] = await Promise.all([findDraft(), findLiveVersion()]);
  const base = draft ?? live;
  if (!base) throw new AppError('not_found', 'There is no live rubric yet.');
  const document = addProposal(base.document, proposal);
  if (!document) return { added: false };
  const reasons = { ...draft?.reasons, [id]: proposal.reason };
  await saveDraft(actor, { document: rubricSchema.parse(document), revision: draft?.revision ?? 0 }, reasons);
  return { added: true };
}

/**
 * Has a run's rubric give every lead a predictive score beside the score by the rules, or ends that. Tiers, queue and
 * routing stay with the rules.
 *
 * @throws AppError `not_found` when the run has no result, `invalid` when nothing was learned in it.
 */
export async function choosePrediction(
  actor: Actor<'rubric:write'>,
  { runId }: z.output<typeof predictionSettingSchema>,
): Promise<void> {
  if (runId !== null) {
    const { result } = await requireResult(runId);
    if (result.criteria.length === 0) {
      throw new AppError(
        'invalid',
        'Nothing that tells won from lost was found, so there is nothing to foretell by.',
      );
    }
  }
  await getDb().$transaction(async (tx) => {
    const before = await findPredictingRun(tx);
    if ((before?.runId ?? null) === runId) return;
    await writeSetting(tx, PREDICTION_SETTING, { runId });
    const action = runId === null ? 'prediction.ended' : 'prediction.shown';
    await writeAudit(tx, { user: actor, action, details: { before: before?.runId, run: runId } });
  });
}
