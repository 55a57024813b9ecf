import { Prisma } from '@/lib/generated/prisma/client';
import { getDb } from '@/lib/server/db';
import { writeCursor, type Cursor } from './cursor';
import { LEAD_COUNTRY, LEAD_INDUSTRY, LEAD_SOURCE } from './lead-filter';
import { toOrderBy, toParts, type LeadOrder } from './lead-order';
import { SNOOZED_UNTIL } from './is-asleep';
import { toLeadRow, type StoredLeadRow } from './to-lead-row';
import { joinFactRows } from './list-facts';
import type { Colleague, FactChange, FactRow, LeadDetail, LeadPage, LeadRow } from './types';

/** A filter offers no more values than this. */
const CHOICES_OFFERED = 30;

export interface LeadPageRequest {
  /** On "Lead" l, "LeadScore" s and "Company" c; see `toConditions`. */
  conditions: readonly Prisma.Sql[];
  order: LeadOrder;
  /** At most one of the two. */
  after?: Cursor;
  before?: Cursor;
  size: number;
}

/** The tables that conditions speak of. Only the order of adding takes in leads that have no score yet. */
function tables(order: LeadOrder): Prisma.Sql {
  return order === 'added'
    ? Prisma.sql`"Lead" l LEFT JOIN "LeadScore" s ON s."leadId" = l."id"
        LEFT JOIN "Company" c ON c."id" = l."companyId"`
    : Prisma.sql`"LeadScore" s JOIN "Lead" l ON l."id" = s."leadId"
        LEFT JOIN "Company" c ON c."id" = l."companyId"`;
}

/** One page of leads by keyset: the rows are found by their order first, and only those are then filled in. */
export async function listLeadPage(request: LeadPageRequest): Promise<LeadPage> {
  const { conditions, order, after, before, size } = request;
  const direction = before ? 'backward' : 'forward';
  const cursor = before ?? after;
  const parts = toParts(order, direction, cursor).map(
    (part) => Prisma.sql`(
      SELECT l."id" FROM ${tables(order)} WHERE ${Prisma.join([...conditions, ...part.conditions], ' AND ')}
      ORDER BY ${part.orderBy} LIMIT ${size + 1})`,
  );
  const found = await getDb().$queryRaw<StoredLeadRow[]>`
    WITH page AS MATERIALIZED (${Prisma.join(parts, ' UNION ALL ')})
    SELECT l."id", l."name", l."email", l."externalId", l."attributes"->>'title' AS "title", l."companyId",
      c."name" AS "companyName", l."state", l."ownerId", o."name" AS "ownerName", l."lockedById",
      k."name" AS "lockName", l."lockedUntil", ${SNOOZED_UNTIL} AS "snoozedUntil",
      l."snoozeIntent", l."firstEngagedAt", l."respondBy",
      s."fit", s."intent", s."score", s."tier", s."tierRank", s."quadrant", s."tierSince", s."reason"
    FROM page JOIN "Lead" l ON l."id" = page."id"
    LEFT JOIN "LeadScore" s ON s."leadId" = l."id"
    LEFT JOIN "Company" c ON c."id" = l."companyId"
    LEFT JOIN "User" o ON o."id" = l."ownerId"
    LEFT JOIN "User" k ON k."id" = l."lockedById"
    ORDER BY ${toOrderBy(order, direction)} LIMIT ${size + 1}`;
  return toPage(found.map(toLeadRow), { size, after, before });
}

/** Cuts the row too many, puts a page read backwards right, and says where the pages around it begin. */
function toPage(
  found: LeadRow[],
  { size, after, before }: Pick<LeadPageRequest, 'size' | 'after' | 'before'>,
) {
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (before) rows.reverse();
  const first = before ? Math.max(1, before.position - rows.length) : (after?.position ?? 0) + 1;
  const cursorOf = (row: LeadRow | undefined, position: number) =>
    row &&
    writeCursor({
      leadId: row.id,
      tierRank: row.score?.tierRank ?? 0,
      respondBy: row.respondBy,
      score: row.score?.score ?? 0,
      position,
    });
  const hasPrevious = before ? more : after !== undefined;
  const hasNext = before ? true : more;
  return {
    rows,
    first,
    previous: (hasPrevious && cursorOf(rows[0], first)) || null,
    next: (hasNext && cursorOf(rows.at(-1), first + rows.length - 1)) || null,
  };
}

