import type { z } from 'zod';
import { Prisma } from '@/lib/generated/prisma/client';
import type { LeadState, Quadrant } from '@/lib/generated/prisma/enums';
import type { Range } from './address';
import { COMPANY_SIZES, MOVEMENT_DAYS, type CompanySize } from './constants';
import type { Move } from './types';
import type { leadSearchSchema } from './schema';

/** Which leads a list shows. What is absent or empty does not narrow it. */
export interface LeadFilter {
  /** The beginning of a name, of a word in it, of an address, or of the company's name. */
  q?: string;
  tiers?: readonly string[];
  quadrants?: readonly Quadrant[];
  states?: readonly LeadState[];
  companyId?: string;
  /** A person's id, or "none" for leads without an owner. */
  owner?: string;
  sources?: readonly string[];
  countries?: readonly string[];
  industries?: readonly string[];
  sizes?: readonly CompanySize[];
  /** Whole days since the lead became known, at most. */
  addedWithin?: number;
  fit?: Range;
  intent?: Range;
  moved?: Move;
}

/** What a list's address asks for, as a filter. */
export function toSearchFilter(search: z.output<typeof leadSearchSchema>): LeadFilter {
  const { q, tier, quadrant, state, company, owner, source, country, industry, size, added } = search;
  return {
    q,
    tiers: tier,
    quadrants: quadrant,
    states: state,
    companyId: company,
    owner,
    sources: source,
    countries: country,
    industries: industry,
    sizes: size,
    addedWithin: added,
    fit: search.fit,
    intent: search.intent,
    moved: search.moved,
  };
}

/** Text as a pattern of LIKE that matches itself alone, in lower case. */
export function escapePattern(text: string): string {
  return text.toLowerCase().replace(/[\\%_]/g, '\\$&');
}

/** Leads by what a person typed: each branch is read from an index. */
function matchText(text: string): Prisma.Sql {
  const beginning = `${escapePattern(text)}%`;
  return Prisma.sql`l."id" IN (
    SELECT "id" FROM "Lead" WHERE lower("name") LIKE ${beginning}
    UNION SELECT "id" FROM "Lead" WHERE lower("name") LIKE ${`% ${beginning}`}
    UNION SELECT coalesce("mergedIntoId", "id") FROM "Lead" WHERE "emailKey" LIKE ${beginning}
    UNION SELECT p."id" FROM "Company" f JOIN "Lead" p ON p."companyId" = f."id"
      WHERE lower(f."name") LIKE ${beginning})`;
}

function some<T extends string>(values: readonly T[] | undefined): values is readonly T[] {
  return values !== undefined && values.length > 0;
}

/**
 * A filter as conditions on "Lead" l, "LeadScore" s and "Company" c, to be joined with AND. Values are parameters.
 * Leads merged into another are never listed.
 */
export function toConditions(filter: LeadFilter): Prisma.Sql[] {
  const { q, tiers, states, companyId, owner } = filter;
  const conditions = [Prisma.sql`l."mergedIntoId" IS NULL`];
  if (q) conditions.push(matchText(q));
  if (some(tiers)) conditions.push(Prisma.sql`s."tier" = ANY(${[...tiers]})`);
  if (some(states)) conditions.push(Prisma.sql`l."state" = ANY(${[...states]}::"LeadState"[])`);
  if (companyId) conditions.push(Prisma.sql`l."companyId" = ${companyId}::uuid`);
  if (owner === 'none') conditions.push(Prisma.sql`l."ownerId" IS NULL`);
  else if (owner) conditions.push(Prisma.sql`l."ownerId" = ${owner}::uuid`);
  return [...conditions, ...toSegmentConditions(filter), ...toScoreConditions(filter)];
}

