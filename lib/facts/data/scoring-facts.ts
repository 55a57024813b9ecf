import type { CompanyRow } from '@/lib/companies/to-company-input';
import { toLeadInput, type LeadRow } from '@/lib/leads/to-lead-input';
import type { CompiledIntent } from '@/lib/scoring/compile-rubric';
import type { TimedEvent } from '@/lib/scoring/match-events';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { listCountedTypes } from '../counted-types';
import type { CountedTypes, PackedEvents, ScoringFacts } from '../types';
import { sortByTime, unpackEvents } from '../unpack-events';

type LeadOfCompany = LeadRow & { companyId: string | null };

const LOAD_LEADS = `
  SELECT l."id", l."email", (extract(epoch FROM l."createdAt") * 1000)::float8 AS "createdAt", l."attributes", l."companyId"
  FROM "Lead" l WHERE l."id" = ANY($1::uuid[]) AND l."mergedIntoId" IS NULL`;

const LOAD_COMPANIES = `
  SELECT c."id", c."name", c."domain", c."attributes" FROM "Company" c WHERE c."id" = ANY($1::uuid[])`;

const PACKED = `
  string_agg(timestamptz_send(e."at") || int2send(coalesce(t."place", 0)::int2), ''::bytea) AS "packed",
  json_agg(e."properties") FILTER (WHERE coalesce(t."needsProperties", $4::boolean)) AS "properties"`;

/** $2: the types that are counted, $3: which of them need properties, $4: whether the others do, $5: whether they count. */
const TYPES = `
  SELECT * FROM unnest($2::text[], $3::boolean[]) WITH ORDINALITY AS t("type", "needsProperties", "place")`;

const LOAD_OWN_EVENTS = `
  WITH t AS (${TYPES})
  SELECT e."leadId", ${PACKED} FROM "Event" e LEFT JOIN t ON t."type" = e."type"
  WHERE e."leadId" = ANY($1::uuid[]) AND e."filteredAs" IS NULL AND ($5::boolean OR t."place" IS NOT NULL)
  GROUP BY e."leadId"`;

/** $1: companies, as where the events' own is meant. */
const LOAD_SIGNALS = `
  WITH t AS (${TYPES})
  SELECT e."companyId", NULL AS "leadId", ${PACKED} FROM "Event" e LEFT JOIN t ON t."type" = e."type"
  WHERE e."companyId" = ANY($1::uuid[]) AND e."leadId" IS NULL AND e."filteredAs" IS NULL
    AND ($5::boolean OR t."place" IS NOT NULL)
  GROUP BY e."companyId"`;

/** The leads of companies ($1) that are not among those ($2) whose events are read anyway. */
const LIST_COLLEAGUES = `
  SELECT l."id", l."companyId" FROM "Lead" l
  WHERE l."companyId" = ANY($1::uuid[]) AND l."mergedIntoId" IS NULL AND l."id" <> ALL($2::uuid[])`;

type OwnEvents = PackedEvents & { leadId: string };

function toValues({ names, needsProperties, any, anyNeedsProperties }: CountedTypes) {
  return [names, needsProperties.map(String), anyNeedsProperties, any];
}

async function loadOwnEvents(
  client: SqlClient,
  leadIds: readonly string[],
  types: CountedTypes,
): Promise<OwnEvents[]> {
  if (leadIds.length === 0) return [];
  return querySql<OwnEvents>(client, LOAD_OWN_EVENTS, [leadIds, ...toValues(types)]);
}

function pushUnpacked(
  events: Map<string, TimedEvent[]>,
  key: string,
  packed: PackedEvents,
  types: CountedTypes,
): void {
  let list = events.get(key);
  if (!list) events.set(key, (list = []));
  unpackEvents(packed, types, list);
}

/** Companies' events: those of their leads in the set, read already, those of the other leads, and signals. */
async function loadCompanyEvents(
  client: SqlClient,
  intent: readonly CompiledIntent[],
  leads: readonly LeadOfCompany[],
  own: readonly OwnEvents[],
  ownTypes: CountedTypes,
): Promise<Map<string, TimedEvent[]>> {
  const events = new Map<string, TimedEvent[]>();
  const types = listCountedTypes(intent.filter(({ scope }) => scope === 'company'));
  const companyOf = new Map(leads.flatMap(({ id, companyId }) => (companyId ? [[id, companyId]] : [])));
  if (companyOf.size === 0 || (types.names.length === 0 && !types.any)) return events;
  const companyIds = [...new Set(companyOf.values())];
  const leadIds = leads.map(({ id }) => id);
  const signals = await querySql<PackedEvents & { companyId: string }>(client, LOAD_SIGNALS, [
    companyIds,
    ...toValues(types),
  ]);
  for (const packed of signals) pushUnpacked(events, packed.companyId, packed, types);
  const pushOf = (packed: OwnEvents, counted: CountedTypes) => {
    const companyId = companyOf.get(packed.leadId);
    if (companyId !== undefined) pushUnpacked(events, companyId, packed, counted);
  };
  for (const packed of own) pushOf(packed, ownTypes);
  // In two steps, as Postgres would otherwise read all events to find those of a few colleagues.
  const colleagues = await querySql<{ id: string; companyId: string }>(client, LIST_COLLEAGUES, [
    companyIds,
    leadIds,
  ]);
  for (const { id, companyId } of colleagues) companyOf.set(id, companyId);
  for (const packed of await loadOwnEvents(
    client,
    colleagues.map(({ id }) => id),
    types,
  ))
    pushOf(packed, types);
  for (const list of events.values()) sortByTime(list);
  return events;
}

/** Each company once, however many of its leads are in the set. */
async function loadCompanies(
  client: SqlClient,
  leads: readonly LeadOfCompany[],
): Promise<Map<string, CompanyRow>> {
  const ids = [...new Set(leads.flatMap(({ companyId }) => companyId ?? []))];
  const rows = ids.length === 0 ? [] : await querySql<CompanyRow>(client, LOAD_COMPANIES, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

function sortOut(own: readonly OwnEvents[], types: CountedTypes): Map<string, TimedEvent[]> {
  const events = new Map<string, TimedEvent[]>();
  for (const packed of own) pushUnpacked(events, packed.leadId, packed, types);
  for (const list of events.values()) sortByTime(list);
  return events;
}

/**
 * Reads what a set of leads is scored from now by some intent criteria, in a handful of statements however many they
 * are. The same facts as `loadFacts` gives with all that explanations need, packed: a lead's events come as one row,
 * which is several times quicker to send and to read than a row each. Leads that were merged into others are left out.
 */
export async function loadScoringFacts(
  client: SqlClient,
  intent: readonly CompiledIntent[],
  leadIds: readonly string[],
): Promise<ScoringFacts> {
  const leads = await querySql<LeadOfCompany>(client, LOAD_LEADS, [leadIds]);
  const companies = await loadCompanies(client, leads);
  const types = listCountedTypes(intent);
  const own = await loadOwnEvents(client, leadIds, types);
  const companyEvents = await loadCompanyEvents(client, intent, leads, own, types);
  return {
    leads: leads.map(({ companyId, ...lead }) => toLeadInput(lead, companies.get(companyId ?? '') ?? null)),
    ownEvents: sortOut(own, types),
    companyEvents,
  };
}

/** The events of leads that some criteria of lead scope count, by lead, oldest first. */
export async function loadEventsFor(
  client: SqlClient,
  intent: readonly CompiledIntent[],
  leadIds: readonly string[],
): Promise<Map<string, TimedEvent[]>> {
  const types = listCountedTypes(intent);
  return sortOut(await loadOwnEvents(client, leadIds, types), types);
}
