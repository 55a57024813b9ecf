import { LOCKS } from '@/lib/rubrics/constants';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { ROUTE_BATCH } from '../constants';

/** A change of a score that is being looked at. */
export interface TakenTask {
  leadId: string;
  scoreChangeId: string;
  tier: string;
  tierBefore: string | null;
  score: number;
  scoreBefore: number | null;
}

/**
 * Takes the longest waiting tasks and holds their leads, with their scores, for the rest of the transaction. What
 * somebody else holds is left for later rather than waited for; tasks of leads that are gone go too. $1: how many.
 */
const TAKE = `
  WITH wanted AS MATERIALIZED (
    SELECT t."id", t."leadId" FROM "RoutingTask" t ORDER BY t."id" LIMIT $1),
  leads AS (
    SELECT l."id" FROM "Lead" l WHERE l."id" IN (SELECT wanted."leadId" FROM wanted)
    ORDER BY l."id" FOR NO KEY UPDATE SKIP LOCKED),
  scores AS (
    SELECT s."leadId" FROM "LeadScore" s WHERE s."leadId" IN (SELECT leads."id" FROM leads)
    FOR SHARE SKIP LOCKED),
  gone AS (
    DELETE FROM "RoutingTask" t USING wanted WHERE t."id" = wanted."id" AND (
      wanted."leadId" IN (SELECT scores."leadId" FROM scores)
      OR NOT EXISTS (SELECT FROM "LeadScore" s WHERE s."leadId" = wanted."leadId"))
    RETURNING t."id", t."leadId", t."scoreChangeId")
  SELECT gone."leadId", gone."scoreChangeId", h."tier", h."tierBefore", h."score"::int, h."scoreBefore"::int
  FROM gone JOIN "ScoreChange" h ON h."id" = gone."scoreChangeId" ORDER BY gone."id"`;

/** Makes this the only transaction that routes, until its end: so everyone's load is known to whoever gives leads. */
export async function holdRouting(tx: SqlClient): Promise<void> {
  await querySql(tx, 'SELECT pg_advisory_xact_lock($1::bigint)::text AS "locked"', [LOCKS.routing]);
}

/** Takes a set of tasks. */
export async function takeTasks(tx: SqlClient): Promise<TakenTask[]> {
  await holdRouting(tx);
  return querySql<TakenTask>(tx, TAKE, [ROUTE_BATCH]);
}

/** Whether tasks are left: those of leads that others held. */
export async function hasTasks(client: SqlClient): Promise<boolean> {
  const [row] = await querySql<{ any: boolean }>(
    client,
    'SELECT EXISTS (SELECT FROM "RoutingTask") AS "any"',
  );
  return row?.any ?? false;
}
