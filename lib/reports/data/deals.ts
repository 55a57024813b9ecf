import { Prisma } from '@/lib/generated/prisma/client';
import { getDb } from '@/lib/server/db';
import { DEALS_PER_PAGE, DEFAULT_CLOSED, PACE_DAYS } from '../constants';
import { readDealCursor, writeDealCursor, type DealCursor } from '../deal-cursor';
import { maturityCutoff, type DealSpan, type Period } from '../period';
import { AS_THEN, type Counting } from '../counting';
import { readDeals } from './engagements';
import type { DealSearch } from '../schema';
import type { DealPage, DealRow, MatureRow, ReportRows, YoungRow } from '../types';

const DAY_MS = 86_400_000;

/** Rows of a list that is read as a whole come in such pages. */
const DEALS_READ_AT_ONCE = 1000;

/** Deals that can be counted: it is known when their lead was engaged, and how it was scored then. */
const COUNTABLE = Prisma.sql`d."tier" IS NOT NULL AND d."score" IS NOT NULL AND d."engagedAt" IS NOT NULL`;

function inPeriod({ start, end }: Period): Prisma.Sql {
  return Prisma.sql`d."engagedAt" >= ${start} AND d."engagedAt" < ${end}`;
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

/** Everything that a report of a period counts, added up in the database. */
export async function countReport(
  period: Period,
  now: Date,
  counting: Counting = AS_THEN,
): Promise<ReportRows> {
  const cutoff = maturityCutoff(now, counting.maturityDays);
  const [mature, young, unknown, pace] = await Promise.all([
    countMature(period, cutoff, counting),
    countYoung(period, cutoff, counting),
    countUnknown(period, counting),
    measurePace(now, counting),
  ]);
  return { mature, young, unknown, pace };
}

function countMature(period: Period, cutoff: Date, counting: Counting): Promise<MatureRow[]> {
  return getDb().$queryRaw`
    SELECT d."tier", d."score"::int, d."outcome", d."engagementBasis" AS "basis", count(*)::int AS "count"
    FROM ${readDeals(counting)} d WHERE ${COUNTABLE} AND ${inPeriod(period)} AND d."engagedAt" < ${cutoff}
    GROUP BY 1, 2, 3, 4 ORDER BY 2 DESC, 1, 3, 4`;
}

function countYoung(period: Period, cutoff: Date, counting: Counting): Promise<YoungRow[]> {
  return getDb().$queryRaw`
    SELECT to_char(d."engagedAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS "month", d."tier", d."outcome",
      count(*)::int AS "count"
    FROM ${readDeals(counting)} d WHERE ${COUNTABLE} AND ${inPeriod(period)} AND d."engagedAt" >= ${cutoff}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

/** Without an engagement there is only the deal's creation to place it by. */
async function countUnknown({ start, end }: Period, counting: Counting): Promise<number> {
  const [row] = await getDb().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM ${readDeals(counting)} d
    WHERE NOT (${COUNTABLE}) AND d."createdAt" >= ${start} AND d."createdAt" < ${end}`;
  return row?.count ?? 0;
}

/** Countable deals closed and won a day, over the last half year. */
async function measurePace(now: Date, counting: Counting): Promise<ReportRows['pace']> {
  const since = new Date(now.getTime() - PACE_DAYS * DAY_MS);
  const [row] = await getDb().$queryRaw<{ closed: number; won: number }[]>`
    SELECT count(*)::int AS "closed", (count(*) FILTER (WHERE d."outcome" = 'won'))::int AS "won"
    FROM ${readDeals(counting)} d
    WHERE d."outcome" IN ('won', 'lost') AND d."closedAt" >= ${since} AND d."closedAt" <= ${now} AND ${COUNTABLE}`;
  return { closed: (row?.closed ?? 0) / PACE_DAYS, won: (row?.won ?? 0) / PACE_DAYS };
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
  { tier, outcome, score, cohort, places = {} }: DealQuery,
  period: Period,
  now: Date,
  counting: Counting,
): Prisma.Sql[] {
  const cutoff = maturityCutoff(now, counting.maturityDays);
  const conditions = [COUNTABLE, inPeriod(period)];
  if (tier.length > 0) conditions.push(Prisma.sql`d."tier" = ANY(${tier})`);
  if (outcome === 'closed') conditions.push(Prisma.sql`d."outcome" IN ('won', 'lost')`);
  else if (outcome !== 'any') conditions.push(Prisma.sql`d."outcome" = ${outcome}::"DealOutcome"`);
  if (score) conditions.push(Prisma.sql`d."score" BETWEEN ${score.low} AND ${score.high}`);
  if (cohort === 'mature') conditions.push(Prisma.sql`d."engagedAt" < ${cutoff}`);
  if (cohort === 'young') conditions.push(Prisma.sql`d."engagedAt" >= ${cutoff}`);
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
