import type { CompanyRow } from '@/lib/companies/to-company-input';
import { toEventInput, type EventRow } from '@/lib/events/to-event-input';
import { toLeadInput, type LeadRow } from '@/lib/leads/to-lead-input';
import { findLiveRubric, type UsableRubric } from '@/lib/rubrics/data';
import type { Labels } from '@/lib/scoring/describe';
import type { Axis, EventInput, ScoreOutput } from '@/lib/scoring/types';
import { getPool } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { createScorer } from './score-facts';
import { STORED_SCORE } from './statements';
import { STANDARD_EVENT_LABELS, STANDARD_FIELD_LABELS } from './standard-labels';
import type { Facts, PastValue, RescoreProgress, RuleNames, ScoreChangeEntry, StoredScore } from './types';

/** An instant column as milliseconds, which is what the engine reckons in. */
const milliseconds = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const EVENT = `e."id", e."leadId", e."companyId", e."type", ${milliseconds('e."at"')} AS "at", e."properties"`;

type LeadWithCompany = LeadRow & { company: CompanyRow | null };

function loadLeads(client: SqlClient, leadIds: readonly string[]): Promise<LeadWithCompany[]> {
  return querySql<LeadWithCompany>(
    client,
    `SELECT l."id", l."email", ${milliseconds('l."createdAt"')} AS "createdAt", l."attributes",
       CASE WHEN c."id" IS NOT NULL THEN jsonb_build_object(
         'id', c."id", 'name', c."name", 'domain', c."domain", 'attributes', c."attributes") END AS "company"
     FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId"
     WHERE l."id" = ANY($1::uuid[]) AND l."mergedIntoId" IS NULL`,
    [leadIds],
  );
}

function loadEvents(
  client: SqlClient,
  leadIds: readonly string[],
  types: readonly string[] | null,
): Promise<EventRow[]> {
  return querySql<EventRow>(
    client,
    `SELECT ${EVENT} FROM "Event" e WHERE e."leadId" = ANY($1::uuid[]) AND e."filteredAs" IS NULL
       AND ($2::text[] IS NULL OR e."type" = ANY($2))`,
    [leadIds, types],
  );
}

/** Events of the companies' other leads and the companies' signals, each with the company it counts for. */
function loadColleaguesEvents(
  client: SqlClient,
  companyIds: readonly string[],
  leadIds: readonly string[],
  types: readonly string[] | null,
): Promise<(EventRow & { countsFor: string })[]> {
  return querySql<EventRow & { countsFor: string }>(
    client,
    `SELECT l."companyId" AS "countsFor", ${EVENT}
     FROM "Lead" l JOIN "Event" e ON e."leadId" = l."id"
     WHERE l."companyId" = ANY($1::uuid[]) AND l."mergedIntoId" IS NULL AND l."id" <> ALL($2::uuid[])
       AND e."filteredAs" IS NULL AND ($3::text[] IS NULL OR e."type" = ANY($3))
     UNION ALL
     SELECT e."companyId", ${EVENT} FROM "Event" e
     WHERE e."companyId" = ANY($1::uuid[]) AND e."leadId" IS NULL
       AND e."filteredAs" IS NULL AND ($3::text[] IS NULL OR e."type" = ANY($3))`,
    [companyIds, leadIds, types],
  );
}

function loadPastValues(
  client: SqlClient,
  leadIds: readonly string[],
  companyIds: readonly string[],
): Promise<(PastValue & { of: string })[]> {
  return querySql<PastValue & { of: string }>(
    client,
    `SELECT * FROM (
       SELECT a."leadId" AS "of", a."key", a."before", ${milliseconds('a."at"')} AS "at", a."id"
       FROM "AttributeChange" a WHERE a."leadId" = ANY($1::uuid[])
       UNION ALL
       SELECT a."companyId", a."key", a."before", ${milliseconds('a."at"')}, a."id"
       FROM "AttributeChange" a WHERE a."companyId" = ANY($2::uuid[])
     ) past ORDER BY "at", "id"`,
    [leadIds, companyIds],
  );
}

function pushTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Splits a set of leads' events by lead and, for those of a company, by company. */
function sortEvents(
  leads: readonly LeadWithCompany[],
  own: readonly EventRow[],
  colleagues: readonly (EventRow & { countsFor: string })[],
) {
  const companyOf = new Map(leads.map(({ id, company }) => [id, company?.id]));
  const byLead = new Map<string, EventInput[]>();
  const byCompany = new Map<string, EventInput[]>();
  for (const row of own) {
    const event = toEventInput(row);
    const leadId = row.leadId ?? '';
    pushTo(byLead, leadId, event);
    const companyId = companyOf.get(leadId);
    if (companyId) pushTo(byCompany, companyId, event);
  }
  for (const { countsFor, ...row } of colleagues) pushTo(byCompany, countsFor, toEventInput(row));
  return { byLead, byCompany };
}

