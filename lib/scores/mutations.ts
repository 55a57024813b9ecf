import { setTimeout as wait } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { loadScoringFacts } from '@/lib/facts/data';
import { LOCKS } from '@/lib/rubrics/constants';
import { findLiveRubric } from '@/lib/rubrics/data';
import type { Explanation } from '@/lib/scoring/explain';
import { getPool } from '@/lib/server/db';
import { addJob } from '@/lib/server/jobs';
import { announceIds } from '@/lib/server/notify';
import { inTransaction, querySql, runAlone, type SqlClient, type SqlValue } from '@/lib/server/sql';
import {
  DUE_PAUSE_MS,
  HELD_PAUSE_MS,
  PAGE_SIZE,
  SCORES_CHANNEL,
  STALE_BATCH,
} from './constants';
import { isSameScore } from './compare-scores';
import { loadFacts, loadLabels, loadStoredContributions, loadStoredScores } from './data';
import { createMoveSplitter, createScorer, scoreEveryone } from './score-facts';
import {
  CHANGE_COLUMNS,
  DELETE_MERGED,
  FIND_OUTDATED,
  INSERT_CHANGES,
  INSERT_STALE,
  LIST_OUTDATED,
  SCORE_COLUMNS,
  TAKE_DUE,
  TAKE_ONE,
  TAKE_OUTDATED,
  TAKE_STALE,
  UPSERT_SCORES,
} from './statements';
import { toColumns } from './to-columns';
import { toChangeRow, toScoreRow } from './to-rows';
import type { ScoreCause } from './types';

/** A lead that is locked for rescoring, and why it is rescored. */
interface TakenLead {
  leadId: string;
  cause: ScoreCause;
}

export interface StaleInput {
  /** Leads whose own facts changed. */
  leadIds?: readonly string[];
  /** Companies whose facts changed: all their leads are stale. */
  companyIds?: readonly string[];
  cause: ScoreCause;
}

/**
 * Notes that facts changed, in the transaction that changes them: the leads concerned, and where the rubric counts
 * colleagues' events also their colleagues, will be rescored once it commits. Call it once per transaction, with the
 * whole set, as its last step: the leads stay locked against rescoring from then until commit.
 */
export async function enqueueRescore(
  tx: SqlClient,
  { leadIds = [], companyIds = [], cause }: StaleInput,
): Promise<void> {
  if (leadIds.length + companyIds.length === 0) return;
  const locked =
    'SELECT pg_advisory_xact_lock_shared($1::bigint)::text AS "locked", pg_backend_pid() AS "pid"';
  const [connection] = await querySql<{ pid: number }>(tx, locked, [LOCKS.facts]);
  const rubric = await findLiveRubric(tx);
  const withColleagues = rubric?.companyEventTypes?.length !== 0;
  await querySql(tx, INSERT_STALE, [leadIds, companyIds, cause, withColleagues]);
  // A key per connection: jobs that nobody has begun yet become one, and no transaction waits for another's.
  await addJob(tx, 'rescore', {}, { key: `rescore-${connection?.pid}` });
}

/**
 * Scores leads that this transaction has locked, by the rubric that is live now: after the locks, so that of a rubric
 * just replaced nothing is written once the new one's rescoring has passed by.
 *
 * @returns false when there is no rubric to score by.
 */
async function rescoreTaken(client: PoolClient, taken: readonly TakenLead[], now: Date): Promise<boolean> {
  const rubric = await findLiveRubric(client);
  if (!rubric) return false;
  const causes = new Map(taken.map(({ leadId, cause }) => [leadId, cause]));
  const leadIds = [...causes.keys()];
  const facts = await loadScoringFacts(client, rubric, leadIds);
  const stored = await loadStoredScores(client, leadIds);
  const scored = scoreEveryone(rubric.compiled, facts, now.getTime());
  const changed = scored.filter((one) => {
    const before = stored.get(one.leadId);
    return !before || !isSameScore(before, one);
  });
  const contributions = await loadStoredContributions(
    client,
    changed.flatMap(({ leadId }) => (stored.has(leadId) ? leadId : [])),
  );
  const split = createMoveSplitter(rubric.compiled, facts);
  const changes = changed.flatMap((one) => {
    const before = stored.get(one.leadId);
    const breakdown = before && { ...before, contributions: contributions.get(one.leadId) ?? [] };
    const earlier = breakdown ? { contributions: breakdown.contributions, asOf: breakdown.scoredAt } : null;
    const sameRubric = before === undefined || before.rubricVersionId === rubric.versionId;
    const findMoved = () => split(one.leadId, earlier, one, sameRubric);
    return toChangeRow(one, breakdown, rubric.versionId, causes.get(one.leadId) ?? 'decay', findMoved) ?? [];
  });
  const rows = scored.map((one) => toScoreRow(one, stored.get(one.leadId), rubric.versionId));
  await client.query(UPSERT_SCORES, toColumns(SCORE_COLUMNS, rows));
  if (changes.length > 0) await client.query(INSERT_CHANGES, toColumns(CHANGE_COLUMNS, changes));
  if (scored.length < taken.length) await client.query(DELETE_MERGED, [leadIds]);
  await announceIds(
    client,
    SCORES_CHANNEL,
    changes.map(({ leadId }) => leadId),
  );
  return true;
}

/** Thrown to undo the taking of leads when there is no rubric: they stay on the list until there is one. */
class NoRubric extends Error {}

