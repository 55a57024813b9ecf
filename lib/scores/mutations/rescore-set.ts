import type { PoolClient } from 'pg';
import { loadScoringFacts } from '@/lib/facts/data';
import { findLiveRubric, findPublishedVersions, type LiveRubric } from '@/lib/rubrics/data';
import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import { createMeasures, type PreparedLead } from '@/lib/scoring/evidence';
import { keepsTime, readsSame, unpackEvidence } from '@/lib/scoring/pack-evidence';
import { announceIds } from '@/lib/server/notify';
import { inTransaction, querySql, type SqlValue } from '@/lib/server/sql';
import { isSameScore } from '../compare-scores';
import { SCORES_CHANNEL } from '../constants';
import { loadStoredScores } from '../data';
import {
  listContributions,
  prepareEveryone,
  readContributions,
  scoreToStore,
  splitPrepared,
} from '../score-facts';
import {
  CHANGE_COLUMNS,
  DELETE_MERGED,
  INSERT_CHANGES,
  INSERT_SCORES,
  POINTS_COLUMNS,
  SCORE_COLUMNS,
  UPDATE_POINTS,
  UPDATE_SCORES,
} from '../statements';
import { toColumns } from '../to-columns';
import { toChangeRow, toScoreRow } from '../to-rows';
import type { ScoreCause, ScoredLead, StoredScore } from '../types';

/** A lead that is locked for rescoring, and why it is rescored. */
interface TakenLead {
  leadId: string;
  cause: ScoreCause;
  /** Whether its facts changed since it was scored. */
  stale: boolean;
}

/** What a set of locked leads is rescored with. */
interface Rescoring {
  rubric: LiveRubric;
  /** The versions that the stored scores are of. */
  versions: ReadonlyMap<string, CompiledRubric>;
  stored: ReadonlyMap<string, StoredScore>;
}

/** A lead's new score, and what it was made from. */
interface Rescored {
  prepared: PreparedLead;
  scored: ScoredLead;
}

/** The lead from the evidence stored with its score, where that says all there is to know; null where it does not. */
function prepareStored(
  { leadId, stale }: TakenLead,
  { rubric, versions, stored }: Rescoring,
): PreparedLead | null {
  const before = stored.get(leadId);
  const version = before && versions.get(before.rubricVersionId);
  if (stale || !version || before.evidence.length === 0) return null;
  if (!keepsTime(rubric.compiled) || !readsSame(version, rubric.compiled)) return null;
  return unpackEvidence(rubric.compiled, leadId, before.evidence);
}

async function rescoreLeads(
  client: PoolClient,
  taken: readonly TakenLead[],
  rescoring: Rescoring,
  now: Date,
): Promise<Rescored[]> {
  const { rubric } = rescoring;
  const known = taken.map((lead) => prepareStored(lead, rescoring));
  const unknown = taken.flatMap(({ leadId }, place) => (known[place] ? [] : leadId));
  const facts = unknown.length > 0 ? await loadScoringFacts(client, rubric, unknown) : null;
  const prepared = known.filter((one) => one !== null);
  if (facts) prepared.push(...prepareEveryone(rubric.compiled, facts));
  const scratch = createMeasures(rubric.compiled);
  return prepared.map((one) => ({
    prepared: one,
    scored: scoreToStore(rubric.compiled, one, now.getTime(), scratch),
  }));
}

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

async function writeScores(client: PoolClient, rescored: readonly Rescored[], { rubric, stored }: Rescoring) {
  const rows = rescored.map(({ scored }) => toScoreRow(scored, stored.get(scored.leadId), rubric.versionId));
  const first = rows.filter(({ leadId }) => !stored.has(leadId));
  const known = rows.filter(({ leadId }) => stored.has(leadId));
  const gathered = known.filter(({ evidence }) => evidence !== null);
  const measured = known.filter(({ evidence }) => evidence === null);
  if (first.length > 0) await client.query(INSERT_SCORES, toColumns(SCORE_COLUMNS, first));
  if (gathered.length > 0) await client.query(UPDATE_SCORES, toColumns(SCORE_COLUMNS, gathered));
  if (measured.length > 0) await client.query(UPDATE_POINTS, toColumns(POINTS_COLUMNS, measured));
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
  const rescoring = { rubric, stored, versions: await findPublishedVersions(client, versionIds) };
  const rescored = await rescoreLeads(client, taken, rescoring, now);
  const changes = rescored.flatMap((one) =>
    toHistory(one, rescoring, causes.get(one.scored.leadId) ?? 'decay'),
  );
  await writeScores(client, rescored, rescoring);
  if (changes.length > 0) await client.query(INSERT_CHANGES, toColumns(CHANGE_COLUMNS, changes));
  if (rescored.length < taken.length) await client.query(DELETE_MERGED, [leadIds]);
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
