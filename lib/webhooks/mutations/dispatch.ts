import type { PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { NEW_A } from '@/lib/outbox/constants';
import type { Tier } from '@/lib/scoring/types';
import { inTransaction, querySql } from '@/lib/server/sql';
import { CALM_MS, DISPATCH_BATCH, FALL_POINTS } from '../constants';
import { loadBatch, type EventBatch } from '../data/batch';
import { listActiveEndpoints, type SendingEndpoint } from '../data/endpoints';
import { readBaseUrl } from '../data/settings';
import type { OutboxRow } from '../outbox-row';
import { compileFilters, filtersSchema } from '../read-filters';
import { tellEvents, type Told } from '../tell-events';

/** One dispatcher at a time: so a lead that flaps is announced once, and messages come about in order. */
const LOCK = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text AS "locked"';
const LOCK_NAME = 'dispatch-outbox';

const TAKE = `
  WITH taken AS (
    DELETE FROM "OutboxEvent" WHERE "id" IN (SELECT "id" FROM "OutboxEvent" ORDER BY "id" LIMIT $1)
    RETURNING "id", "types", "at", "leadId", "scoreChangeId", "data")
  SELECT * FROM taken ORDER BY "id"`;

const INSERT_DELIVERIES = `
  INSERT INTO "Delivery" ("id", "endpointId", "messageId", "eventType", "leadId", "body", "nextAttemptAt", "createdAt")
  SELECT r."id", r."endpointId", r."messageId", r."eventType", r."leadId", r."body", $2::timestamptz, $2::timestamptz
  FROM jsonb_to_recordset($1::jsonb) AS r("id" uuid, "endpointId" uuid, "messageId" uuid, "eventType" text,
    "leadId" uuid, "body" text)`;

/** A message that is to be brought to an endpoint. */
export interface NewDelivery {
  endpointId: string;
  messageId: string;
  eventType: string;
  leadId: string | null;
  body: string;
}

/** Writes deliveries that are due at once. */
export async function insertDeliveries(
  client: PoolClient,
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<void> {
  if (deliveries.length === 0) return;
  const rows = deliveries.map((delivery) => ({ id: uuidv7(), ...delivery }));
  await querySql(client, INSERT_DELIVERIES, [JSON.stringify(rows), now.toISOString()]);
}

/** Takes hold of the outbox for the rest of a transaction. */
export async function lockOutbox(client: PoolClient): Promise<void> {
  await querySql(client, LOCK, [LOCK_NAME]);
}

interface Listener {
  endpoint: SendingEndpoint;
  passes: (told: Told) => boolean;
}

function toListener(endpoint: SendingEndpoint, batch: EventBatch): Listener {
  const filters = filtersSchema.safeParse(endpoint.filters).data;
  const matches = filters && compileFilters(filters, batch.live?.compiled.lists);
  return {
    endpoint,
    passes: (told) => {
      if (!endpoint.eventTypes.includes(told.type)) return false;
      if (told.bulk && !endpoint.includeBulk) return false;
      if (told.type === 'rubric.published') return true;
      return matches !== undefined && matches(told.filtered, told.at.getTime());
    },
  };
}

function listDeliveries(listeners: readonly Listener[], told: readonly Told[]): NewDelivery[] {
  return told.flatMap((one) =>
    one.message === null
      ? []
      : listeners
          .filter(({ passes }) => passes(one))
          .map(({ endpoint }) => ({
            endpointId: endpoint.id,
            messageId: one.messageId,
            eventType: one.type,
            leadId: one.leadId,
            body: JSON.stringify(one.message),
          })),
  );
}

/**
 * Of announcements that are asked for, those that are calm: the channel was never told of the lead, or a week ago, or
 * the lead has since fallen well below the tier it comes back into; noted at once. $4–$7: routed tiers and what they ask.
 */
const ANNOUNCE = `
  INSERT INTO "Announcement" ("endpointId", "leadId", "at")
  SELECT q."endpointId", q."leadId", q."at"
  FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::int[], $5::int[], $6::int[])
    AS q("endpointId", "leadId", "at", "score", "fit", "intent")
  LEFT JOIN "Announcement" a ON a."endpointId" = q."endpointId" AND a."leadId" = q."leadId"
  WHERE a."at" IS NULL OR q."at" >= a."at" + $7::float8 * interval '1 millisecond' OR EXISTS (
    SELECT FROM "ScoreChange" h WHERE h."leadId" = q."leadId" AND h."at" > a."at" AND h."at" < q."at"
      AND (h."score" <= q."score" OR h."fit" <= q."fit" OR h."intent" <= q."intent"))
  ON CONFLICT ("endpointId", "leadId") DO UPDATE SET "at" = EXCLUDED."at"
  RETURNING "endpointId", "leadId"`;

const INSERT_NOTICES = `
  INSERT INTO "Notice" ("id", "endpointId", "leadId", "at", "data")
  SELECT uuidv7(), r."endpointId", r."leadId", r."at", r."data"
  FROM jsonb_to_recordset($1::jsonb) AS r("endpointId" uuid, "leadId" uuid, "at" timestamptz, "data" jsonb)`;

interface AskedNotice {
  endpointId: string;
  leadId: string;
  told: Told;
}

/** What is asked of a lead in a tier, less the points that it has to have fallen below; −1 where nothing is asked. */
function fallen(tiers: readonly Tier[], name: string | undefined) {
  const tier = tiers.find((one) => one.name === name);
  const below = (minimum = 0) => (minimum > 0 ? minimum - FALL_POINTS : -1);
  return { score: below(tier?.minScore), fit: below(tier?.minFit), intent: below(tier?.minIntent) };
}

async function writeNotices(
  client: PoolClient,
  listeners: readonly Listener[],
  told: readonly Told[],
  tiers: readonly Tier[],
): Promise<void> {
  const asked = new Map<string, AskedNotice>();
  for (const one of told) {
    if (one.type !== NEW_A || one.leadId === null) continue;
    for (const { endpoint, passes } of listeners) {
      const key = `${endpoint.id} ${one.leadId}`;
      // Within one set the first counts: the others are the lead flapping.
      if (passes(one) && !asked.has(key))
        asked.set(key, { endpointId: endpoint.id, leadId: one.leadId, told: one });
    }
  }
  if (asked.size === 0) return;
  const notices = [...asked.values()];
  const limits = notices.map(({ told: one }) => fallen(tiers, one.filtered?.tier ?? undefined));
  const calm = await querySql<{ endpointId: string; leadId: string }>(client, ANNOUNCE, [
    notices.map(({ endpointId }) => endpointId),
    notices.map(({ leadId }) => leadId),
    notices.map(({ told: one }) => one.at.toISOString()),
    limits.map(({ score }) => score),
    limits.map(({ fit }) => fit),
    limits.map(({ intent }) => intent),
    CALM_MS,
  ]);
  const rows = calm.flatMap(({ endpointId, leadId }) => {
    const notice = asked.get(`${endpointId} ${leadId}`);
    return notice ? [{ endpointId, leadId, at: notice.told.at, data: notice.told.facts }] : [];
  });
  await querySql(client, INSERT_NOTICES, [JSON.stringify(rows)]);
}

/**
 * Takes a set of events out of the outbox and writes, in the same transaction, what is to be sent of them and to whom.
 *
 * @returns how many events there were; fewer than a full set means that the outbox is empty.
 */
export async function dispatchOutbox(now: Date): Promise<number> {
  return inTransaction(async (client) => {
    await lockOutbox(client);
    const rows = await querySql<OutboxRow>(client, TAKE, [DISPATCH_BATCH]);
    if (rows.length === 0) return 0;
    const endpoints = await listActiveEndpoints(client);
    if (endpoints.length === 0) return rows.length;
    const batch = await loadBatch(client, rows);
    const told = tellEvents(batch, readBaseUrl());
    const listeners = endpoints.map((endpoint) => toListener(endpoint, batch));
    await insertDeliveries(client, listDeliveries(listeners, told), now);
    await writeNotices(client, listeners, told, batch.live?.compiled.rubric.tiers ?? []);
    return rows.length;
  });
}
