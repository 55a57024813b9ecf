import { toCompanyInput, type CompanyRow } from '@/lib/companies/to-company-input';
import { toLeadInput, type LeadRow } from '@/lib/leads/to-lead-input';
import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import type { CompanyInput } from '@/lib/scoring/types';
import { listBlockRanges, readBlocks } from '@/lib/server/blocks';
import { inTransaction, querySql, type SqlClient } from '@/lib/server/sql';
import { listCountedTypes } from '../counted-types';
import { EventKinds, type PlacedIntent } from '../event-kinds';
import { EventSink } from '../event-sink';
import type { GatheredFacts } from '../gathered-facts';
import { IdTable, shareInts } from '../id-table';
import type { PackedEvents } from '../types';
import { readOwnedEvents } from '../unpack-events';

/** Rows that are read at once. */
const ROWS_AT_ONCE = 10_000;

const IN_RANGE = (alias: string) => `${alias}."ctid" >= $1::tid AND ${alias}."ctid" < $2::tid`;

const READ_COMPANIES = `
  SELECT c."id", c."name", c."domain", c."attributes" FROM "Company" c WHERE ${IN_RANGE('c')}`;

const READ_IDS = `SELECT l."id" FROM "Lead" l WHERE ${IN_RANGE('l')} AND l."mergedIntoId" IS NULL`;

const READ_LEADS = `
  SELECT l."id", l."email", round(date_part('epoch', l."createdAt") * 1000) AS "createdAt", l."attributes", l."companyId"
  FROM "Lead" l WHERE ${IN_RANGE('l')} AND l."mergedIntoId" IS NULL`;

/** $3: the types that are counted, $4: which of them need properties, $5: whether the others do, $6: whether they count. */
const READ_EVENTS = `
  SELECT string_agg(uuid_send(coalesce(e."leadId", e."companyId")) || timestamptz_send(e."at")
      || int2send((2 * coalesce(t."place", 0) + (e."leadId" IS NULL)::int)::int2), ''::bytea) AS "packed",
    json_agg(e."properties") FILTER (WHERE coalesce(t."needsProperties", $5::boolean)) AS "properties"
  FROM "Event" e LEFT JOIN unnest($3::text[], $4::boolean[]) WITH ORDINALITY AS t("type", "needsProperties", "place")
    ON t."type" = e."type"
  WHERE ${IN_RANGE('e')} AND e."filteredAs" IS NULL AND coalesce(e."leadId", e."companyId") IS NOT NULL
    AND ($6::boolean OR t."place" IS NOT NULL)`;

type LeadOfCompany = LeadRow & { companyId: string | null };
type OwnedEvents = Pick<PackedEvents, 'properties'> & { packed: Uint8Array | null };

async function countRows(client: SqlClient, table: 'Lead' | 'Company'): Promise<number> {
  const [row] = await querySql<{ count: number }>(client, `SELECT count(*)::int FROM "${table}"`);
  return row?.count ?? 0;
}

async function readRows<R extends object>(
  client: SqlClient,
  table: string,
  statement: string,
  look: (row: R) => void,
): Promise<void> {
  const ranges = await listBlockRanges(client, table, ROWS_AT_ONCE);
  await readBlocks<R>(client, ranges, statement, [], (rows) => rows.forEach(look));
}

/** The leads' ids alone: for when the conditions' answers are known. */
async function gatherIds(client: SqlClient): Promise<People> {
  const table = IdTable.create(await countRows(client, 'Lead'));
  let row = 0;
  await readRows<{ id: string }>(client, 'Lead', READ_IDS, ({ id }) => {
    table.add(id, row);
    row += 1;
  });
  const none = new Float64Array(new SharedArrayBuffer(0));
  return {
    table,
    companies: IdTable.create(0),
    createdAt: none,
    answers: new Uint8Array(new SharedArrayBuffer(0)),
    companyOf: shareInts(row).fill(-1),
  };
}

/** Who there is. */
interface People extends Pick<GatheredFacts, 'createdAt' | 'answers' | 'companyOf'> {
  table: IdTable;
  companies: IdTable;
}

