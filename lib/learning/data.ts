import type { LiveRubric } from '@/lib/rubrics/data';
import { toMilliseconds } from '@/lib/scoring/instants';
import { loadFacts } from '@/lib/scores/data';
import { rewindLead } from '@/lib/scores/rewind-values';
import { createScorer } from '@/lib/scores/score-facts';
import { getPool } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { readSetting } from '@/lib/settings/data';
import { MOST_DEALS, PREDICTION_SETTING } from './constants';
import type { DealLead } from './read-deals';
import { learningResultSchema, predictionSettingSchema, type LearningResult } from './schema';

/** A closed deal whose lead was engaged: what became of the lead, and when that began. */
export interface ClosedLead {
  leadId: string;
  /** Milliseconds since 1970 UTC. */
  engagedAt: number;
  won: boolean;
}

const CLOSED = `d."outcome" IN ('won', 'lost') AND d."engagedAt" IS NOT NULL`;

/** How many leads were won and how many lost, by the deal of each that closed first. */
export async function countClosedLeads(): Promise<{ won: number; lost: number }> {
  const [row] = await querySql<{ won: number; lost: number }>(
    getPool(),
    `SELECT (count(*) FILTER (WHERE "outcome" = 'won'))::int AS "won", (count(*) FILTER (WHERE "outcome" = 'lost'))::int AS "lost"
     FROM (SELECT DISTINCT ON (d."leadId") d."outcome" FROM "Deal" d
       JOIN "Lead" l ON l."id" = d."leadId" AND l."mergedIntoId" IS NULL
       WHERE ${CLOSED} ORDER BY d."leadId", d."closedAt", d."id") first`,
  );
  return row ?? { won: 0, lost: 0 };
}

/** The leads with a closed deal, the newest engaged of them, each with the outcome that came first. */
export async function listClosedLeads(): Promise<ClosedLead[]> {
  return querySql<ClosedLead>(
    getPool(),
    `SELECT "leadId", (extract(epoch FROM "engagedAt") * 1000)::float8 AS "engagedAt", "outcome" = 'won' AS "won"
     FROM (SELECT DISTINCT ON (d."leadId") d."leadId", d."engagedAt", d."outcome" FROM "Deal" d
       JOIN "Lead" l ON l."id" = d."leadId" AND l."mergedIntoId" IS NULL
       WHERE ${CLOSED} ORDER BY d."leadId", d."closedAt", d."id") first
     ORDER BY "engagedAt" DESC, "leadId" LIMIT $1::int`,
    [MOST_DEALS],
  );
}

/** What was known of some leads when they were first engaged, and what the live rubric gives them as of then. */
export async function loadDealLeads(live: LiveRubric, closed: readonly ClosedLead[]): Promise<DealLead[]> {
  const byLead = new Map(closed.map((one) => [one.leadId, one]));
  // Events of every type are looked at, not those alone that the rubric counts.
  const everything = { ...live, eventTypes: null };
  const facts = await loadFacts(getPool(), everything, [...byLead.keys()], { past: true });
  const scorer = createScorer(live.compiled, facts);
  return facts.leads.flatMap((known): DealLead[] => {
    const { lead, events } = known;
    const one = byLead.get(lead.id);
    if (!one) return [];
    const { engagedAt, won } = one;
    const companyChanges = lead.company ? (facts.pastValues.get(lead.company.id) ?? []) : [];
    return [
      {
        lead: rewindLead(lead, facts.pastValues.get(lead.id) ?? [], companyChanges, engagedAt),
        events: events.filter(({ at }) => toMilliseconds(at) <= engagedAt),
        engagedAt,
        won,
        liveScore: scorer.score(known, engagedAt).score,
      },
    ];
  });
}

export type LearningState = 'waiting' | 'running' | 'done' | 'failed';

/** A run of learning, as it is shown. */
export interface LearningRunEntry {
  id: string;
  state: LearningState;
  done: number;
  total: number;
  /** Fields kept by hand. */
  keep: string[];
  error: string | null;
  startedBy: string | null;
  createdAt: number;
  finishedAt: number | null;
  result: LearningResult | null;
}

type RunRow = Omit<LearningRunEntry, 'result'> & { result: unknown };

const RUN = `r."id", r."state"::text, r."done", r."total", r."keep", r."error", u."name" AS "startedBy",
  (extract(epoch FROM r."createdAt") * 1000)::float8 AS "createdAt",
  (extract(epoch FROM r."finishedAt") * 1000)::float8 AS "finishedAt", r."result"
  FROM "LearningRun" r LEFT JOIN "User" u ON u."id" = r."userId"`;

function toEntry({ result, ...row }: RunRow): LearningRunEntry {
  // What an earlier release stored and this one cannot read is learned again with one click.
  const parsed = result === null ? null : learningResultSchema.safeParse(result);
  return { ...row, result: parsed?.success ? parsed.data : null };
}

/** The latest run; null when there was none. */
export async function findLatestRun(): Promise<LearningRunEntry | null> {
  const [row] = await querySql<RunRow>(
    getPool(),
    `SELECT ${RUN} ORDER BY r."createdAt" DESC, r."id" DESC LIMIT 1`,
  );
  return row ? toEntry(row) : null;
}

/** One run; null when there is none of that id. */
export async function findRun(id: string): Promise<LearningRunEntry | null> {
  const [row] = await querySql<RunRow>(getPool(), `SELECT ${RUN} WHERE r."id" = $1::uuid`, [id]);
  return row ? toEntry(row) : null;
}

/** The id of the run whose rubric gives the predictive score, and since when; null while none does. */
export async function findPredictingRun(
  client: SqlClient = getPool(),
): Promise<{ runId: string; since: number } | null> {
  const { value, savedAt } = await readSetting(client, PREDICTION_SETTING);
  const runId = predictionSettingSchema.safeParse(value).data?.runId ?? null;
  return runId !== null && savedAt ? { runId, since: savedAt.getTime() } : null;
}

/** A finished run with its result, which never changes. */
export type FinishedRun = LearningRunEntry & { result: LearningResult };

let kept: FinishedRun | undefined;

/** The run whose rubric gives the predictive score, with its result; null while none does. A process reads a run once. */
export async function loadPredictingRun(): Promise<FinishedRun | null> {
  const predicting = await findPredictingRun();
  if (!predicting) return null;
  if (kept?.id === predicting.runId) return kept;
  const run = await findRun(predicting.runId);
  if (!run?.result) return null;
  kept = { ...run, result: run.result };
  return kept;
}
