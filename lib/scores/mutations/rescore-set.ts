import type { PoolClient } from 'pg';
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
  POINTS_COLUMNS,
  SCORE_COLUMNS,
  UPDATE_POINTS,
  UPDATE_SCORES,
  UPDATE_VERSION,
} from '../statements';
import { toColumns } from '../to-columns';
import { toChangeRow, toScoreRow } from '../to-rows';
import type { ScoreCause } from '../types';
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
  if (gathered.length > 0) await client.query(UPDATE_SCORES, toColumns(SCORE_COLUMNS, gathered));
  if (untouched.length > 0) await client.query(UPDATE_VERSION, [rubric.versionId, untouched]);
  if (measured.length > 0) await client.query(UPDATE_POINTS, toColumns(POINTS_COLUMNS, measured));
  return firstIds;
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
  const stored = await loadStoredScores(client, leadIds);
  const versionIds = [...stored.values()].map(({ rubricVersionId }) => rubricVersionId);
  const versions = await findPublishedVersions(client, versionIds);
  const rescoring = { rubric, stored, versions, now: now.getTime() };
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

/** Thrown to undo the taking of leads when there is no rubric: they stay on the list until there is one. */
class NoRubric extends Error {}

/** Takes a set of leads by a locking statement and rescores them, in one transaction. */
export async function rescoreSet(
  now: Date,
  statement: string,
  values: readonly SqlValue[],
): Promise<readonly { leadId: string }[]> {
  try {
    return await inTransaction(async (client) => {
      const taken = await querySql<TakenLead>(client, statement, values);
      if (taken.length > 0 && !(await rescoreTaken(client, taken, now))) throw new NoRubric();
      return taken;
    });
  } catch (error) {
    if (error instanceof NoRubric) return [];
    throw error;
  }
}