/**
 * Reads what a set of leads is scored from, in a handful of statements however many they are: the leads and their
 * companies as they are now, and their events, those still to come included and those filtered out not. An event counts
 * from when it happened, not from when it reached us: one that came late gives what it would have given in time.
 * Leads that were merged into others are left out.
 *
 * @param past also reads the values that changed, so that the leads can be scored as of an instant gone by.
 */
export async function loadFacts(
  client: SqlClient,
  rubric: Pick<UsableRubric, 'eventTypes' | 'companyEventTypes'>,
  leadIds: readonly string[],
  { past = false }: { past?: boolean } = {},
): Promise<Facts> {
  const leads = await loadLeads(client, leadIds);
  const companyIds = [...new Set(leads.flatMap(({ company }) => (company ? [company.id] : [])))];
  const { eventTypes, companyEventTypes } = rubric;
  const countsColleagues = companyIds.length > 0 && companyEventTypes?.length !== 0;
  const own = await loadEvents(client, leadIds, eventTypes);
  const colleagues = countsColleagues
    ? await loadColleaguesEvents(client, companyIds, leadIds, companyEventTypes)
    : [];
  const { byLead, byCompany } = sortEvents(leads, own, colleagues);
  const pastValues = new Map<string, PastValue[]>();
  for (const { of, ...value } of past ? await loadPastValues(client, leadIds, companyIds) : []) {
    pushTo(pastValues, of, value);
  }
  return {
    leads: leads.map(({ company, ...lead }) => ({
      lead: toLeadInput(lead, company),
      events: byLead.get(lead.id) ?? [],
    })),
    companyEvents: byCompany,
    pastValues,
  };
}

/** The scores that are stored of leads, by lead. */
export async function loadStoredScores(
  client: SqlClient,
  leadIds: readonly string[],
): Promise<Map<string, StoredScore>> {
  const rows = await querySql<StoredScore>(
    client,
    `SELECT ${STORED_SCORE} FROM "LeadScore" s WHERE s."leadId" = ANY($1::uuid[])`,
    [leadIds],
  );
  return new Map(rows.map((row) => [row.leadId, row]));
}

/** As {@link loadStoredScores}, by the places of rows that the transaction holds. */
export async function loadScoresAt(
  client: SqlClient,
  places: readonly string[],
): Promise<Map<string, StoredScore>> {
  const rows = await querySql<StoredScore>(
    client,
    `SELECT ${STORED_SCORE} FROM "LeadScore" s WHERE s."ctid" = ANY($1::tid[])`,
    [places],
  );
  return new Map(rows.map((row) => [row.leadId, row]));
}

/**
 * A lead's score as of an instant, by the live rubric: with the attribute values of then, and the events that had happened.
 *
 * @returns null when there is no such lead, or no rubric yet.
 */
export async function scoreAsOf(
  leadId: string,
  instant: Date,
  client: SqlClient = getPool(),
): Promise<(ScoreOutput & { rubricVersionId: string }) | null> {
  const rubric = await findLiveRubric(client);
  if (!rubric) return null;
  const facts = await loadFacts(client, rubric, [leadId], { past: true });
  const [lead] = facts.leads;
  if (!lead) return null;
  const score = createScorer(rubric.compiled, facts).score(lead, instant.getTime());
  return { ...score, rubricVersionId: rubric.versionId };
}

/** A lead's history of scores with their causes, newest first. */
export async function listScoreChanges(leadId: string, limit = 200): Promise<ScoreChangeEntry[]> {
  return querySql<ScoreChangeEntry>(
    getPool(),
    `SELECT h."id", h."at", h."cause"::text, v."number" AS "rubricNumber", h."fit", h."intent", h."score", h."tier",
       h."quadrant"::text, h."scoreBefore", h."tierBefore", h."quadrantBefore"::text, h."contributions", h."moved"
     FROM "ScoreChange" h JOIN "RubricVersion" v ON v."id" = h."rubricVersionId"
     WHERE h."leadId" = $1::uuid ORDER BY h."at" DESC, h."id" DESC LIMIT $2`,
    [leadId, limit],
  );
}

const CRITERION_LABELS = (axis: Axis) => `(
  SELECT coalesce(jsonb_object_agg(c->>'id', c->>'label'), '{}')
  FROM jsonb_path_query(v."document", '$.${axis}.groups[*].criteria[*]') c) AS "${axis}"`;

