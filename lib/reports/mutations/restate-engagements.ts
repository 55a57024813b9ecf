import { findLiveRubric, type LiveRubric } from '@/lib/rubrics/data';
import { loadFacts } from '@/lib/scores/data';
import { createScorer } from '@/lib/scores/score-facts';
import { selectColumns, toColumns, type Column } from '@/lib/scores/to-columns';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { ENGAGEMENTS } from '../data/engagements';

const ENGAGEMENTS_AT_ONCE = 1_000;

interface WaitingEngagement {
  leadId: string;
  engagedAt: Date;
}

const COLUMNS = [
  { name: 'leadId', type: 'uuid' },
  { name: 'engagedAt', type: 'timestamptz' },
  { name: 'rubricVersionId', type: 'uuid' },
  { name: 'fit', type: 'smallint' },
  { name: 'intent', type: 'smallint' },
  { name: 'score', type: 'smallint' },
  { name: 'tier', type: 'text' },
  { name: 'quadrant', type: '"Quadrant"' },
  { name: 'counted', type: 'smallint[]' },
  { name: 'restatedAt', type: 'timestamptz' },
] as const satisfies readonly Column[];

const NAMES = COLUMNS.map(({ name }) => `"${name}"`);

/** Of leads that are still there. */
const STORE = `
  INSERT INTO "EngagementScore" (${NAMES.join(', ')})
  SELECT row.* FROM (${selectColumns(COLUMNS)}) row JOIN "Lead" l ON l."id" = row."leadId"
  ON CONFLICT ("leadId", "engagedAt") DO UPDATE SET ${NAMES.slice(2)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

/** $1: the live version, $2 and $3: behind which engagement, $4: what was restated before this is old, $5: how many. */
const LIST_WAITING = `
  SELECT e."leadId", e."engagedAt"
  FROM ${ENGAGEMENTS} e JOIN "Lead" l ON l."id" = e."leadId" AND l."mergedIntoId" IS NULL
  LEFT JOIN "EngagementScore" s ON s."leadId" = e."leadId" AND s."engagedAt" = e."engagedAt"
    AND s."rubricVersionId" = $1::uuid AND s."restatedAt" >= $4::timestamptz
  WHERE s."leadId" IS NULL AND (e."leadId", e."engagedAt") > ($2::uuid, $3::timestamptz)
  ORDER BY e."leadId", e."engagedAt" LIMIT $5`;

const NOBODY: WaitingEngagement = {
  leadId: '00000000-0000-0000-0000-000000000000',
  engagedAt: new Date(0),
};

/**
 * Scores leads anew as of their first engagement, by the live rubric: those that it has not scored yet, or of which the
 * engagement changed. Only what was known at that instant counts: values that changed later are taken back, and events
 * that came later do not exist. In sets, each kept at once, so that a worker that is stopped loses one set at most.
 *
 * @param since what was restated before this instant is done again, for facts that arrived late.
 * @returns how many engagements were scored.
 */
export async function restateEngagements(
  { now, since = new Date(0) }: { now: Date; since?: Date },
  signal?: AbortSignal,
): Promise<number> {
  const rubric = await findLiveRubric();
  if (!rubric) return 0;
  let done = 0;
  for (let after = NOBODY; signal?.aborted !== true;) {
    const waiting = await querySql<WaitingEngagement>(getPool(), LIST_WAITING, [
      rubric.versionId,
      after.leadId,
      after.engagedAt,
      since,
      ENGAGEMENTS_AT_ONCE,
    ]);
    const last = waiting.at(-1);
    if (!last) break;
    await restateSet(rubric, waiting, now);
    done += waiting.length;
    after = last;
  }
  return done;
}

async function restateSet(
  { compiled, versionId, ...rubric }: LiveRubric,
  waiting: readonly WaitingEngagement[],
  now: Date,
): Promise<void> {
  const leadIds = [...new Set(waiting.map(({ leadId }) => leadId))];
  const facts = await loadFacts(getPool(), rubric, leadIds, { past: true });
  const scorer = createScorer(compiled, facts);
  const leads = new Map(facts.leads.map((lead) => [lead.lead.id, lead]));
  const rows = waiting.flatMap(({ leadId, engagedAt }) => {
    const lead = leads.get(leadId);
    if (!lead) return [];
    const { fit, intent, score, tier, quadrant, counted } = scorer.scoreToStore(lead, engagedAt.getTime());
    const when = { engagedAt: engagedAt.toISOString(), restatedAt: now.toISOString() };
    return { leadId, rubricVersionId: versionId, fit, intent, score, tier, quadrant, counted, ...when };
  });
  await querySql(getPool(), STORE, toColumns(COLUMNS, rows));
}
