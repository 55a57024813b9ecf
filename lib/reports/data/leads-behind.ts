import { Prisma } from '@/lib/generated/prisma/client';
import type { Range } from '@/lib/leads/address';
import { getDb } from '@/lib/server/db';
import { LEADS_BEHIND_PER_PAGE } from '../constants';
import type { Counting } from '../counting';
import { readDealCursor, writeDealCursor } from '../deal-cursor';
import { maturityCutoff, type Period } from '../period';
import type { LeadsBehindSearch } from '../schema';
import type { LeadBehind, LeadsBehindPage } from '../types';
import type { DealPlaces } from './deals';
import { readEngagements } from './engagements';
import { readQualified } from './qualification';
import { readAnswers } from './response';
import { readSelling, SPENT_MINUTES } from './selling';

/** Rows of a list that is read as a whole come in such pages. */
const LEADS_READ_AT_ONCE = 1000;

/** Which leads a list shows, and by what they are counted. */
export interface LeadsBehindQuery {
  search: LeadsBehindSearch;
  period: Period;
  now: Date;
  counting: Counting;
  places: DealPlaces;
  /** The live rubric's tiers, best first. */
  tiers: readonly string[];
}

interface LeadBehindRecord extends Omit<LeadBehind, 'lead' | 'at' | 'now'> {
  leadId: string | null;
  name: string | null;
  company: string | null;
  at: Date;
  tierNow: string | null;
  scoreNow: number | null;
}