/**
 * The ids of all leads that meet the conditions, in order, in pages of ids with commas between: read in one statement, so
 * that none is named twice or left out while scores move.
 */
export async function listLeadIds(
  conditions: readonly Prisma.Sql[],
  order: LeadOrder,
  size: number,
): Promise<string[]> {
  const pages = await getDb().$queryRaw<{ ids: string }[]>`
    SELECT string_agg("id"::text, ',' ORDER BY "place") AS "ids" FROM (
      SELECT l."id", row_number() OVER ranking AS "place", (row_number() OVER ranking - 1) / ${size} AS "page"
      FROM ${tables(order)} WHERE ${Prisma.join([...conditions], ' AND ')}
      WINDOW ranking AS (ORDER BY ${toOrderBy(order, 'forward')})
    ) placed GROUP BY "page" ORDER BY "page"`;
  return pages.map(({ ids }) => ids);
}

/** How many leads meet the conditions, counted no further than `limit` + 1. */
export async function countLeads(
  conditions: readonly Prisma.Sql[],
  order: LeadOrder,
  limit: number,
): Promise<number> {
  const [row] = await getDb().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM ${tables(order)} WHERE ${Prisma.join([...conditions], ' AND ')} LIMIT ${limit + 1}
    ) counted`;
  return row?.count ?? 0;
}

/** The values that filters offer. */
/** Whether there is any lead at all. */
export async function hasLeads(): Promise<boolean> {
  return (await getDb().lead.findFirst({ select: { id: true } })) !== null;
}

export interface FilterChoices {
  sources: string[];
  countries: string[];
  industries: string[];
}

/** The sources, countries and industries of leads, most frequent first, as seen on the best `sample` leads. */
export async function listFilterChoices(sample: number): Promise<FilterChoices> {
  const rows = await getDb().$queryRaw<{ kind: string; value: string }[]>`
    WITH best AS MATERIALIZED (
      SELECT ${LEAD_SOURCE} AS "source", ${LEAD_COUNTRY} AS "country", ${LEAD_INDUSTRY} AS "industry"
      FROM "LeadScore" s JOIN "Lead" l ON l."id" = s."leadId"
      LEFT JOIN "Company" c ON c."id" = l."companyId"
      ORDER BY s."tierRank", s."score" DESC, s."leadId" LIMIT ${sample}
    )
    SELECT kind AS "kind", value AS "value" FROM best,
      LATERAL (VALUES ('source', "source"), ('country', "country"), ('industry', "industry")) choice (kind, value)
    WHERE value <> '' GROUP BY kind, value
    ORDER BY count(*) DESC, value`;
  const pick = (kind: string) =>
    rows.flatMap((row) => (row.kind === kind ? [row.value] : [])).slice(0, CHOICES_OFFERED);
  return { sources: pick('source'), countries: pick('country'), industries: pick('industry') };
}

/** Everyone who may own a lead, by name. */
export function listOwners() {
  return getDb().user.findMany({
    where: { active: true, role: { in: ['rep', 'manager', 'admin'] } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}

/** The name of a company, for the filter that shows its leads; null when there is none. */
export async function findCompanyName(id: string): Promise<string | null> {
  const company = await getDb().company.findUnique({ where: { id }, select: { name: true } });
  return company?.name ?? null;
}

const DETAIL = {
  id: true,
  name: true,
  email: true,
  externalId: true,
  source: true,
  state: true,
  attributes: true,
  createdAt: true,
  mergedIntoId: true,
  snoozedUntil: true,
  firstEngagedAt: true,
  lockedUntil: true,
  lockedBy: { select: { id: true, name: true } },
  owner: { select: { id: true, name: true } },
  company: { select: { id: true, name: true, domain: true, attributes: true } },
  score: { select: { tier: true, tierSince: true, scoredAt: true } },
  respondBy: true,
} as const;

/** One lead with what its page shows of it, merged ones included; null when there is none. */
export async function findLead(id: string): Promise<LeadDetail | null> {
  const row = await getDb().lead.findUnique({ where: { id }, select: DETAIL });
  if (!row) return null;
  const { lockedBy, lockedUntil, company, score } = row;
  const snoozedUntil = row.snoozedUntil && (await findSnooze(id));
  return {
    id: row.id,
    name: row.name ?? row.email ?? row.externalId ?? 'Unnamed lead',
    email: row.email,
    source: row.source,
    externalId: row.externalId,
    state: row.state,
    attributes: toRecord(row.attributes),
    company: company && { ...company, attributes: toRecord(company.attributes) },
    owner: row.owner,
    lock: lockedBy && lockedUntil ? { ...lockedBy, until: lockedUntil.getTime() } : null,
    snoozedUntil: snoozedUntil?.getTime() ?? null,
    firstEngagedAt: row.firstEngagedAt?.getTime() ?? null,
    respondBy: row.respondBy?.getTime() ?? null,
    createdAt: row.createdAt.getTime(),
    mergedIntoId: row.mergedIntoId,
    stored: score && {
      tier: score.tier,
      tierSince: score.tierSince.getTime(),
      scoredAt: score.scoredAt.getTime(),
    },
  };
}

/** Until when a lead is put off; null once its intent has risen as it was to. */
async function findSnooze(id: string): Promise<Date | null> {
  const [row] = await getDb().$queryRaw<{ snoozedUntil: Date | null }[]>`
    SELECT ${SNOOZED_UNTIL} AS "snoozedUntil" FROM "Lead" l WHERE l."id" = ${id}::uuid`;
  return row?.snoozedUntil ?? null;
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The other people of a company, best scores first, with when each was last seen; and how many there are. */
export async function listColleagues(
  companyId: string,
  exceptId: string,
  since: Date,
  size: number,
): Promise<{ people: Colleague[]; total: number; active: number }> {
  const [people, [counts]] = await Promise.all([
    getDb().$queryRaw<Colleague[]>`
      SELECT l."id", coalesce(l."name", l."email", l."externalId") AS "name", l."attributes"->>'title' AS "title",
        s."tier", s."score", s."fit", s."intent",
        (SELECT max(e."at") FROM "Event" e WHERE e."leadId" = l."id" AND e."filteredAs" IS NULL) AS "seenAt"
      FROM "Lead" l LEFT JOIN "LeadScore" s ON s."leadId" = l."id"
      WHERE l."companyId" = ${companyId}::uuid AND l."id" <> ${exceptId}::uuid AND l."mergedIntoId" IS NULL
      ORDER BY s."tierRank" NULLS LAST, s."score" DESC, l."id" LIMIT ${size}`,
    getDb().$queryRaw<{ total: number; active: number }[]>`
      SELECT count(*)::int AS "total", count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM "Event" e WHERE e."leadId" = l."id" AND e."at" >= ${since} AND e."filteredAs" IS NULL
      ))::int AS "active"
      FROM "Lead" l WHERE l."companyId" = ${companyId}::uuid AND l."mergedIntoId" IS NULL`,
  ]);
  return { people, total: counts?.total ?? 0, active: counts?.active ?? 0 };
}

/** What attributes are called, and where and when each of a lead's and its company's values last changed. */
export async function listFactRows(leadId: string, companyId: string | null): Promise<FactRow[]> {
  const [own, changes] = await Promise.all([
    getDb().attributeDefinition.findMany({
      orderBy: { createdAt: 'asc' },
      select: { entity: true, key: true, label: true, type: true },
    }),
    getDb().$queryRaw<FactChange[]>`
      SELECT DISTINCT ON ("entity", "key") * FROM (
        SELECT 'lead' AS "entity", "key", "source", "at" FROM "AttributeChange" WHERE "leadId" = ${leadId}::uuid
        UNION ALL
        SELECT 'company', "key", "source", "at" FROM "AttributeChange" WHERE "companyId" = ${companyId}::uuid
      ) changed ORDER BY "entity", "key", "at" DESC`,
  ]);
  return joinFactRows(own, changes);
}

/** How much happened with a lead: what a merge would move. */
export async function countHistory(
  leadId: string,
): Promise<{ events: number; deals: number; activities: number }> {
  const [counts] = await getDb().$queryRaw<{ events: number; deals: number; activities: number }[]>`
    SELECT (SELECT count(*)::int FROM "Event" WHERE "leadId" = ${leadId}::uuid) AS "events",
      (SELECT count(*)::int FROM "Deal" WHERE "leadId" = ${leadId}::uuid) AS "deals",
      (SELECT count(*)::int FROM "Activity" WHERE "leadId" = ${leadId}::uuid) AS "activities"`;
  return counts ?? { events: 0, deals: 0, activities: 0 };
}
