import { ROUTE_TASK, ROUTING_SETTING } from '@/lib/routing/constants';
import type { Tier } from '@/lib/scoring/types';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { planTask, type TaskChange } from './plan-tasks';

/**
 * Writes what the router is to look at and the job that has it look, in one statement. Of what concerns nobody by the
 * settings nothing is written: many leads that a publication moves at once, held ones when none are drawn, nurtured ones
 * when nobody is told; a lead that leaves the routed tiers only while an answer is due. A key per connection: jobs that
 * nobody has begun yet become one, and no transaction waits for another's.
 */
const WRITE = `
  WITH setting AS (
    SELECT coalesce((SELECT "value" FROM "Setting" WHERE "key" = '${ROUTING_SETTING}'), '{}'::jsonb) AS "value"),
  written AS (
    INSERT INTO "RoutingTask" ("id", "leadId", "scoreChangeId")
    SELECT uuidv7(), r."leadId", r."id"
    FROM setting, jsonb_to_recordset($1::jsonb) AS r("id" uuid, "leadId" uuid, "kind" text, "bulk" boolean)
    WHERE CASE r."kind"
      WHEN 'came' THEN NOT r."bulk" OR coalesce((setting."value"->>'bulk')::boolean, false)
      WHEN 'left' THEN EXISTS (SELECT FROM "Lead" l WHERE l."id" = r."leadId" AND l."respondBy" IS NOT NULL)
      WHEN 'rose' THEN NOT r."bulk" AND coalesce((setting."value"->'nurture'->>'active')::boolean, true)
      ELSE NOT r."bulk" AND coalesce((setting."value"->>'samplePercent')::float8, 0) > 0 END
    RETURNING 1)
  SELECT (SELECT count(*)::int FROM (SELECT FROM written LIMIT 1) w, LATERAL graphile_worker.add_job(
    '${ROUTE_TASK}', job_key := '${ROUTE_TASK}-' || pg_backend_pid())) AS "jobs"`;

interface NotedChange extends TaskChange {
  id: string;
  leadId: string;
  cause: string;
}

/**
 * Notes those changes of scores that may concern routing, in the transaction that writes them: what is rolled back is
 * never routed, what is committed is, even if the process dies at once.
 *
 * @param tiers of the rubric that scored.
 */
export async function noteRoutingTasks(
  tx: SqlClient,
  changes: readonly NotedChange[],
  tiers: readonly Tier[],
): Promise<void> {
  const rows = changes.flatMap(({ id, leadId, cause, ...change }) => {
    const kind = planTask(change, tiers);
    return kind === null ? [] : [{ id, leadId, kind, bulk: cause === 'rubric' }];
  });
  if (rows.length > 0) await querySql(tx, WRITE, [JSON.stringify(rows)]);
}
