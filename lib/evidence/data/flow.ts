import { compileDocument, type UsableRubric } from '@/lib/rubrics/data';
import { loadFacts } from '@/lib/scores/data';
import { createScorer } from '@/lib/scores/score-facts';
import type { Facts, LeadFacts } from '@/lib/scores/types';
import type { Rubric } from '@/lib/scoring/types';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { FLOW_WEEKS, MOST_FLOW_LEADS, MOST_INSTANTS, PAGE_SIZE } from '../constants';
import { FlowCounter } from '../flow-counter';
import type { Flow } from '../types';

const WEEK_MS = 7 * 86_400_000;

/**
 * Leads whose score may have risen since an instant, with their colleagues: those with an event that the rubric counts,
 * a changed value, or that came since. In a random order that is always the same. $1: since, $2: until, $3: event types,
 * null for all.
 */
const LIST_ACTIVE = `
  WITH touched AS (
    SELECT e."leadId" AS "id", e."companyId" FROM "Event" e
    WHERE e."at" > $1::timestamptz AND e."at" <= $2::timestamptz AND e."filteredAs" IS NULL
      AND ($3::text[] IS NULL OR e."type" = ANY($3))
    UNION SELECT a."leadId", a."companyId" FROM "AttributeChange" a
    WHERE a."at" > $1::timestamptz AND a."at" <= $2::timestamptz
    UNION SELECT l."id", NULL FROM "Lead" l WHERE l."createdAt" > $1::timestamptz AND l."createdAt" <= $2::timestamptz),
  company AS (
    SELECT "companyId" AS "id" FROM touched WHERE "companyId" IS NOT NULL
    UNION SELECT l."companyId" FROM touched t JOIN "Lead" l ON l."id" = t."id" WHERE l."companyId" IS NOT NULL),
  active AS (
    SELECT "id" FROM touched WHERE "id" IS NOT NULL
    UNION SELECT l."id" FROM company c JOIN "Lead" l ON l."companyId" = c."id")
  SELECT l."id", count(*) OVER ()::int AS "all" FROM active a JOIN "Lead" l ON l."id" = a."id"
  WHERE l."mergedIntoId" IS NULL AND l."createdAt" <= $2::timestamptz
  ORDER BY md5(l."id"::text) LIMIT $4`;

/** When a lead's score may have risen within the weeks, oldest first; at most the newest so many. */
function listInstants({ lead, events }: LeadFacts, facts: Facts, since: number, until: number): number[] {
  const company = lead.company?.id ?? '';
  const times = [
    ...events.map(({ at }) => at),
    ...(facts.companyEvents.get(company) ?? []).map(({ at }) => at),
    ...(facts.pastValues.get(lead.id) ?? []).map(({ at }) => at),
    ...(facts.pastValues.get(company) ?? []).map(({ at }) => at),
    lead.createdAt,
  ].map((at) => new Date(at).getTime());
  const within = [...new Set(times)].filter((at) => at > since && at <= until).sort((a, b) => a - b);
  return within.slice(-MOST_INSTANTS);
}

async function countPage(
  wanted: UsableRubric,
  leadIds: readonly string[],
  counter: FlowCounter,
): Promise<void> {
  const facts = await loadFacts(getPool(), wanted, leadIds, { past: true });
  const scorer = createScorer(wanted.compiled, facts);
  for (const lead of facts.leads) {
    const createdAt = new Date(lead.lead.createdAt).getTime();
    const start = createdAt > counter.since ? null : scorer.score(lead, counter.since);
    const looks = listInstants(lead, facts, counter.since, counter.until).map((at) => ({
      at,
      score: scorer.score(lead, at),
    }));
    counter.add(start, looks);
  }
}

/**
 * How many leads would have come into a rubric's best tier in each of the last weeks, at every least score it could have:
 * each lead is scored as of the weeks' beginning and whenever something happened to it, from what was known then. Of very
 * many active leads a sample is scored.
 */
export async function countFlow(rubric: Rubric, now: number): Promise<Flow> {
  const wanted = await compileDocument(rubric);
  const since = now - FLOW_WEEKS * WEEK_MS;
  const active = await querySql<{ id: string; all: number }>(getPool(), LIST_ACTIVE, [
    new Date(since),
    new Date(now),
    wanted.eventTypes,
    MOST_FLOW_LEADS,
  ]);
  const counter = new FlowCounter(rubric, since, now);
  const ids = active.map(({ id }) => id);
  for (let start = 0; start < ids.length; start += PAGE_SIZE) {
    await countPage(wanted, ids.slice(start, start + PAGE_SIZE), counter);
  }
  const all = active[0]?.all ?? 0;
  return { ...counter.finish(), sampled: ids.length, active: all };
}
