import { z } from 'zod';
import { toLeadInput } from '@/lib/leads/to-lead-input';
import { switchedOffSchema } from '@/lib/rubrics/schema';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { readMoved } from '@/lib/scores/read-moved';
import type { MessageCompany, MessageLead, MessageScore, NamedPerson } from '../types';

interface LeadRow extends Omit<MessageLead, 'company' | 'input'> {
  createdAt: number;
  attributes: Record<string, unknown>;
  company: (MessageCompany & { attributes: Record<string, unknown> }) | null;
}

function toMessageCompany({ id, name, domain, source, externalId }: MessageCompany): MessageCompany {
  return { id, name, domain, source, externalId };
}

/** Leads with who they are, by id; merged and erased ones are missing. */
export async function loadMessageLeads(
  client: SqlClient,
  leadIds: readonly string[],
): Promise<Map<string, MessageLead>> {
  if (leadIds.length === 0) return new Map();
  const rows = await querySql<LeadRow>(
    client,
    `SELECT l."id", coalesce(l."name", l."email", l."externalId", '') AS "name", l."email",
       l."attributes"->>'title' AS "title", l."state"::text, l."source", l."externalId", l."importId",
       (extract(epoch FROM l."createdAt") * 1000)::float8 AS "createdAt", l."attributes",
       CASE WHEN u."id" IS NOT NULL
         THEN jsonb_build_object('id', u."id", 'name', u."name", 'email', u."email") END AS "owner",
       CASE WHEN c."id" IS NOT NULL THEN jsonb_build_object('id', c."id", 'name', c."name", 'domain', c."domain",
         'source', c."source", 'externalId', c."externalId", 'attributes', c."attributes") END AS "company"
     FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId" LEFT JOIN "User" u ON u."id" = l."ownerId"
     WHERE l."id" = ANY($1::uuid[]) AND l."mergedIntoId" IS NULL`,
    [leadIds],
  );
  return new Map(
    rows.map(({ createdAt, attributes, company, ...lead }) => {
      const { id, email } = lead;
      const input = toLeadInput({ id, email, createdAt, attributes }, company);
      return [id, { ...lead, company: company && toMessageCompany(company), input }];
    }),
  );
}

/** What a score is asked for: a lead at an instant, or the change that made it. */
export interface ScoreQuestion {
  eventId: string;
  leadId: string;
  at: Date;
  scoreChangeId: string | null;
}

/** The scores that leads had when something happened to them, by event. */
export async function loadMessageScores(
  client: SqlClient,
  questions: readonly ScoreQuestion[],
): Promise<Map<string, MessageScore>> {
  if (questions.length === 0) return new Map();
  const rows = await querySql<MessageScore & { eventId: string }>(
    client,
    `SELECT q."eventId", h."id" AS "scoreChangeId", h."rubricVersionId", v."number" AS "rubricNumber",
       h."cause"::text, h."score", h."fit", h."intent", h."tier", h."quadrant"::text, h."scoreBefore",
       t."tierBefore", t."quadrantBefore"::text, h."contributions", h."moved"
     FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::uuid[])
       AS q("eventId", "leadId", "at", "scoreChangeId")
     CROSS JOIN LATERAL (
       SELECT * FROM "ScoreChange" c WHERE c."leadId" = q."leadId"
         AND (c."id" = q."scoreChangeId" OR (q."scoreChangeId" IS NULL AND c."at" <= q."at"))
       ORDER BY c."at" DESC, c."id" DESC LIMIT 1) h
     CROSS JOIN LATERAL (
       SELECT c."tierBefore", c."quadrantBefore" FROM "ScoreChange" c
       WHERE c."leadId" = q."leadId" AND (c."at", c."id") <= (h."at", h."id")
         AND c."tier" IS DISTINCT FROM c."tierBefore"
       ORDER BY c."at" DESC, c."id" DESC LIMIT 1) t
     JOIN "RubricVersion" v ON v."id" = h."rubricVersionId"`,
    [
      questions.map(({ eventId }) => eventId),
      questions.map(({ leadId }) => leadId),
      questions.map(({ at }) => at.toISOString()),
      questions.map(({ scoreChangeId }) => scoreChangeId),
    ],
  );
  return new Map(rows.map(({ eventId, ...row }) => [eventId, { ...row, moved: readMoved(row.moved) }]));
}

/** People by id. */
export function loadPeople(client: SqlClient, ids: readonly string[]): Promise<Map<string, NamedPerson>> {
  const people = 'SELECT "id", "name", "email" FROM "User" WHERE "id" = ANY($1::uuid[])';
  return loadById<NamedPerson>(client, people, ids);
}

