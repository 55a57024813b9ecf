import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';

/** Leads of the two best tiers, whether anyone works on them or not. */
const ADD = `
  INSERT INTO "LeadSegment" ("leadId", "source", "country", "industry", "employees", "worked")
  SELECT n."leadId", n."source", n."country", n."industry", n."employees", false FROM "LeadSegmentNow" n
  WHERE n."leadId" IN (
    SELECT s."leadId" FROM "LeadScore" s LEFT JOIN "LeadSegment" p ON p."leadId" = s."leadId"
    WHERE s."tierRank" <= 1 AND p."leadId" IS NULL)
  ON CONFLICT ("leadId") DO NOTHING`;

const RENEW = `
  UPDATE "LeadSegment" p
  SET "source" = n."source", "country" = n."country", "industry" = n."industry", "employees" = n."employees"
  FROM "LeadSegmentNow" n WHERE n."leadId" = p."leadId"
    AND (p."source", p."country", p."industry", p."employees")
      IS DISTINCT FROM (n."source", n."country", n."industry", n."employees")`;

/**
 * Keeps the segment of qualified leads too, so that reports need not look up each of them. What the database keeps by itself
 * is made sure of with `all`: a lead may be worked on for the first time while its company is being changed.
 */
export async function keepSegments({ all }: { all: boolean }): Promise<void> {
  await querySql(getPool(), ADD);
  if (all) await querySql(getPool(), RENEW);
}
