import { Prisma } from '@/lib/generated/prisma/client';
import type { Quadrant } from '@/lib/generated/prisma/enums';
import { listLeadPage } from '@/lib/leads/data';
import { firstCrossings, toConditions, toScoreConditions, type LeadFilter } from '@/lib/leads/lead-filter';
import { getDb } from '@/lib/server/db';
import { LISTED_LEADS, MOST_POINTS } from './constants';
import { toLeadFilter, type GridFilter } from './schema';
import { sumGrid, sumMovement, sumScores } from './sum-grid';
import type {
  CellCount,
  CellRow,
  GridCounts,
  LeadPoint,
  Movement,
  MoveRow,
  ScoreRow,
  Selection,
  SelectionSummary,
} from './types';

const TABLES = Prisma.sql`"LeadScore" s JOIN "Lead" l ON l."id" = s."leadId"
  LEFT JOIN "Company" c ON c."id" = l."companyId"`;

const DISQUALIFIED = Prisma.sql`cardinality(s."disqualifiedBy") > 0`;

/** Up to so many leads, a rectangle's best are found among its own; beyond it by walking down the ranking. */
const FEW_LEADS = 20_000;

function where(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`WHERE ${Prisma.join([...conditions], ' AND ')}`;
}

/**
 * The scores that a filter lets through, as what stands behind FROM. Of all leads they are read from the scores alone, by
 * an index that holds every figure of the grid: a merged lead has no score.
 */
function scoresOf(filter: LeadFilter, ...more: readonly Prisma.Sql[]): Prisma.Sql {
  const { fit, intent, quadrants, moved, ...rest } = filter;
  const narrowed = Object.values(rest).some((value) => value !== undefined && String(value) !== '');
  if (narrowed) return Prisma.sql`${TABLES} ${where([...toConditions(filter), ...more])}`;
  const conditions = [...toScoreConditions({ fit, intent, quadrants, moved }), ...more];
  return conditions.length > 0 ? Prisma.sql`"LeadScore" s ${where(conditions)}` : Prisma.sql`"LeadScore" s`;
}

const CELL = Prisma.sql`least(s."fit" / 5, 19)::int AS "x", least(s."intent" / 5, 19)::int AS "y"`;

/** The leads that a filter lets through, added up by cell and quadrant in the database. */
export async function countGrid(filter: GridFilter): Promise<GridCounts> {
  const leads = toLeadFilter(filter);
  const [cells, disqualified] = await Promise.all([
    getDb().$queryRaw<CellRow[]>`
      SELECT ${CELL}, s."quadrant", count(*)::int AS "count" FROM ${scoresOf(leads)} GROUP BY 1, 2, 3 ORDER BY 1, 2`,
    getDb().$queryRaw<CellCount[]>`
      SELECT ${CELL}, count(*)::int AS "count" FROM ${scoresOf(leads, DISQUALIFIED)} GROUP BY 1, 2`,
  ]);
  return sumGrid(cells, disqualified);
}

/** The leads themselves, at most MOST_POINTS; disqualified ones are left out. */
export async function listPoints(filter: GridFilter): Promise<LeadPoint[]> {
  const conditions = [...toConditions(toLeadFilter(filter)), Prisma.sql`NOT (${DISQUALIFIED})`];
  return getDb().$queryRaw<LeadPoint[]>`
    SELECT l."id", coalesce(l."name", l."email", l."externalId", 'Unnamed lead') AS "name",
      s."fit"::int, s."intent"::int, s."tier"
    FROM ${TABLES} ${where(conditions)}
    ORDER BY s."score" DESC, s."leadId" LIMIT ${MOST_POINTS}`;
}

/**
 * Who crossed into which quadrant since an instant: per lead from where it was before it first crossed to where it is
 * now. Changes that crossed nothing are not looked at: an index leaves them out.
 */
export async function countMovement(filter: GridFilter, since: Date): Promise<Movement> {
  const moved = Prisma.sql`moved."before" IS DISTINCT FROM s."quadrant"`;
  const rows = await getDb().$queryRaw<MoveRow[]>`
    WITH moved AS (${firstCrossings(Prisma.sql`${since}`)})
    SELECT moved."before", s."quadrant" AS "after", count(*)::int AS "count"
    FROM moved, ${scoresOf(toLeadFilter(filter), Prisma.sql`s."leadId" = moved."leadId"`, moved)}
    GROUP BY 1, 2`;
  return sumMovement(rows);
}

/** The chosen leads: how many, their tiers, their median score, and the first of them by score. */
export async function summariseSelection(
  filter: GridFilter,
  selection: Selection,
): Promise<SelectionSummary> {
  const chosen = { ...toLeadFilter(filter), ...toSelectionFilter(selection) };
  const [rows, [disqualified]] = await Promise.all([
    getDb().$queryRaw<ScoreRow[]>`
      SELECT s."tier", s."tierRank"::int, s."score"::int, count(*)::int AS "count"
      FROM ${scoresOf(chosen)} GROUP BY s."tier", s."tierRank", s."score" ORDER BY s."score"`,
    getDb().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM ${scoresOf(chosen, DISQUALIFIED)}`,
  ]);
  const sums = sumScores(rows);
  const conditions = toConditions(chosen);
  if (selection.kind === 'range' && sums.count <= FEW_LEADS) conditions.push(isInRange(selection));
  const page = await listLeadPage({ conditions, order: 'score', size: LISTED_LEADS });
  return { ...sums, disqualified: disqualified?.count ?? 0, leads: page.rows };
}

/** Found by index first: OFFSET 0 keeps the planner from walking the ranking instead. */
function isInRange({ fit, intent }: Extract<Selection, { kind: 'range' }>): Prisma.Sql {
  return Prisma.sql`s."leadId" IN (SELECT "leadId" FROM "LeadScore" WHERE "fit" BETWEEN ${fit.low} AND ${fit.high}
    AND "intent" BETWEEN ${intent.low} AND ${intent.high} OFFSET 0)`;
}

function toSelectionFilter(selection: Selection) {
  if (selection.kind === 'range') return { fit: selection.fit, intent: selection.intent };
  if (selection.kind === 'move') return { moved: selection.move };
  const quadrants: readonly Quadrant[] = [selection.quadrant];
  return { quadrants };
}
