import type { Tier } from '@/lib/scoring/types';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { NEW_A, SEND_TASK } from './constants';
import type { OutgoingEvent, OutgoingScoreChange } from './types';

/**
 * Writes the events that an endpoint listens for, and the job that sends them, in one statement. Where nobody listens,
 * the set given is not even read. A key per connection: jobs that nobody has begun yet become one, and no transaction
 * waits for another's.
 */
const WRITE = `
  WITH written AS (
    INSERT INTO "OutboxEvent" ("id", "types", "at", "leadId", "scoreChangeId", "data")
    SELECT uuidv7(), r."types", r."at", r."leadId", r."scoreChangeId", r."data"
    FROM jsonb_to_recordset($1::jsonb) AS r("types" text[], "at" timestamptz, "leadId" uuid, "scoreChangeId" uuid,
      "data" jsonb, "bulk" boolean)
    WHERE EXISTS (SELECT FROM "WebhookEndpoint" e WHERE e."active" AND e."eventTypes" && r."types"
      AND (e."includeBulk" OR NOT r."bulk"))
    RETURNING 1)
  SELECT (SELECT count(*)::int FROM written) AS "written",
    (SELECT count(*)::int FROM (SELECT FROM written LIMIT 1) w, LATERAL graphile_worker.add_job(
      '${SEND_TASK}', job_key := '${SEND_TASK}-' || pg_backend_pid())) AS "jobs"`;

const LISTENS =
  'SELECT EXISTS (SELECT FROM "WebhookEndpoint" WHERE "active" AND "eventTypes" && $1::text[]) AS "any"';

interface OutboxRow {
  types: string[];
  at: string;
  leadId: string | null;
  scoreChangeId: string | null;
  data: object;
  /** One of many that a publication changes at once. */
  bulk: boolean;
}

async function write(tx: SqlClient, rows: readonly OutboxRow[]): Promise<void> {
  const types = [...new Set(rows.flatMap((row) => row.types))];
  const [listening] = await querySql<{ any: boolean }>(tx, LISTENS, [types]);
  if (listening?.any) await querySql(tx, WRITE, [JSON.stringify(rows)]);
}

/**
 * Puts what happened into the outbox, in the transaction in which it happens: what is rolled back is told to nobody, and
 * what is committed is told even if the process dies at once. Nothing is written when no endpoint listens.
 */
export async function publishEvents(tx: SqlClient, events: readonly OutgoingEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ type, at, leadId = null, data = {} }) => {
    return { types: [type], at: at.toISOString(), leadId, scoreChangeId: null, data, bulk: false };
  });
  await write(tx, rows);
}

/**
 * Puts those changes of scores that are changes of tier into the outbox, in the transaction that writes them. Whether a
 * lead becomes an MQL by it, and whether a channel is told, is found out when it is sent.
 *
 * @param tiers the tiers of the rubric that scored.
 */
export async function publishScoreChanges(
  tx: SqlClient,
  changes: readonly OutgoingScoreChange[],
  tiers: readonly Tier[],
): Promise<void> {
  const routed = new Set(tiers.flatMap(({ name, action }) => (action === 'route' ? name : [])));
  const rows = changes.flatMap(({ id, leadId, at, cause, tier, tierBefore }): OutboxRow[] => {
    if (tier === tierBefore) return [];
    const enters = routed.has(tier) && (tierBefore === null || !routed.has(tierBefore));
    const types = ['lead.tier_changed', ...(enters ? ['lead.became_mql', NEW_A] : [])];
    return [{ types, at, leadId, scoreChangeId: id, data: {}, bulk: cause === 'rubric' }];
  });
  if (rows.length > 0) await write(tx, rows);
}
