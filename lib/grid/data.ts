import { Prisma } from '@/lib/generated/prisma/client';
import type { Quadrant } from '@/lib/generated/prisma/enums';
import { listLeadPage } from '@/lib/leads/data';
import { toConditions } from '@/lib/leads/lead-filter';
import { getDb } from '@/lib/server/db';
import { LISTED_LEADS, MOST_POINTS } from './constants';
import { toLeadFilter, type GridFilter } from './schema';
import { sumGrid, sumMovement } from './sum-grid';
import type { CellRow, GridCounts, LeadPoint, Movement, MoveRow, Selection, SelectionSummary } from './types';

const TABLES = Prisma.sql`"LeadScore" s JOIN "Lead" l ON l."id" = s."leadId"
  LEFT JOIN "Company" c ON c."id" = l."companyId"`;

const DISQUALIFIED = Prisma.sql`(cardinality(s."disqualifiedBy") > 0)`;

function where(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`WHERE ${Prisma.join([...conditions], ' AND ')}`;
}

/** The leads that a filter lets through, added up by cell and quadrant in the database. */
export async function countGrid(filter: GridFilter): Promise<GridCounts> {
  const rows = await getDb().$queryRaw<CellRow[]>`
    SELECT least(s."fit" / 5, 19)::int AS "x", least(s."intent" / 5, 19)::int AS "y", s."quadrant",
      ${DISQUALIFIED} AS "disqualified", count(*)::int AS "count"
    FROM ${TABLES} ${where(toConditions(toLeadFilter(filter)))}
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2`;
  return sumGrid(rows);
}

/** The leads themselves, at most MOST_POINTS; disqualified ones are left out. */
export async function listPoints(filter: GridFilter): Promise<LeadPoint[]> {
  const conditions = [...toConditions(toLeadFilter(filter)), Prisma.sql`NOT ${DISQUALIFIED}`];
  return getDb().$queryRaw<LeadPoint[]>`
    SELECT l."id", coalesce(l."name", l."email", l."externalId", 'Unnamed lead') AS "name",
      s."fit"::int, s."intent"::int, s."tier"
    FROM ${TABLES} ${where(conditions)}
    ORDER BY s."score" DESC, s."leadId" LIMIT ${MOST_POINTS}`;
}

/**
 * Who crossed into which quadrant since an instant: per lead from where it was before its first change to where its
 * last one left it.
 */
export async function countMovement(filter: GridFilter, since: Date): Promise<Movement> {
  const rows = await getDb().$queryRaw<MoveRow[]>`
    WITH moved AS (
      SELECT "leadId", (array_agg("quadrantBefore" ORDER BY "at", "id"))[1] AS "before",
        (array_agg("quadrant" ORDER BY "at" DESC, "id" DESC))[1] AS "after"
      FROM "ScoreChange" WHERE "at" >= ${since} GROUP BY "leadId"
    )
    SELECT moved."before", moved."after", count(*)::int AS "count"
    FROM moved JOIN "LeadScore" s ON s."leadId" = moved."leadId" JOIN "Lead" l ON l."id" = s."leadId"
    LEFT JOIN "Company" c ON c."id" = l."companyId"
    ${where([...toConditions(toLeadFilter(filter)), Prisma.sql`moved."before" IS DISTINCT FROM moved."after"`])}
    GROUP BY 1, 2`;
  return sumMovement(rows);
}

/** The chosen leads: how many, their tiers, their median score, and the first of them by score. */
export async function summariseSelection(
  filter: GridFilter,
  selection: Selection,
): Promise<SelectionSummary> {
  const conditions = toConditions({ ...toLeadFilter(filter), ...toSelectionFilter(selection) });
  const [tiers, [middle], page] = await Promise.all([
    getDb().$queryRaw<{ tier: string; disqualified: number; count: number }[]>`
      SELECT s."tier", count(*)::int AS "count", (count(*) FILTER (WHERE ${DISQUALIFIED}))::int AS "disqualified"
      FROM ${TABLES} ${where(conditions)} GROUP BY s."tier" ORDER BY min(s."tierRank")`,
    getDb().$queryRaw<{ median: number | null }[]>`
      SELECT (percentile_disc(0.5) WITHIN GROUP (ORDER BY s."score"))::int AS "median"
      FROM ${TABLES} ${where(conditions)}`,
    listLeadPage({ conditions, order: 'score', size: LISTED_LEADS }),
  ]);
  return {
    count: tiers.reduce((sum, row) => sum + row.count, 0),
    disqualified: tiers.reduce((sum, row) => sum + row.disqualified, 0),
    tiers: tiers.map(({ tier, count }) => ({ tier, count })),
    medianScore: middle?.median ?? null,
    leads: page.rows,
  };
}

function toSelectionFilter(selection: Selection) {
  if (selection.kind === 'range') return { fit: selection.fit, intent: selection.intent };
  const quadrants: readonly Quadrant[] = [selection.quadrant];
  return { quadrants };
}
