import type { PoolClient } from 'pg';
import { readerOf, type GatheredFacts } from '@/lib/facts/gathered-facts';
import { publishScoreChanges } from '@/lib/outbox/mutations';
import { noteRoutingTasks } from '@/lib/routing-tasks/mutations';
import { findLiveRubric, findPublishedVersions } from '@/lib/rubrics/data';
import { announceIds } from '@/lib/server/notify';
import { inTransaction, querySql, type SqlValue } from '@/lib/server/sql';
import { isSameScore } from '../compare-scores';
import { SCORES_CHANNEL } from '../constants';
import { loadStoredScores } from '../data';
import { listContributions, readContributions, splitPrepared } from '../score-facts';
import {
  CHANGE_COLUMNS,
  DELETE_MERGED,
  INSERT_CHANGES,
  INSERT_SCORES,
  PLACED_POINTS_COLUMNS,
  PLACED_SCORE_COLUMNS,
  SCORE_COLUMNS,
  UPDATE_POINTS,
  UPDATE_SCORES,
  UPDATE_VERSION,
} from '../statements';
import { toColumns } from '../to-columns';
import { toChangeRow, toScoreRow } from '../to-rows';
import type { ScoreCause, StoredScore } from '../types';
import {
  rescoreLeads,
  type Rescored,
  type RescoredSet,
  type Rescoring,
  type TakenLead,
} from './rescore-leads';

/** The row of history of a lead's new score, if it looks other than the one before. */
function toHistory({ prepared, scored }: Rescored, rescoring: Rescoring, cause: ScoreCause) {
  const { rubric, versions, stored } = rescoring;
  const before = stored.get(scored.leadId);
  if (before && isSameScore(before, scored)) return [];
  const after = { ...scored, contributions: listContributions(rubric.compiled, prepared, scored.asOf) };
  const version = before && versions.get(before.rubricVersionId);
  const readable = version && before.evidence.length > 0;
  const contributions = readable ? readContributions(version, before) : [];
  const earlier = before ? { contributions, asOf: before.scoredAt } : null;
  const sameRubric = before === undefined || before.rubricVersionId === rubric.versionId;
  const findMoved = () => splitPrepared(rubric.compiled, prepared, earlier, after, sameRubric);
  return toChangeRow(after, before, rubric.versionId, cause, findMoved) ?? [];
}

/** Writes new scores; answers whose were not written, because others were faster with a lead's first. */
async function writeScores(
  client: PoolClient,
  { rescored, untouched }: RescoredSet,
  { rubric, stored }: Rescoring,
): Promise<ReadonlySet<string>> {
  const rows = rescored.map(({ scored }) => toScoreRow(scored, stored.get(scored.leadId), rubric.versionId));
  const first = rows.filter(({ leadId }) => !stored.has(leadId));
  const known = rows.filter(({ leadId }) => stored.has(leadId));
  const gathered = known.filter(({ evidence }) => evidence !== null);
  const measured = known.filter(({ evidence }) => evidence === null);
  const firstIds = new Set(first.map(({ leadId }) => leadId));
  if (first.length > 0) {
    const values = toColumns(SCORE_COLUMNS, first);
    for (const { leadId } of await querySql<{ leadId: string }>(client, INSERT_SCORES, values)) {
      firstIds.delete(leadId);
    }
  }
  const outdated = untouched.filter(({ rubricVersionId }) => rubricVersionId !== rubric.versionId);
  const places = outdated.map(({ place }) => place);
  if (gathered.length > 0) await client.query(UPDATE_SCORES, toColumns(PLACED_SCORE_COLUMNS, gathered));
  if (places.length > 0) await client.query(UPDATE_VERSION, [rubric.versionId, places]);
  if (measured.length > 0) await client.query(UPDATE_POINTS, toColumns(PLACED_POINTS_COLUMNS, measured));
  return firstIds;
}

/**
 * Scores leads that this transaction has locked, by the rubric that is live now: after the locks, so that of a rubric
 * just replaced nothing is written once the new one's rescoring has passed by.
 *
 * @returns false when there is no rubric to score by.
 */
export async function rescoreTaken(
  client: PoolClient,
  { leads: taken, stored: known }: Taken,
  now: Date,
  facts: GatheredFacts | null,
): Promise<boolean> {
  const rubric = await findLiveRubric(client);
  if (!rubric) return false;
  const causes = new Map(taken.map(({ leadId, cause }) => [leadId, cause]));
  const leadIds = [...causes.keys()];
  const stored = known ?? (await loadStoredScores(client, leadIds));
  const versionIds = [...stored.values()].map(({ rubricVersionId }) => rubricVersionId);
  const versions = await findPublishedVersions(client, versionIds);
  const gathered = facts?.versionId === rubric.versionId ? readerOf(facts, rubric.compiled) : null;
  const rescoring = { rubric, stored, versions, gathered, now: now.getTime() };
  const set = await rescoreLeads(client, taken, rescoring);
  const refused = await writeScores(client, set, rescoring);
  const changes = set.rescored.flatMap((one) =>
    refused.has(one.scored.leadId) ? [] : toHistory(one, rescoring, causes.get(one.scored.leadId) ?? 'decay'),
  );
  if (changes.length > 0) await client.query(INSERT_CHANGES, toColumns(CHANGE_COLUMNS, changes));
  if (set.rescored.length + set.untouched.length < taken.length) await client.query(DELETE_MERGED, [leadIds]);
  await publishScoreChanges(client, changes, rubric.compiled.rubric.tiers);
  await noteRoutingTasks(client, changes, rubric.compiled.rubric.tiers);
  await announceIds(
    client,
    SCORES_CHANNEL,
    changes.map(({ leadId }) => leadId),
  );
  return true;
}

/** Scores that were lost are still outdated, stale or due, and are measured again: so are the events they gave rise to. */
export const REDOABLE = { redoable: true };

/** Thrown to undo the taking of leads when there is no rubric: they stay on the list until there is one. */
class NoRubric extends Error {}

/** Leads that a transaction has locked. */
export interface Taken {
  leads: readonly TakenLead[];
  /** Their stored scores, where they were read along. */
  stored?: ReadonlyMap<string, StoredScore>;
}

/** Takes leads by a locking statement that answers with {@link TakenLead}s. */
export const takeBy =
  (statement: string, values: readonly SqlValue[]) =>
  async (client: PoolClient): Promise<Taken> => ({
    leads: await querySql<TakenLead>(client, statement, values),
  });

/**
 * Takes a set of leads and rescores them, in one transaction.
 *
 * @param facts gathered for everyone since the live version was published; null when none were.
 */
export async function rescoreSet(
  now: Date,
  take: (client: PoolClient) => Promise<Taken>,
  facts: GatheredFacts | null = null,
): Promise<readonly { leadId: string }[]> {
  try {
    return await inTransaction(async (client) => {
      const taken = await take(client);
      if (taken.leads.length > 0 && !(await rescoreTaken(client, taken, now, facts))) throw new NoRubric();
      return taken.leads;
    }, REDOABLE);
  } catch (error) {
    if (error instanceof NoRubric) return [];
    throw error;
  }
}
