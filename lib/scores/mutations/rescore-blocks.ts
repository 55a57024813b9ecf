import type { PoolClient } from 'pg';
import { readerOf, type GatheredFacts } from '@/lib/facts/gathered-facts';
import { findLiveRubric, findPublishedVersions, type LiveRubric } from '@/lib/rubrics/data';
import type { BlockRange } from '@/lib/server/blocks';
import { inTransaction, querySql } from '@/lib/server/sql';
import { loadScoresAt } from '../data';
import { glanceAt, type Glanced, type HeldScores } from '../glance';
import { HOLD_BLOCKS, RENEW_SCORES, RENEWED_COLUMNS, UPDATE_VERSION } from '../statements';
import { toColumns } from '../to-columns';
import { REDOABLE, rescoreTaken } from './rescore-set';

async function glance(
  client: PoolClient,
  held: readonly HeldScores[],
  { versionId, compiled }: LiveRubric,
  now: Date,
  facts: GatheredFacts | null,
): Promise<Glanced> {
  const versions = await findPublishedVersions(
    client,
    held.map(({ versionId }) => versionId),
  );
  const gathered = facts?.versionId === versionId ? readerOf(facts, compiled) : null;
  const glanced = held.map(({ versionId, packed }) =>
    glanceAt(packed, versions.get(versionId), compiled, gathered, now.getTime()),
  );
  return {
    untouched: glanced.flatMap(({ untouched }) => untouched),
    renewed: glanced.flatMap(({ renewed }) => renewed),
    others: glanced.flatMap(({ others }) => others),
  };
}

/**
 * Rescores those in a part of the table of scores that the live version has not measured, that nobody else holds and
 * whose leads' facts are as they were, in one transaction.
 *
 * @param facts gathered for everyone since the live version was published; null when none were.
 * @returns how many.
 */
export function rescoreBlocks(
  { from, to }: BlockRange,
  now: Date,
  facts: GatheredFacts | null,
): Promise<number> {
  return inTransaction(async (client) => {
    const held = await querySql<HeldScores>(client, HOLD_BLOCKS, [from, to]);
    const rubric = held.length > 0 ? await findLiveRubric(client) : null;
    if (!rubric) return 0;
    const { untouched, renewed, others } = await glance(client, held, rubric, now, facts);
    if (untouched.length > 0) await client.query(UPDATE_VERSION, [rubric.versionId, untouched]);
    if (renewed.length > 0) {
      const values = [rubric.versionId, now, ...toColumns(RENEWED_COLUMNS, renewed)];
      await client.query(RENEW_SCORES, values);
    }
    const stored = others.length > 0 ? await loadScoresAt(client, others) : new Map<string, never>();
    const leads = [...stored.keys()].map((leadId) => ({ leadId, cause: 'rubric' as const, stale: false }));
    if (leads.length > 0) await rescoreTaken(client, { leads, stored }, now, facts);
    return untouched.length + renewed.length + leads.length;
  }, REDOABLE);
}