/** Per lead that crossed into another quadrant since an instant, where it was before it first did. */
export function firstCrossings(since: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON ("leadId") "leadId", "quadrantBefore" AS "before" FROM "ScoreChange"
    WHERE "at" >= ${since} AND "quadrantBefore" IS DISTINCT FROM "quadrant"
    ORDER BY "leadId", "at", "id"`;
}

function matchMove({ from, to }: Move): Prisma.Sql {
  const crossings = firstCrossings(Prisma.sql`now() - make_interval(days => ${MOVEMENT_DAYS}::int)`);
  return Prisma.sql`s."quadrant" = ${to}::"Quadrant" AND s."leadId" IN (
    SELECT "leadId" FROM (${crossings}) crossed WHERE "before" IS NOT DISTINCT FROM ${from}::"Quadrant")`;
}

/** Where on the grid, as conditions on "LeadScore" s alone. */
export function toScoreConditions({
  quadrants,
  fit,
  intent,
  moved,
}: Pick<LeadFilter, 'quadrants' | 'fit' | 'intent' | 'moved'>): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (some(quadrants)) conditions.push(Prisma.sql`s."quadrant" = ANY(${[...quadrants]}::"Quadrant"[])`);
  if (fit) conditions.push(Prisma.sql`s."fit" BETWEEN ${fit.low} AND ${fit.high}`);
  if (intent) conditions.push(Prisma.sql`s."intent" BETWEEN ${intent.low} AND ${intent.high}`);
  if (moved) conditions.push(matchMove(moved));
  return conditions;
}

/** Which part of the market, and since when it is known, as conditions on "Lead" l and "Company" c. */
export function toSegmentConditions({ addedWithin, ...segment }: LeadFilter): Prisma.Sql[] {
  const conditions = matchSegment(segment, OF_LEADS);
  if (addedWithin !== undefined)
    conditions.push(Prisma.sql`l."createdAt" >= now() - make_interval(days => ${addedWithin}::int)`);
  return conditions;
}

/** Where it stands of which part of the market a lead is. */
export type SegmentColumns = Readonly<Record<'source' | 'country' | 'industry' | 'employees', Prisma.Sql>>;

/** Which part of the market, as conditions on what the columns say. */
export function matchSegment(
  {
    sources,
    countries,
    industries,
    sizes,
  }: Pick<LeadFilter, 'sources' | 'countries' | 'industries' | 'sizes'>,
  { source, country, industry, employees }: SegmentColumns,
): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (some(sources)) conditions.push(Prisma.sql`${source} = ANY(${[...sources]})`);
  if (some(countries)) conditions.push(Prisma.sql`${country} = ANY(${[...countries]})`);
  if (some(industries)) conditions.push(Prisma.sql`${industry} = ANY(${[...industries]})`);
  if (some(sizes)) {
    const matches = sizes.map((size) => matchSize(size, employees));
    conditions.push(Prisma.sql`(${Prisma.join(matches, ' OR ')})`);
  }
  return conditions;
}

function matchSize(size: CompanySize, employees: Prisma.Sql): Prisma.Sql {
  const { low, high } = COMPANY_SIZES[size];
  return high === null
    ? Prisma.sql`${employees} >= ${low}`
    : Prisma.sql`${employees} >= ${low} AND ${employees} < ${high + 1}`;
}

/** Where a lead came from, as people say it; else the system it was imported from. */
export const LEAD_SOURCE = Prisma.sql`coalesce(l."attributes"->>'leadSource', l."source")`;

/** The person's country, else the company's. */
export const LEAD_COUNTRY = Prisma.sql`coalesce(l."attributes"->>'country', c."attributes"->>'country')`;

export const LEAD_INDUSTRY = Prisma.sql`c."attributes"->>'industry'`;

/** A number that is none, such as "about 50", is of no size. */
const COMPANY_EMPLOYEES = Prisma.sql`CASE WHEN jsonb_typeof(c."attributes"->'employees') = 'number'
  THEN (c."attributes"->'employees')::numeric END`;

const OF_LEADS: SegmentColumns = {
  source: LEAD_SOURCE,
  country: LEAD_COUNTRY,
  industry: LEAD_INDUSTRY,
  employees: COMPANY_EMPLOYEES,
};
