import { Prisma } from '@/lib/generated/prisma/client';
import { toSegmentConditions } from '@/lib/leads/lead-filter';
import type { Counting } from '../counting';

/** Whether a lead, by the column that holds its id, is of the segment that is counted; by what is known of it today. */
export function inSegment({ segment }: Pick<Counting, 'segment'>, leadId: Prisma.Sql): Prisma.Sql {
  if (!segment) return Prisma.sql`true`;
  const { source, country, industry, size } = segment;
  const conditions = toSegmentConditions({
    sources: source,
    countries: country,
    industries: industry,
    sizes: size,
  });
  // OFFSET keeps the segment a set that is made once: what it is asked of cannot be counted on, and lead by lead takes long.
  return Prisma.sql`${leadId} IN (
    SELECT l."id" FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId"
    WHERE ${Prisma.join(conditions, ' AND ')} OFFSET 0)`;
}
