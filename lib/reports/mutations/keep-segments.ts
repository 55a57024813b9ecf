import { findLiveVersion } from '@/lib/rubrics/data';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { listQualifiedTiers } from '../counting';

const HOUR_MS = 3_600_000;

/** Leads that came into the qualified tiers ($1) since an instant ($2), whether anyone works on them or not. */
const ADD = `
  INSERT INTO "LeadSegment" ("leadId", "source", "country", "industry", "employees", "worked")
  SELECT n."leadId", n."source", n."country", n."industry", n."employees", false FROM "LeadSegmentNow" n
  WHERE n."leadId" IN (
    SELECT h."leadId" FROM "ScoreChange" h LEFT JOIN "LeadSegment" p ON p."leadId" = h."leadId"
    WHERE h."tierBefore" IS DISTINCT FROM h."tier" AND h."tier" = ANY($1::text[]) AND h."at" >= $2::timestamptz
      AND p."leadId" IS NULL)
  ON CONFLICT ("leadId") DO NOTHING`;

const RENEW = `
  UPDATE "LeadSegment" p
  SET "source" = n."source", "country" = n."country", "industry" = n."industry", "employees" = n."employees"
  FROM "LeadSegmentNow" n WHERE n."leadId" = p."leadId"
    AND (p."source", p."country", p."industry", p."employees")
      IS DISTINCT FROM (n."source", n."country", n."industry", n."employees")`;

/**
 * Keeps the segment of leads that became qualified too, so that reports need not look up each of them: of those of the last
 * hour, with `all` of those of any time. What the database keeps by itself is then made sure of as well: a lead may be worked on
 * for the first time while its company is being changed.
 */
export async function keepSegments({ all, now }: { all: boolean; now: Date }): Promise<void> {
  const live = await findLiveVersion();
  const qualified = listQualifiedTiers((live?.document.tiers ?? []).map(({ name }) => name));
  const since = all ? new Date(0) : new Date(now.getTime() - HOUR_MS);
  await querySql(getPool(), ADD, [qualified, since]);
  if (all) await querySql(getPool(), RENEW);
}
