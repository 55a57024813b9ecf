import type { PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { findLowest, readCalm } from '@/lib/calm/data';
import { isNews } from '@/lib/calm/is-news';
import { NEW_A } from '@/lib/outbox/constants';
import type { Tier } from '@/lib/scoring/types';
import { inTransaction, querySql } from '@/lib/server/sql';
import { DISPATCH_BATCH } from '../constants';
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

/** When channels were last told of leads, in the order asked for; null for never. $1: channels, $2: leads. */
const LAST_TOLD = `
  SELECT a."at" FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS q("endpointId", "leadId", "place")
  LEFT JOIN "Announcement" a ON a."endpointId" = q."endpointId" AND a."leadId" = q."leadId" ORDER BY q."place"`;

const ANNOUNCE = `
  INSERT INTO "Announcement" ("endpointId", "leadId", "at")
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[])
  ON CONFLICT ("endpointId", "leadId") DO UPDATE SET "at" = EXCLUDED."at"`;

const INSERT_NOTICES = `
  INSERT INTO "Notice" ("id", "endpointId", "leadId", "at", "data")
  SELECT uuidv7(), r."endpointId", r."leadId", r."at", r."data"
  FROM jsonb_to_recordset($1::jsonb) AS r("endpointId" uuid, "leadId" uuid, "at" timestamptz, "data" jsonb)`;

interface AskedNotice {
  endpointId: string;
  leadId: string;
  told: Told;
}

/** Those of asked notices that are news: a lead that flaps is announced again only when the calm asked for is over. */
async function pickNews(
  client: PoolClient,
  asked: readonly AskedNotice[],
  tiers: readonly Tier[],
): Promise<AskedNotice[]> {
  const { calm } = await readCalm(client);
  const last = await querySql<{ at: Date | null }>(client, LAST_TOLD, [
    asked.map(({ endpointId }) => endpointId),
    asked.map(({ leadId }) => leadId),
  ]);
  const lowest = await findLowest(
    client,
    asked.map(({ leadId, told }, place) => ({ leadId, after: last[place]?.at ?? told.at, before: told.at })),
  );
  return asked.filter(({ told }, place) => {
    const tier = tiers.find(({ name }) => name === told.filtered?.tier);
    const fell = lowest[place];
    const lastAt = last[place]?.at?.getTime() ?? null;
    return (
      lastAt === null || !tier || !fell || isNews({ lastAt, at: told.at.getTime(), lowest: fell }, tier, calm)
    );
  });
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
  const news = await pickNews(client, [...asked.values()], tiers);
  await querySql(client, ANNOUNCE, [
    news.map(({ endpointId }) => endpointId),
    news.map(({ leadId }) => leadId),
    news.map(({ told: one }) => one.at.toISOString()),
  ]);
  const rows = news.map(({ endpointId, leadId, told: one }) => {
    return { endpointId, leadId, at: one.at, data: one.facts };
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