/**
 * What the versions in a lead's history call their criteria, by number. A version also knows the criteria of the others,
 * as a publication moves what both sides counted.
 */
export async function loadRuleNames(leadId: string): Promise<Map<number, RuleNames>> {
  const versions = await querySql<{
    number: number;
    fitWeight: number;
    fit: Record<string, string>;
    intent: Record<string, string>;
  }>(
    getPool(),
    `SELECT v."number", (v."document"->>'fitWeight')::float8 AS "fitWeight",
       ${CRITERION_LABELS('fit')}, ${CRITERION_LABELS('intent')}
     FROM "RubricVersion" v
     WHERE v."id" IN (SELECT h."rubricVersionId" FROM "ScoreChange" h
       WHERE h."leadId" IN (SELECT l."id" FROM "Lead" l WHERE l."id" = $1::uuid OR l."mergedIntoId" = $1::uuid))
     ORDER BY v."number"`,
    [leadId],
  );
  const named = versions.map(({ number, fitWeight, fit, intent }) => {
    const criteria = (['fit', 'intent'] as const).flatMap((axis) =>
      Object.entries(axis === 'fit' ? fit : intent).map(([id, label]) => [id, { label, axis }] as const),
    );
    return { number, fitWeight, criteria };
  });
  const all = named.flatMap(({ criteria }) => criteria);
  return new Map(
    named.map(({ number, fitWeight, criteria }) => [
      number,
      { fitWeight, criteria: new Map([...all, ...criteria]) },
    ]),
  );
}

/** How far a rescoring of everyone has come: leads whose stored score is the live version's, of all. */
export async function readRescoreProgress(): Promise<RescoreProgress> {
  const [row] = await querySql<RescoreProgress>(
    getPool(),
    `SELECT v."number" AS "rubricNumber",
       (SELECT count(*)::int FROM "Lead" l WHERE l."mergedIntoId" IS NULL) AS "total",
       (SELECT count(*)::int FROM "LeadScore" s WHERE s."rubricVersionId" = v."id") AS "done"
     FROM "RubricVersion" v WHERE v."live"`,
  );
  return row ?? { total: 0, done: 0, rubricNumber: null };
}

/** What fields and event types are called, for explanations in words; the installation's own names before ours. */
export async function loadLabels(client: SqlClient): Promise<Labels> {
  const [row] = await querySql<{ fields: Record<string, string>; eventTypes: Record<string, string> }>(
    client,
    `SELECT
       (SELECT coalesce(jsonb_object_agg(CASE d."entity" WHEN 'company' THEN 'company.' ELSE '' END || d."key",
         d."label"), '{}') FROM "AttributeDefinition" d) AS "fields",
       (SELECT coalesce(jsonb_object_agg(t."key", t."label"), '{}') FROM "EventType" t) AS "eventTypes"`,
  );
  return {
    fields: { ...STANDARD_FIELD_LABELS, ...row?.fields },
    eventTypes: { ...STANDARD_EVENT_LABELS, ...row?.eventTypes },
  };
}

/**
 * Of changes of scores, those that came with many others at once: by a new rubric, or because an import brought the lead,
 * or the latest fact of the kind that caused the change.
 */
export async function findBulkChanges(
  client: SqlClient,
  scoreChangeIds: readonly string[],
): Promise<Set<string>> {
  if (scoreChangeIds.length === 0) return new Set();
  const rows = await querySql<{ id: string }>(
    client,
    `SELECT h."id" FROM "ScoreChange" h JOIN "Lead" l ON l."id" = h."leadId" WHERE h."id" = ANY($1::uuid[]) AND
       CASE h."cause"
         WHEN 'rubric' THEN true
         WHEN 'first' THEN l."importId" IS NOT NULL
         WHEN 'event' THEN (SELECT e."importId" FROM "Event" e WHERE e."leadId" = l."id"
           ORDER BY e."receivedAt" DESC, e."id" DESC LIMIT 1) IS NOT NULL
         WHEN 'attribute' THEN (SELECT a."importId" FROM "AttributeChange" a WHERE a."leadId" = l."id"
           ORDER BY a."id" DESC LIMIT 1) IS NOT NULL
         WHEN 'company' THEN (SELECT f."importId" FROM (
             SELECT e."importId", e."receivedAt" AS "known" FROM "Event" e WHERE e."companyId" = l."companyId"
             UNION ALL SELECT a."importId", a."at" FROM "AttributeChange" a WHERE a."companyId" = l."companyId") f
           ORDER BY f."known" DESC LIMIT 1) IS NOT NULL
         ELSE false END`,
    [scoreChangeIds],
  );
  return new Set(rows.map(({ id }) => id));
}