/** Rows that a statement reads by their ids, by id. */
async function loadById<R extends { id: string }>(
  client: SqlClient,
  statement: string,
  ids: readonly string[],
): Promise<Map<string, R>> {
  if (ids.length === 0) return new Map();
  const rows = await querySql<R>(client, statement, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A deal for a message. */
export interface MessageDeal {
  id: string;
  name: string;
  source: string | null;
  externalId: string | null;
  stage: string | null;
  /** Decimal text. */
  amount: string | null;
  currency: string | null;
  lostReason: string | null;
  createdAt: Date;
  closedAt: Date | null;
  /** As the lead was when a rep first engaged it. */
  engagedAt: Date | null;
  fit: number | null;
  intent: number | null;
  score: number | null;
  tier: string | null;
  quadrant: string | null;
  company: MessageCompany | null;
}

const DEALS = `
  SELECT d."id", d."name", d."source", d."externalId", d."stage", d."amount"::text, d."currency"::text,
    d."lostReason", d."createdAt", d."closedAt", d."engagedAt", d."fit", d."intent", d."score", d."tier",
    d."quadrant"::text, CASE WHEN c."id" IS NOT NULL THEN jsonb_build_object('id', c."id", 'name', c."name",
      'domain', c."domain", 'source', c."source", 'externalId', c."externalId") END AS "company"
  FROM "Deal" d LEFT JOIN "Company" c ON c."id" = d."companyId" WHERE d."id" = ANY($1::uuid[])`;

/** Deals by id. */
export function loadMessageDeals(
  client: SqlClient,
  ids: readonly string[],
): Promise<Map<string, MessageDeal>> {
  return loadById<MessageDeal>(client, DEALS, ids);
}

const versionSchema = z.object({
  id: z.string(),
  number: z.int(),
  baseId: z.string().nullable(),
  switchedOff: switchedOffSchema,
  baseSwitchedOff: switchedOffSchema,
});

/** A version of the rubric for a message. */
export type MessageVersion = z.output<typeof versionSchema>;

/** Versions by id, with the one each was edited from, and what both have switched off. */
export async function loadMessageVersions(
  client: SqlClient,
  ids: readonly string[],
): Promise<Map<string, MessageVersion>> {
  const rows = await loadById<Record<keyof MessageVersion, unknown> & { id: string }>(
    client,
    `SELECT v."id", v."number", v."baseId", v."switchedOff", b."switchedOff" AS "baseSwitchedOff"
     FROM "RubricVersion" v LEFT JOIN "RubricVersion" b ON b."id" = v."baseId" WHERE v."id" = ANY($1::uuid[])`,
    ids,
  );
  return new Map([...rows].map(([id, row]) => [id, versionSchema.parse(row)]));
}

const ROUTED = `
  SELECT v."id" AS "versionId", t->>'name' AS "tier" FROM "RubricVersion" v, jsonb_array_elements(v."document"->'tiers') t
  WHERE t->>'action' = 'route'`;

const FIRST_ROUTED = `
  WITH routed AS MATERIALIZED (${ROUTED})
  SELECT h."id" FROM "ScoreChange" h WHERE h."id" = ANY($1::uuid[]) AND NOT EXISTS (
    SELECT FROM "ScoreChange" b JOIN routed r ON r."versionId" = b."rubricVersionId" AND r."tier" = b."tier"
    WHERE b."leadId" = h."leadId" AND (b."at", b."id") < (h."at", h."id"))`;

/** Of changes that bring leads into a routed tier, those that do so for the first time. */
export function findFirstRouted(client: SqlClient, scoreChangeIds: readonly string[]): Promise<Set<string>> {
  return pickIds(client, FIRST_ROUTED, scoreChangeIds);
}

const FIRST_QUALIFIED = `
  SELECT a."id" FROM "Activity" a WHERE a."id" = ANY($1::uuid[]) AND NOT EXISTS (
    SELECT FROM "Activity" b WHERE b."leadId" = a."leadId" AND b."type" = 'qualified'
      AND (b."at", b."id") < (a."at", a."id"))`;

/** Of qualifications, given by their entries in the timeline, those that are their lead's first. */
export function findFirstQualified(client: SqlClient, activityIds: readonly string[]): Promise<Set<string>> {
  return pickIds(client, FIRST_QUALIFIED, activityIds);
}

/** Those of a set of ids that a statement picks. */
async function pickIds(client: SqlClient, statement: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await querySql<{ id: string }>(client, statement, [ids]);
  return new Set(rows.map(({ id }) => id));
}