/** The leads behind a figure, newest first, by keyset. */
export async function listLeadsBehind(query: LeadsBehindQuery): Promise<LeadsBehindPage> {
  const [found, [counted]] = await Promise.all([
    findLeadsBehind(query, query.search.after, LEADS_BEHIND_PER_PAGE + 1),
    getDb().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS "count" FROM ${readBehind(query)} b`,
  ]);
  const rows = found.slice(0, LEADS_BEHIND_PER_PAGE);
  const last = rows.at(-1);
  const next = found.length > LEADS_BEHIND_PER_PAGE && last ? writeCursor(last) : null;
  return { rows, total: counted?.count ?? 0, next };
}

/** Every lead behind a figure, newest first, read page by page. */
export async function* streamLeadsBehind(query: LeadsBehindQuery): AsyncGenerator<LeadBehind> {
  for (let after: string | undefined; ;) {
    const rows = await findLeadsBehind(query, after, LEADS_READ_AT_ONCE);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < LEADS_READ_AT_ONCE) return;
    after = writeCursor(last);
  }
}

/** Leads have the cursor of deals: an instant, and an id. */
function writeCursor({ at, key }: LeadBehind): string {
  return writeDealCursor({ engagedAt: at, id: key });
}

async function findLeadsBehind(
  query: LeadsBehindQuery,
  after: string | undefined,
  limit: number,
): Promise<LeadBehind[]> {
  const cursor = readDealCursor(after);
  const behind = cursor
    ? Prisma.sql`(b."at", b."key") < (${new Date(cursor.engagedAt)}, ${cursor.id}::uuid)`
    : Prisma.sql`true`;
  const found = await getDb().$queryRaw<LeadBehindRecord[]>`
    WITH page AS MATERIALIZED (
      SELECT b.* FROM ${readBehind(query)} b WHERE ${behind} ORDER BY b."at" DESC, b."key" DESC LIMIT ${limit})
    SELECT p."key", p."leadId", coalesce(l."name", l."email", l."externalId", 'Unnamed lead') AS "name", c."name" AS "company",
      p."at", p."tier", p."score"::int, p."minutes"::int, u."name" AS "rep", p."answer", s."tier" AS "tierNow", s."score"::int AS "scoreNow"
    FROM page p LEFT JOIN "Lead" l ON l."id" = p."leadId" LEFT JOIN "Company" c ON c."id" = l."companyId"
    LEFT JOIN "LeadScore" s ON s."leadId" = p."leadId" LEFT JOIN "User" u ON u."id" = p."userId"
    ORDER BY p."at" DESC, p."key" DESC`;
  return found.map(toLeadBehind);
}

function toLeadBehind(record: LeadBehindRecord): LeadBehind {
  const { leadId, name, company, at, tierNow, scoreNow, ...told } = record;
  return {
    ...told,
    lead: leadId === null ? null : { id: leadId, name: name ?? '', company },
    at: at.getTime(),
    now: tierNow === null || scoreNow === null ? null : { tier: tierNow, score: scoreNow },
  };
}

function readBehind(query: LeadsBehindQuery): Prisma.Sql {
  return READ[query.search.of](query);
}

const NO_ANSWER = Prisma.sql`NULL::uuid AS "userId", NULL AS "answer"`;

/** The leads as a table, one row each; of those given to reps, one each time. */
const READ: Record<LeadsBehindSearch['of'], (query: LeadsBehindQuery) => Prisma.Sql> = {
  engaged: (query) => Prisma.sql`(
    SELECT e."key", e."leadId", e."at", e."tier", e."score", NULL::int AS "minutes", ${NO_ANSWER}
    FROM ${readEngagements(query.counting)} e WHERE ${Prisma.join(toEngagedConditions(query), ' AND ')})`,
  worked: ({ search, period, counting }) => Prisma.sql`(
    SELECT a."leadId" AS "key", a."leadId", max(a."at") AS "at",
      CASE WHEN min(a."tier") = max(a."tier") AND count(*) = count(a."tier") THEN min(a."tier") END AS "tier",
      NULL::int AS "score", sum(${SPENT_MINUTES}) AS "minutes", ${NO_ANSWER}
    FROM ${readSelling(period, counting)} a WHERE ${Prisma.join(toWorkedConditions(search), ' AND ')} GROUP BY 1)`,
  qualified: ({ search, period, now, counting, tiers }) => Prisma.sql`(
    SELECT q."leadId" AS "key", q."leadId", q."at", NULL AS "tier", NULL::int AS "score", NULL::int AS "minutes",
      ${NO_ANSWER}
    FROM ${readQualified(period, counting, tiers)} q
    WHERE ${STEP[search.step]} AND ${ofCohort(search.cohort, Prisma.sql`q."at"`, now, counting)})`,
  answered: ({ search, period, now, counting }) => Prisma.sql`(
    SELECT a."id" AS "key", a."leadId", a."assignedAt" AS "at", a."tier", NULL::int AS "score",
      round(a."workingMs" / 60000.0)::int AS "minutes", a."userId", a."answer"
    FROM ${readAnswers(period, now, counting)} a WHERE ${Prisma.join(toAnsweredConditions(search), ' AND ')})`,
};

const STEP: Record<LeadsBehindSearch['step'], Prisma.Sql> = {
  marketing: Prisma.sql`q."marketing"`,
  sales: Prisma.sql`q."sales"`,
  engaged: Prisma.sql`q."engaged"`,
  dealt: Prisma.sql`q."dealt"`,
  won: Prisma.sql`q."won"`,
};

function ofCohort(
  cohort: LeadsBehindSearch['cohort'],
  at: Prisma.Sql,
  now: Date,
  { maturityDays }: Counting,
): Prisma.Sql {
  if (cohort === 'all') return Prisma.sql`true`;
  const cutoff = maturityCutoff(now, maturityDays);
  return cohort === 'mature' ? Prisma.sql`${at} < ${cutoff}` : Prisma.sql`${at} >= ${cutoff}`;
}

function toEngagedConditions({ search, period, now, counting, places }: LeadsBehindQuery): Prisma.Sql[] {
  const { tier, score, fit, intent, cohort } = search;
  const conditions = [
    Prisma.sql`e."at" >= ${period.start} AND e."at" < ${period.end}`,
    ofCohort(cohort, Prisma.sql`e."at"`, now, counting),
  ];
  if (tier.length > 0) conditions.push(Prisma.sql`e."tier" = ANY(${tier})`);
  if (score) conditions.push(within(Prisma.sql`e."score"`, score));
  if (fit) conditions.push(within(Prisma.sql`e."fit"`, fit));
  if (intent) conditions.push(within(Prisma.sql`e."intent"`, intent));
  const { held, missing } = counting.versionId === null ? {} : places;
  if (held !== undefined) conditions.push(Prisma.sql`${held} = ANY(e."counted")`);
  if (missing !== undefined) conditions.push(Prisma.sql`NOT ${missing} = ANY(e."counted")`);
  return conditions;
}

function within(column: Prisma.Sql, { low, high }: Range): Prisma.Sql {
  return Prisma.sql`${column} BETWEEN ${low} AND ${high}`;
}

function ofRep(rep: string): Prisma.Sql {
  return rep === 'none' ? Prisma.sql`a."userId" IS NULL` : Prisma.sql`a."userId" = ${rep}::uuid`;
}

function toWorkedConditions({ tier, tiers, rep, best }: LeadsBehindSearch): Prisma.Sql[] {
  const conditions = [Prisma.sql`true`];
  if (tier.length > 0) conditions.push(Prisma.sql`a."tier" = ANY(${tier})`);
  if (tiers === 'unscored') conditions.push(Prisma.sql`a."tier" IS NULL`);
  if (rep) conditions.push(ofRep(rep));
  if (best === 'yes') conditions.push(Prisma.sql`a."top"`);
  return conditions;
}

function toAnsweredConditions({ tier, rep, answer }: LeadsBehindSearch): Prisma.Sql[] {
  const conditions = [Prisma.sql`a."answer" <> 'passed'`];
  if (tier.length > 0) conditions.push(Prisma.sql`a."tier" = ANY(${tier})`);
  if (rep) conditions.push(ofRep(rep));
  if (answer.length > 0) conditions.push(Prisma.sql`a."answer" = ANY(${answer})`);
  return conditions;
}
