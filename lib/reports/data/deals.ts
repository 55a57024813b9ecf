import { Prisma } from '@/lib/generated/prisma/client';
import { getDb } from '@/lib/server/db';
import { DEALS_PER_PAGE, DEFAULT_CLOSED, PACE_DAYS } from '../constants';
import { readDealCursor, writeDealCursor, type DealCursor } from '../deal-cursor';
import { maturityCutoff, type DealSpan, type Period } from '../period';
import { AS_THEN, type Counting } from '../counting';
import { readDeals } from './engagements';
import { readFirstAnswers } from './response';
import type { DealSearch } from '../schema';
import type { DealPage, DealRow, ReportRows } from '../types';

const DAY_MS = 86_400_000;

/** Rows of a list that is read as a whole come in such pages. */
const DEALS_READ_AT_ONCE = 1000;

/** Deals that can be counted: it is known when their lead was engaged, and how it was scored then. */
const COUNTABLE = Prisma.sql`d."tier" IS NOT NULL AND d."score" IS NOT NULL AND d."engagedAt" IS NOT NULL`;

function inPeriod({ start, end }: Period): Prisma.Sql {
  return Prisma.sql`d."engagedAt" >= ${start} AND d."engagedAt" < ${end}`;
}

function closedIn({ start, end }: Period): Prisma.Sql {
  return Prisma.sql`d."closedAt" >= ${start} AND d."closedAt" < ${end}`;
}

/** Where the countable deals begin, in UTC. */
export async function findDealSpan(): Promise<DealSpan> {
  const [row] = await getDb().$queryRaw<DealSpan[]>`
    SELECT to_char(first."at" AT TIME ZONE 'UTC', 'YYYY-MM') AS "first",
      to_char((SELECT min("engagedAt") FROM (
        SELECT d."engagedAt" FROM "Deal" d WHERE ${COUNTABLE} AND d."outcome" <> 'open'
        ORDER BY d."engagedAt" DESC LIMIT ${DEFAULT_CLOSED}) newest) AT TIME ZONE 'UTC', 'YYYY-MM') AS "enough"
    FROM (SELECT min(d."engagedAt") AS "at" FROM "Deal" d WHERE ${COUNTABLE}) first`;
  return row ?? { first: null, enough: null };
}

/**
 * Everything that a report of a period counts, added up in the database, which goes through the deals once: those of the
 * period that had time to close and those that had not; those that nobody can place, as without an engagement there is only
 * their creation; and how many countable ones closed and were won over the last half year.
 */
export async function countReport(
  period: Period,
  now: Date,
  counting: Counting = AS_THEN,
): Promise<ReportRows> {
  const cutoff = maturityCutoff(now, counting.maturityDays);
  const since = new Date(now.getTime() - PACE_DAYS * DAY_MS);
  const [row] = await getDb().$queryRaw<ReportRecord[]>`
    WITH deals AS MATERIALIZED (
      SELECT d."tier", d."score", d."outcome", d."engagementBasis" AS "basis", d."engagedAt", d."createdAt", d."closedAt",
        ${COUNTABLE} AS "countable", ${inPeriod(period)} AS "within"
      FROM ${readDeals(counting)} d),
    mature AS (
      SELECT "tier", "score"::int, "outcome", "basis", count(*)::int AS "count" FROM deals
      WHERE "countable" AND "within" AND "engagedAt" < ${cutoff}
      GROUP BY 1, 2, 3, 4 ORDER BY 2 DESC, 1, 3, 4),
    young AS (
      SELECT to_char("engagedAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS "month", "tier", "outcome", count(*)::int AS "count"
      FROM deals WHERE "countable" AND "within" AND "engagedAt" >= ${cutoff}
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3)
    SELECT (SELECT coalesce(json_agg(m), '[]') FROM mature m) AS "mature",
      (SELECT coalesce(json_agg(y), '[]') FROM young y) AS "young",
      count(*) FILTER (WHERE NOT "countable" AND "createdAt" >= ${period.start} AND "createdAt" < ${period.end})::int AS "unknown",
      count(*) FILTER (WHERE ${closedSince(since, now)})::int AS "closed",
      count(*) FILTER (WHERE "outcome" = 'won' AND ${closedSince(since, now)})::int AS "won"
    FROM deals`;
  const { mature = [], young = [], unknown = 0, closed = 0, won = 0 } = row ?? {};
  return { mature, young, unknown, pace: { closed: closed / PACE_DAYS, won: won / PACE_DAYS } };
}

interface ReportRecord extends Pick<ReportRows, 'mature' | 'young' | 'unknown'> {
  closed: number;
  won: number;
}

function closedSince(since: Date, now: Date): Prisma.Sql {
  return Prisma.sql`"countable" AND "outcome" IN ('won', 'lost') AND "closedAt" >= ${since} AND "closedAt" <= ${now}`;
}

/** Places of criteria in the rubric version that deals are counted by, one that held and one that did not. */
export interface DealPlaces {
  held?: number;
  missing?: number;
}