/** Takes a set of leads by a locking statement and rescores them, in one transaction. */
async function rescoreSet<T extends TakenLead>(
  now: Date,
  statement: string,
  values: readonly SqlValue[],
): Promise<T[]> {
  try {
    return await inTransaction(async (client) => {
      const taken = await querySql<T>(client, statement, values);
      if (taken.length > 0 && !(await rescoreTaken(client, taken, now))) throw new NoRubric();
      return taken;
    });
  } catch (error) {
    if (error instanceof NoRubric) return [];
    throw error;
  }
}

export interface RescoreOptions {
  /** The clock; leads are scored as of its instant. */
  clock: () => Date;
  /** Stops between two transactions; what is left stays on the list. */
  signal?: AbortSignal;
}

/**
 * Rescores whoever is stale, oldest first, and whoever's score changes by now, until none is left that nobody else is
 * at; then has the next look planned. Any number of workers may do this at once: a lead is rescored by whoever locks it.
 *
 * @returns how many leads were rescored.
 */
export async function rescoreStale({ clock, signal }: RescoreOptions): Promise<number> {
  const dueBy = clock();
  let rescored = 0;
  while (!signal?.aborted) {
    const stale = await rescoreSet(clock(), TAKE_STALE, [STALE_BATCH]);
    const due = await rescoreSet(clock(), TAKE_DUE, [dueBy.toISOString(), STALE_BATCH]);
    rescored += stale.length + due.length;
    if (stale.length + due.length === 0) break;
  }
  await planNextRescore(clock());
  return rescored;
}

/** Plans the next look: when the next score changes by itself, or shortly when stale leads are left that others held. */
async function planNextRescore(now: Date): Promise<void> {
  await inTransaction(async (client) => {
    // One at a time, so that whoever plans last has seen everyone's scores.
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.schedule]);
    const [next] = await querySql<{ changeAt: Date | null; left: boolean }>(
      client,
      `SELECT (SELECT min("nextChangeAt") FROM "LeadScore") AS "changeAt",
         EXISTS (SELECT FROM "StaleScore") AND EXISTS (SELECT FROM "RubricVersion" WHERE "live") AS "left"`,
    );
    const soon = now.getTime() + DUE_PAUSE_MS;
    const changeAt = next?.changeAt?.getTime() ?? Number.POSITIVE_INFINITY;
    const runAt = next?.left ? soon : Math.max(soon, changeAt);
    if (Number.isFinite(runAt))
      await addJob(client, 'rescore', {}, { key: 'rescore-due', runAt: new Date(runAt) });
  });
}

/** Rescores a page of leads as of an instant and answers how many of them it rescored. */
export type RescorePage = (leadIds: readonly string[], now: Date) => Promise<number>;

/** Rescores those of a page that the live version has not scored and that nobody else holds, in one transaction. */
export const rescorePage: RescorePage = async (leadIds, now) => {
  const taken = await rescoreSet(now, TAKE_OUTDATED, [leadIds]);
  return taken.length;
};

export interface RescoreAllOptions extends RescoreOptions {
  /** Called after each page with the number of leads rescored so far. */
  onPage?: (rescored: number) => void;
  /** Who rescores a page: this thread when absent. */
  rescore?: RescorePage;
  /** How many pages are under way at once; 1 when absent. */
  lanes?: number;
}

/**
 * Rescores every lead that the live version has not scored, a page at a time. What is done stays done: after a kill the
 * next run goes on with the rest. Leads that others hold are come back to.
 *
 * @returns how many leads were rescored; 0 when another process is at it already.
 */
export async function rescoreAll(options: RescoreAllOptions): Promise<number> {
  const { clock, signal, onPage = () => undefined } = options;
  const rescored = await runAlone('rescore-all', async () => {
    let count = 0;
    const countPage = (leads: number) => {
      count += leads;
      if (leads > 0) onPage(count);
    };
    while (!signal?.aborted) {
      const before = count;
      await rescorePages(options, countPage);
      if (count > before) continue;
      if ((await countOutdated(1)) === 0) break;
      await wait(HELD_PAUSE_MS);
    }
    await planNextRescore(clock());
    return count;
  });
  return rescored ?? 0;
}

/** How many leads the live version has not scored, held by others or not; looks no further than `most`. */
export async function countOutdated(most: number): Promise<number> {
  const rows = await querySql(getPool(), FIND_OUTDATED, [most]);
  return rows.length;
}

/** One pass over everyone, several pages at once: each lane takes the next page when it is done with one. */
async function rescorePages(
  { clock, signal, rescore = rescorePage, lanes = 1 }: RescoreAllOptions,
  onPage: (leads: number) => void,
): Promise<void> {
  const pages = await querySql<{ leadIds: string }>(getPool(), LIST_OUTDATED, [PAGE_SIZE]);
  const waiting = pages.values();
  const work = async () => {
    for (const { leadIds } of waiting) {
      onPage(await rescore(leadIds.split(','), clock()));
      if (signal?.aborted) return;
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
}

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
  if (standing.wrong) await rescoreSet(now, TAKE_ONE, [leadId]);
  const facts = await loadFacts(pool, rubric, [leadId]);
  const [lead] = facts.leads;
  if (!lead) return null;
  const labels = await loadLabels(pool);
  const explanation = createScorer(rubric.compiled, facts).explain(lead, now.getTime(), labels);
  return { explanation, rubricNumber: rubric.number, rubricVersionId: rubric.versionId };
}
