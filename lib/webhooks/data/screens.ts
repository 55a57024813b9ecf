import { z } from 'zod';
import type { DeliveryState, EndpointKind } from '@/lib/generated/prisma/enums';
import { getDb, getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';

/** An endpoint as lists show it; without its secrets. */
export interface EndpointRow {
  id: string;
  kind: EndpointKind;
  name: string;
  url: string;
  eventTypes: string[];
  filters: unknown;
  includeBulk: boolean;
  recipientIds: string[];
  active: boolean;
  disabledAt: Date | null;
  disabledReason: string | null;
  failingSince: Date | null;
  oldSecretUntil: Date | null;
  /** The newest delivery: when it was made, and what became of it. */
  lastAt: Date | null;
  lastState: DeliveryState | null;
  lastError: string | null;
}

const ENDPOINT = `
  SELECT e."id", e."kind"::text, e."name", e."url", e."eventTypes", e."filters", e."includeBulk", coalesce(e."recipientIds", '{}') AS "recipientIds",
    e."active", e."disabledAt", e."disabledReason", e."failingSince", e."oldSecretUntil", d."createdAt" AS "lastAt",
    d."state"::text AS "lastState", d."error" AS "lastError"
  FROM "WebhookEndpoint" e LEFT JOIN LATERAL (
    SELECT "createdAt", "state", "error" FROM "Delivery" WHERE "endpointId" = e."id"
    ORDER BY "createdAt" DESC LIMIT 1) d ON true`;

/** Endpoints of some kinds, by name. */
export function listEndpoints(kinds: readonly EndpointKind[]): Promise<EndpointRow[]> {
  return querySql<EndpointRow>(
    getPool(),
    `${ENDPOINT} WHERE e."kind" = ANY($1::"EndpointKind"[]) ORDER BY lower(e."name"), e."id"`,
    [kinds],
  );
}

/** One endpoint; null when there is none. */
export async function findEndpoint(id: string): Promise<EndpointRow | null> {
  const [row] = await querySql<EndpointRow>(getPool(), `${ENDPOINT} WHERE e."id" = $1::uuid`, [id]);
  return row ?? null;
}

/** How many deliveries of an endpoint stand how. */
export async function countDeliveries(endpointId: string): Promise<Record<DeliveryState, number>> {
  const rows = await querySql<{ state: DeliveryState; count: number }>(
    getPool(),
    `SELECT "state"::text, count(*)::int AS "count" FROM "Delivery" WHERE "endpointId" = $1::uuid GROUP BY "state"`,
    [endpointId],
  );
  const counts = { pending: 0, sent: 0, failed: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** A delivery as the log lists it. */
export interface DeliveryRow {
  id: string;
  eventType: string;
  leadId: string | null;
  leadName: string | null;
  state: DeliveryState;
  attempts: number;
  responseStatus: number | null;
  error: string | null;
  createdAt: Date;
  nextAttemptAt: Date | null;
}

/** A page of an endpoint's deliveries, newest first. */
export function listDeliveries(
  endpointId: string,
  { states, before, limit }: { states: readonly DeliveryState[]; before?: string | undefined; limit: number },
): Promise<DeliveryRow[]> {
  return querySql<DeliveryRow>(
    getPool(),
    `SELECT d."id", d."eventType", d."leadId", coalesce(l."name", l."email", l."externalId") AS "leadName",
       d."state"::text, d."attempts", d."responseStatus", d."error", d."createdAt", d."nextAttemptAt"
     FROM "Delivery" d LEFT JOIN "Lead" l ON l."id" = d."leadId"
     WHERE d."endpointId" = $1::uuid AND (cardinality($2::text[]) = 0 OR d."state"::text = ANY($2::text[]))
       AND ($3::uuid IS NULL OR (d."createdAt", d."id") <
         (SELECT b."createdAt", b."id" FROM "Delivery" b WHERE b."id" = $3::uuid))
     ORDER BY d."createdAt" DESC, d."id" DESC LIMIT $4`,
    [endpointId, states, before ?? null, limit],
  );
}

const headersSchema = z.record(z.string(), z.string()).catch({});

/** A delivery with what was sent and every try; null when the endpoint has none of that id. */
export async function findDelivery(endpointId: string, id: string) {
  const row = await getDb().delivery.findFirst({
    where: { id, endpointId },
    include: { log: { orderBy: { number: 'desc' } } },
  });
  if (!row) return null;
  const { log, messageId, eventType, body, state, error, nextAttemptAt, createdAt } = row;
  return {
    id,
    messageId,
    eventType,
    body,
    state,
    error,
    nextAttemptAt,
    createdAt,
    log: log.map(({ number, at, durationMs, status, error: fault, requestHeaders, response }) => {
      const headers = Object.entries(headersSchema.parse(requestHeaders));
      return { number, at, durationMs, status, error: fault, headers, response };
    }),
  };
}

export type DeliveryDetail = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;