/** Which deals a list shows. */
export type DealQuery = DealSearch & { places?: DealPlaces };

interface DealRecord extends Omit<DealRow, 'lead' | 'engagedAt' | 'closedAt'> {
  leadId: string | null;
  leadName: string | null;
  engagedAt: Date;
  closedAt: Date | null;
}

/** Deals that meet the conditions, newest engagement first, from behind a deal on. */
async function findDeals(
  conditions: readonly Prisma.Sql[],
  after: DealCursor | undefined,
  limit: number,
  counting: Counting,
): Promise<DealRow[]> {
  const page = after
    ? [...conditions, Prisma.sql`(d."engagedAt", d."id") < (${new Date(after.engagedAt)}, ${after.id}::uuid)`]
    : [...conditions];
  const found = await getDb().$queryRaw<DealRecord[]>`
      SELECT d."id", d."name", d."leadId", coalesce(l."name", l."email", l."externalId", 'Unnamed lead') AS "leadName",
        c."name" AS "company", d."tier", d."score"::int, d."outcome", d."engagementBasis" AS "basis",
        d."amount"::float8, d."currency", d."engagedAt", d."closedAt"
      FROM ${readDeals(counting)} d LEFT JOIN "Lead" l ON l."id" = d."leadId" LEFT JOIN "Company" c ON c."id" = d."companyId"
      WHERE ${Prisma.join(page, ' AND ')}
      ORDER BY d."engagedAt" DESC, d."id" DESC LIMIT ${limit}`;
  return found.map(toDealRow);
}

/** Every deal behind a figure, newest engagement first, read page by page. */
export async function* streamDeals(
  search: DealQuery,
  period: Period,
  now: Date,
  counting: Counting = AS_THEN,
): AsyncGenerator<DealRow> {
  const conditions = toDealConditions(search, period, now, counting);
  for (let after: DealCursor | undefined; ;) {
    const rows = await findDeals(conditions, after, DEALS_READ_AT_ONCE, counting);
    yield* rows;
    after = rows.at(-1);
    if (rows.length < DEALS_READ_AT_ONCE) return;
  }
}

/** The deals behind a figure, newest engagement first, by keyset. */
export async function listDeals(
  search: DealQuery,
  period: Period,
  now: Date,
  counting: Counting = AS_THEN,
): Promise<DealPage> {
  const conditions = toDealConditions(search, period, now, counting);
  const [found, [counted]] = await Promise.all([
    findDeals(conditions, readDealCursor(search.after), DEALS_PER_PAGE + 1, counting),
    getDb().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM ${readDeals(counting)} d WHERE ${Prisma.join(conditions, ' AND ')}`,
  ]);
  const rows = found.slice(0, DEALS_PER_PAGE);
  const last = rows.at(-1);
  const next = found.length > DEALS_PER_PAGE && last ? writeDealCursor(last) : null;
  return { rows, total: counted?.count ?? 0, next };
}

function toDealConditions(
  { tier, outcome, score, cohort, when, answer, places = {} }: DealQuery,
  period: Period,
  now: Date,
  counting: Counting,
): Prisma.Sql[] {
  const cutoff = maturityCutoff(now, counting.maturityDays);
  const within = when === 'closed' ? closedIn(period) : inPeriod(period);
  const conditions = [COUNTABLE, within];
  if (tier.length > 0) conditions.push(Prisma.sql`d."tier" = ANY(${tier})`);
  if (outcome === 'closed') conditions.push(Prisma.sql`d."outcome" IN ('won', 'lost')`);
  else if (outcome !== 'any') conditions.push(Prisma.sql`d."outcome" = ${outcome}::"DealOutcome"`);
  if (score) conditions.push(Prisma.sql`d."score" BETWEEN ${score.low} AND ${score.high}`);
  if (cohort === 'mature') conditions.push(Prisma.sql`d."engagedAt" < ${cutoff}`);
  if (cohort === 'young') conditions.push(Prisma.sql`d."engagedAt" >= ${cutoff}`);
  if (answer !== 'any') {
    const met = answer === 'judged' ? Prisma.sql`true` : Prisma.sql`f."inTime" = ${answer === 'inTime'}`;
    conditions.push(Prisma.sql`d."leadId" IN (
      SELECT f."leadId" FROM ${readFirstAnswers(period, now, counting)} f WHERE ${met})`);
  }
  const { held, missing } = counting.versionId === null ? {} : places;
  if (held !== undefined) conditions.push(Prisma.sql`${held} = ANY(d."counted")`);
  if (missing !== undefined) conditions.push(Prisma.sql`NOT ${missing} = ANY(d."counted")`);
  return conditions;
}

function toDealRow({ leadId, leadName, engagedAt, closedAt, ...deal }: DealRecord): DealRow {
  return {
    ...deal,
    lead: leadId ? { id: leadId, name: leadName ?? '' } : null,
    engagedAt: engagedAt.getTime(),
    closedAt: closedAt?.getTime() ?? null,
  };
}