/** The leads with what their conditions answer. */
async function gatherPeople(client: SqlClient, compiled: CompiledRubric): Promise<People> {
  const companies = IdTable.create(await countRows(client, 'Company'));
  const known = new Map<string, CompanyInput>();
  await readRows<CompanyRow>(client, 'Company', READ_COMPANIES, (company) => {
    companies.add(company.id, known.size);
    known.set(company.id, toCompanyInput(company));
  });
  const most = await countRows(client, 'Lead');
  const conditions = compiled.fitCount + compiled.rubric.disqualifiers.length;
  const table = IdTable.create(most);
  const createdAt = new Float64Array(new SharedArrayBuffer(most * Float64Array.BYTES_PER_ELEMENT));
  const answers = new Uint8Array(new SharedArrayBuffer(most * conditions));
  const companyOf = shareInts(most).fill(-1);
  let row = 0;
  await readRows<LeadOfCompany>(client, 'Lead', READ_LEADS, ({ companyId, ...lead }) => {
    table.add(lead.id, row);
    createdAt[row] = lead.createdAt;
    const company = known.get(companyId ?? '') ?? null;
    if (company) companyOf[row] = companies.findText(company.id);
    const held = compiled.leadConditions.evaluate({ ...toLeadInput(lead, null), company }, 0);
    answers.set(held, row * conditions);
    row += 1;
  });
  return { table, companies, createdAt, answers, companyOf: companyOf.subarray(0, row) };
}

/** By company, the rows of its leads. */
function listMembers(
  companyOf: Int32Array,
  companies: number,
): Pick<GatheredFacts, 'memberStarts' | 'members'> {
  const memberStarts = shareInts(companies + 1);
  for (const company of companyOf) {
    if (company >= 0) memberStarts[company + 1] = (memberStarts[company + 1] ?? 0) + 1;
  }
  for (let i = 0; i < companies; i += 1)
    memberStarts[i + 1] = (memberStarts[i + 1] ?? 0) + (memberStarts[i] ?? 0);
  const members = shareInts(memberStarts[companies] ?? 0);
  const next = memberStarts.slice();
  companyOf.forEach((company, row) => {
    if (company < 0) return;
    const place = next[company] ?? 0;
    members[place] = row;
    next[company] = place + 1;
  });
  return { memberStarts, members };
}

async function gatherEvents(client: SqlClient, criteria: readonly PlacedIntent[], people: People) {
  const types = listCountedTypes(criteria.map(({ intent }) => intent));
  const kinds = new EventKinds(criteria);
  const [own, signals] = [new EventSink(), new EventSink()];
  const sortOut = ({ packed, properties }: OwnedEvents) => {
    readOwnedEvents(packed, properties, types, ({ view, owner, isSignal, at, type, properties }) => {
      const row = (isSignal ? people.companies : people.table).findBytes(view, owner);
      const kind = row < 0 ? -1 : kinds.find(type, properties);
      if (kind >= 0) (isSignal ? signals : own).add(row, at, kind);
    });
  };
  const ranges = await listBlockRanges(client, 'Event', ROWS_AT_ONCE);
  const { names, needsProperties, anyNeedsProperties, any } = types;
  const values = [names, needsProperties.map(String), anyNeedsProperties, any];
  await readBlocks<OwnedEvents>(client, ranges, READ_EVENTS, values, (rows) => rows.forEach(sortOut));
  return {
    kinds: kinds.kinds,
    own: own.sortOut(people.companyOf.length),
    signals: signals.sortOut(people.companies.length),
  };
}

/**
 * Reads what everyone is scored from by a rubric, in one snapshot, each table once from its beginning to its end: several
 * times quicker than looking up each lead's, when it is for most of them. For rubrics none of whose conditions turns with
 * time, see `keepsTime`.
 *
 * @param only places of the intent criteria, all of lead scope, whose events are wanted alone; null for all there is.
 */
export function gatherFacts(
  { versionId, compiled }: { versionId: string; compiled: CompiledRubric },
  only: readonly number[] | null,
): Promise<GatheredFacts> {
  return inTransaction(async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const people = only ? await gatherIds(client) : await gatherPeople(client, compiled);
    const criteria = compiled.intent.map((intent, place) => ({ intent, place }));
    const wanted = only ? criteria.filter(({ place }) => only.includes(place)) : criteria;
    const { table, companies, ...columns } = people;
    return {
      versionId,
      only,
      leads: table.columns,
      ...columns,
      ...(await gatherEvents(client, wanted, people)),
      ...listMembers(people.companyOf, companies.length),
    };
  });
}
