import { LEAST_CLOSED_FOR_RATE } from '@/lib/calibration/close-rate';
import { rateRatio } from '@/lib/calibration/rate-ratio';
import { loadLabels } from '@/lib/scores/data';
import type { Labels } from '@/lib/scoring/describe';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import type { CriterionFigures, NamedLead } from './types';

interface FigureRow {
  criterionId: string;
  leads: number;
  won: number;
  closed: number;
  allWon: number;
  allClosed: number;
}

/** How many leads each criterion touches now, and how it went with winning; criteria that touch nobody are left out. */
export async function readCriterionFigures(): Promise<CriterionFigures[]> {
  const rows = await querySql<FigureRow>(
    getPool(),
    `WITH outcome AS (
       SELECT (d."outcome" = 'won')::int AS won, e."contributions"
       FROM "Deal" d JOIN "Engagement" e ON e."leadId" = d."leadId" WHERE d."outcome" IN ('won', 'lost')),
     placed AS (
       SELECT v."id" AS "versionId", c->>'id' AS "criterionId",
         row_number() OVER (PARTITION BY v."id" ORDER BY axis.place, g.place, c.place) - 1 AS place
       FROM "RubricVersion" v CROSS JOIN LATERAL (VALUES (1, v."document"->'fit'), (2, v."document"->'intent')) axis(place, held)
       CROSS JOIN LATERAL jsonb_array_elements(axis.held->'groups') WITH ORDINALITY g(held, place)
       CROSS JOIN LATERAL jsonb_array_elements(g.held->'criteria') WITH ORDINALITY c(c, place)
       WHERE v."state" <> 'draft'),
     dealt AS (
       SELECT c->>'criterionId' AS "criterionId", sum(o.won)::int AS won, count(*)::int AS closed
       FROM outcome o CROSS JOIN LATERAL jsonb_array_elements(o."contributions") c GROUP BY 1),
     touched AS (
       SELECT p."criterionId", sum(f.leads)::int AS leads
       FROM (
         SELECT s."rubricVersionId", place, count(*) AS leads
         FROM "LeadScore" s CROSS JOIN LATERAL unnest(s."counted") place GROUP BY 1, 2) f
       JOIN placed p ON p."versionId" = f."rubricVersionId" AND p.place = f.place GROUP BY 1)
     SELECT coalesce(t."criterionId", d."criterionId") AS "criterionId", coalesce(t.leads, 0) AS "leads",
       coalesce(d.won, 0) AS "won", coalesce(d.closed, 0) AS "closed",
       coalesce((SELECT sum(won) FROM outcome), 0)::int AS "allWon",
       (SELECT count(*)::int FROM outcome) AS "allClosed"
     FROM touched t FULL JOIN dealt d ON d."criterionId" = t."criterionId"`,
  );
  return rows.map(({ criterionId, leads, ...outcomes }) => ({
    criterionId,
    leads,
    closed: outcomes.closed,
    lift: liftOf(outcomes),
  }));
}

function liftOf({ won, closed, allWon, allClosed }: Omit<FigureRow, 'criterionId' | 'leads'>): number | null {
  if (Math.min(closed, allClosed - closed) < LEAST_CLOSED_FOR_RATE) return null;
  const others = { won: allWon - won, lost: allClosed - closed - (allWon - won) };
  return rateRatio({ won, lost: closed - won }, others).ratio;
}

/** The names of leads and their companies, for a short list. */
export function nameLeads(leadIds: readonly string[]): Promise<NamedLead[]> {
  return querySql<NamedLead>(
    getPool(),
    `SELECT l."id", coalesce(l."name", l."email", 'Without a name') AS "name", c."name" AS "company"
     FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId" WHERE l."id" = ANY($1::uuid[])`,
    [leadIds],
  );
}

/** What fields and event types are called, for conditions in words. */
export function readLabels(): Promise<Labels> {
  return loadLabels(getPool());
}
