import { setTimeout as wait } from 'node:timers/promises';
import { findLiveRubric } from '@/lib/rubrics/data';
import { isSameScore } from '@/lib/scores/compare-scores';
import { loadFacts, loadStoredScores } from '@/lib/scores/data';
import { createScorer } from '@/lib/scores/score-facts';
import { getPool } from '@/lib/server/db';
import { inTransaction, querySql } from '@/lib/server/sql';

const PAGE = 2_000;

/** How long the worker may take over a change: what is wrong at two looks so far apart is wrong. */
const GRACE_MS = 2_000;

/** The leads of one page whose stored score is not what it should be now, seen in one snapshot. */
async function findDiffering(leadIds: readonly string[]): Promise<string[]> {
  return inTransaction(async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const rubric = await findLiveRubric(client);
    const now = Date.now();
    const stored = await loadStoredScores(client, leadIds);
    if (!rubric) return [...stored.keys()];
    const facts = await loadFacts(client, rubric, leadIds);
    const scorer = createScorer(rubric.compiled, facts);
    return facts.leads.flatMap((lead) => {
      const known = stored.get(lead.lead.id);
      const fresh = scorer.score(lead, now);
      const right =
        known?.rubricVersionId === rubric.versionId &&
        isSameScore(known, fresh) &&
        known.disqualifiedBy.join() === fresh.disqualifiedBy.join();
      return right ? [] : lead.lead.id;
    });
  });
}

async function findDifferingOf(leadIds: readonly string[]): Promise<string[]> {
  const differing: string[] = [];
  for (let i = 0; i < leadIds.length; i += PAGE) {
    differing.push(...(await findDiffering(leadIds.slice(i, i + PAGE))));
  }
  return differing;
}

export interface ScoreCheck {
  checked: number;
  differ: number;
  /** Some of those that differ. */
  examples: string[];
}

/**
 * Computes scores afresh and compares them with the stored ones: fit, intent, score, tier, quadrant, disqualifiers and
 * rubric version. A lead differs when it does so twice, two seconds apart: what changed a moment ago may be under way.
 *
 * @param sample how many leads, taken at random; all when absent.
 */
export async function checkScores(sample?: number): Promise<ScoreCheck> {
  const rows = await querySql<{ id: string }>(
    getPool(),
    `SELECT l."id" FROM "Lead" l WHERE l."mergedIntoId" IS NULL
     ORDER BY CASE WHEN $1::int IS NOT NULL THEN random() END, l."companyId", l."id" LIMIT $1`,
    [sample ?? null],
  );
  const suspects = await findDifferingOf(rows.map(({ id }) => id));
  if (suspects.length > 0) await wait(GRACE_MS);
  const differing = await findDifferingOf(suspects);
  return { checked: rows.length, differ: differing.length, examples: differing.slice(0, 5) };
}
