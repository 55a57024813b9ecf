import { toLeadInput } from '@/lib/leads/to-lead-input';
import type { LeadState } from '@/lib/generated/prisma/enums';
import { querySql, type SqlClient } from '@/lib/server/sql';
import type { RoutedLead } from '../types';

/** A lead that may be routed, as it stands. */
export interface Situation extends RoutedLead {
  companyId: string | null;
  state: LeadState;
  /** Who has it, for good or for the moment; null when nobody does, or nobody who still has an account. */
  holder: { id: string; name: string; owns: boolean } | null;
  respondBy: Date | null;
  tier: string;
  tierSince: Date;
  score: number;
  fit: number;
  intent: number;
}

interface LeadRow {
  id: string;
  email: string | null;
  createdAt: number;
  attributes: Record<string, unknown>;
  company: { id: string; name: string; domain: string | null; attributes: Record<string, unknown> } | null;
  state: LeadState;
  holder: Situation['holder'];
  respondBy: Date | null;
  tier: string;
  tierSince: Date;
  score: number;
  fit: number;
  intent: number;
}

const LEADS = `
  SELECT l."id", l."email", (extract(epoch FROM l."createdAt") * 1000)::float8 AS "createdAt", l."attributes",
    CASE WHEN c."id" IS NOT NULL THEN jsonb_build_object('id', c."id", 'name', c."name", 'domain', c."domain",
      'attributes', c."attributes") END AS "company",
    l."state"::text, l."respondBy", s."tier", s."tierSince", s."score"::int, s."fit"::int, s."intent"::int,
    CASE WHEN u."id" IS NOT NULL
      THEN jsonb_build_object('id', u."id", 'name', u."name", 'owns', l."ownerId" IS NOT NULL) END AS "holder"
  FROM "Lead" l JOIN "LeadScore" s ON s."leadId" = l."id" LEFT JOIN "Company" c ON c."id" = l."companyId"
  LEFT JOIN "User" u ON u."active" AND u."id" =
    coalesce(l."ownerId", CASE WHEN l."lockedUntil" > $2::timestamptz THEN l."lockedById" END)
  WHERE l."id" = ANY($1::uuid[]) AND l."mergedIntoId" IS NULL`;

const ACCOUNTS = `
  SELECT q."leadId", o."userId", sum(o."leads")::int AS "leads", sum(o."deals")::int AS "deals"
  FROM unnest($1::uuid[], $2::uuid[]) AS q("leadId", "companyId") CROSS JOIN LATERAL (
    SELECT l."ownerId" AS "userId", 1 AS "leads", 0 AS "deals" FROM "Lead" l
    WHERE l."companyId" = q."companyId" AND l."ownerId" IS NOT NULL AND l."id" <> q."leadId"
      AND l."mergedIntoId" IS NULL
    UNION ALL SELECT d."ownerId", 0, 1 FROM "Deal" d
    WHERE d."companyId" = q."companyId" AND d."ownerId" IS NOT NULL AND d."leadId" IS DISTINCT FROM q."leadId") o
  GROUP BY q."leadId", o."userId" ORDER BY sum(o."leads") + sum(o."deals") DESC, o."userId"`;

interface AccountRow {
  leadId: string;
  userId: string;
  leads: number;
  deals: number;
}

/** Leads as routing sees them, in the order of their ids; merged, erased and unscored ones are missing. */
export async function loadSituations(
  client: SqlClient,
  leadIds: readonly string[],
  now: Date,
): Promise<Situation[]> {
  const rows = await querySql<LeadRow>(client, LEADS, [leadIds, now]);
  const placed = rows.flatMap(({ id, company }) => (company ? [{ id, companyId: company.id }] : []));
  const accounts = await querySql<AccountRow>(client, ACCOUNTS, [
    placed.map(({ id }) => id),
    placed.map(({ companyId }) => companyId),
  ]);
  return rows.map(({ email, createdAt, attributes, company, ...row }) => ({
    ...row,
    companyId: company?.id ?? null,
    companyName: company?.name ?? null,
    input: toLeadInput({ id: row.id, email, createdAt, attributes }, company),
    accountOwners: accounts.filter(({ leadId }) => leadId === row.id),
  }));
}

/** How a lead was routed last, and whether it has been answered since. */
export interface LastRouting {
  leadId: string;
  at: Date;
  warnedAt: Date | null;
  lateAt: Date | null;
  alarmedAt: Date | null;
  answered: boolean;
}

/** How leads were last routed when that was news, by lead. */
export async function loadLastRoutings(
  client: SqlClient,
  leadIds: readonly string[],
): Promise<Map<string, LastRouting>> {
  const rows = await querySql<LastRouting>(
    client,
    `SELECT q."leadId", r."at", r."warnedAt", r."lateAt", r."alarmedAt", EXISTS (
       SELECT FROM "Assignment" a WHERE a."leadId" = q."leadId" AND a."firstTouchAt" >= r."at") AS "answered"
     FROM unnest($1::uuid[]) AS q("leadId") CROSS JOIN LATERAL (
       SELECT * FROM "Routing" WHERE "leadId" = q."leadId" AND "outcome" <> 'calm'
       ORDER BY "at" DESC, "id" DESC LIMIT 1) r`,
    [leadIds],
  );
  return new Map(rows.map((row) => [row.leadId, row]));
}
