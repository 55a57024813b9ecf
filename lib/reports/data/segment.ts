import { Prisma } from '@/lib/generated/prisma/client';
import { matchSegment, toSegmentConditions } from '@/lib/leads/lead-filter';
import { getDb } from '@/lib/server/db';
import type { Counting } from '../counting';
import type { Segment } from '../schema';

const KEPT = {
  source: Prisma.sql`p."source"`,
  country: Prisma.sql`p."country"`,
  industry: Prisma.sql`p."industry"`,
  employees: Prisma.sql`p."employees"`,
};

type OfSegment = Pick<Counting, 'segment' | 'holdsMost'>;

/**
 * Whether a lead, by the column that holds its id, is of the segment that is counted; by what is known of it today. Of leads
 * with an engagement, a deal, an activity or an assignment: of all these the database keeps the segment (`LeadSegment`).
 */
export function inSegment({ segment, holdsMost = false }: OfSegment, leadId: Prisma.Sql): Prisma.Sql {
  if (!segment) return Prisma.sql`true`;
  return holdsMost
    ? Prisma.sql`(${leadId} IS NOT NULL AND NOT EXISTS (
        SELECT FROM "LeadSegment" p WHERE p."leadId" = ${leadId} AND p."worked" AND (${isKept(segment)}) IS NOT TRUE))`
    : Prisma.sql`${leadId} IN (SELECT p."leadId" FROM "LeadSegment" p WHERE p."worked" AND ${isKept(segment)})`;
}

/** Whether most leads that somebody works on are of a segment. */
export async function holdsMostLeads(segment: Segment): Promise<boolean> {
  const [row] = await getDb().$queryRaw<{ most: boolean }[]>`
    SELECT 2 * count(*) FILTER (WHERE ${isKept(segment)}) > count(*) AS "most" FROM "LeadSegment" p WHERE p."worked"`;
  return row?.most ?? false;
}

/**
 * The same of any lead, as a join and a condition: those that the database keeps no segment of are looked up, each by itself.
 *
 * @param leadId a column of the tables that it is joined to.
 */
export function ofSegment(
  { segment }: Pick<Counting, 'segment'>,
  leadId: Prisma.Sql,
): { join: Prisma.Sql; condition: Prisma.Sql } {
  if (!segment) return { join: Prisma.empty, condition: Prisma.sql`true` };
  const filter = toFilter(segment);
  return {
    join: Prisma.sql`LEFT JOIN "LeadSegment" p ON p."leadId" = ${leadId}`,
    condition: Prisma.sql`CASE WHEN p."leadId" IS NOT NULL THEN ${isKept(segment)}
      ELSE EXISTS (
        SELECT FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId"
        WHERE l."id" = ${leadId} AND ${Prisma.join(toSegmentConditions(filter), ' AND ')} OFFSET 0) END`,
  };
}

function isKept(segment: Segment): Prisma.Sql {
  return Prisma.join(matchSegment(toFilter(segment), KEPT), ' AND ');
}

function toFilter({ source, country, industry, size }: Segment) {
  return { sources: source, countries: country, industries: industry, sizes: size };
}
