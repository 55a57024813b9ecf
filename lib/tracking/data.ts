import { MOST_NAMED, STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import { TYPES_IN_USE } from '@/lib/events/types-in-use';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { REJECTED_DAYS } from './constants';
import type { RejectedKey, RejectedRow, SourceRow, UnknownName } from './types';

/** Every source, active ones first, by name. */
export async function listSources(now: Date): Promise<SourceRow[]> {
  const since = new Date(now.getTime() - REJECTED_DAYS * 86_400_000);
  return querySql<SourceRow>(
    getPool(),
    `SELECT s."id", s."name", s."writeKey", s."origins", s."active", s."createdAt", u."name" AS "createdBy",
       s."lastEventAt", (SELECT count(*)::int FROM "RejectedEvent" r
         WHERE r."sourceId" = s."id" AND r."receivedAt" >= $1::timestamptz) AS "rejected"
     FROM "Source" s LEFT JOIN "User" u ON u."id" = s."createdById"
     ORDER BY s."active" DESC, s."name"`,
    [since],
  );
}

export interface RejectedQuery {
  /** Only of this source. */
  sourceId?: string;
  /** Only what came before this one, newest first. */
  before?: RejectedKey;
  /** Only what came after this one; of those the oldest, still newest first. */
  after?: RejectedKey;
  limit: number;
}

const REJECTED = `
  SELECT r."id", r."receivedAt", r."sourceId", s."name" AS "sourceName", r."messageType", r."eventName", r."reason",
    r."path", r."payload"
  FROM "RejectedEvent" r JOIN "Source" s ON s."id" = r."sourceId"
  WHERE ($1::uuid IS NULL OR r."sourceId" = $1)`;

const OLDER = `${REJECTED} AND ($2::timestamptz IS NULL OR (r."receivedAt", r."id") < ($2, $3::uuid))
  ORDER BY r."receivedAt" DESC, r."id" DESC LIMIT $4`;

const NEWER = `${REJECTED} AND (r."receivedAt", r."id") > ($2::timestamptz, $3::uuid)
  ORDER BY r."receivedAt", r."id" LIMIT $4`;

/** A page of the rejected events, newest first, by keyset. */
export async function listRejectedEvents({
  sourceId,
  before,
  after,
  limit,
}: RejectedQuery): Promise<RejectedRow[]> {
  const key = after ?? before;
  const rows = await querySql<RejectedRow>(getPool(), after ? NEWER : OLDER, [
    sourceId ?? null,
    key?.receivedAt ?? null,
    key?.id ?? null,
    limit,
  ]);
  return after ? rows.reverse() : rows;
}

const UNKNOWN_NAMES = `
  WITH RECURSIVE ${TYPES_IN_USE}
  SELECT coalesce(e."name", t."label", used."type") AS "name", used."type", count(*)::int AS "events",
    max(e."at") AS "lastSeenAt"
  FROM used LEFT JOIN "EventType" t ON t."key" = used."type"
  CROSS JOIN LATERAL (
    SELECT n."name", n."at" FROM "Event" n WHERE n."type" = used."type" ORDER BY n."at" DESC LIMIT $2) e
  WHERE used."type" <> ALL($1::text[]) AND NOT coalesce(t."standard", false)
    AND NOT EXISTS (SELECT FROM unnest(t."aliases") AS alias WHERE lower(alias) = lower(e."name"))
  GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT $3`;

/**
 * Names under which events came that are neither a standard type's nor mapped to one, the most frequent first. Of each
 * type the newest `MOST_NAMED` events are looked at.
 */
export async function listUnknownEventNames(limit = 500): Promise<UnknownName[]> {
  const standard = STANDARD_EVENT_TYPES.map(({ key }) => key);
  return querySql<UnknownName>(getPool(), UNKNOWN_NAMES, [standard, MOST_NAMED, limit]);
}

/** The properties of the newest event of each type. */
export async function listSampleProperties(types: readonly string[]): Promise<Map<string, unknown>> {
  const rows = await querySql<{ type: string; properties: unknown }>(
    getPool(),
    `SELECT t."type", e."properties" FROM unnest($1::text[]) AS t("type")
     CROSS JOIN LATERAL (
       SELECT "properties" FROM "Event" WHERE "type" = t."type" ORDER BY "at" DESC LIMIT 1) e`,
    [[...new Set(types)]],
  );
  return new Map(rows.map(({ type, properties }) => [type, properties]));
}
