import type { Quadrant } from '@/lib/scoring/types';
import { querySql, type SqlClient } from '@/lib/server/sql';
import type { DealAnswer } from '../schemas/deals';
import { toInstant } from '../to-instant';

interface DealRow extends Omit<DealAnswer, 'createdAt' | 'closedAt' | 'updatedAt' | 'engagement'> {
  createdAt: Date;
  closedAt: Date | null;
  updatedAt: Date;
  engagedAt: Date | null;
  fit: number | null;
  intent: number;
  score: number;
  tier: string;
  quadrant: Quadrant;
}

const DEALS = `
  SELECT d."id", d."source", d."externalId", d."name", d."leadId", d."companyId", d."stage", d."outcome"::text,
    d."amount"::text, d."currency"::text, d."lostReason", d."createdAt", d."closedAt", d."updatedAt", d."engagedAt",
    d."fit", d."intent", d."score", d."tier", d."quadrant"::text,
    CASE WHEN o."id" IS NOT NULL THEN jsonb_build_object('id', o."id", 'name', o."name", 'email', o."email") END AS "owner"
  FROM "Deal" d LEFT JOIN "User" o ON o."id" = d."ownerId"`;

/** Deals as the API answers them, in the order of their ids. */
export async function loadDealAnswers(client: SqlClient, dealIds: readonly string[]): Promise<DealAnswer[]> {
  const rows = await querySql<DealRow>(
    client,
    `${DEALS} JOIN unnest($1::uuid[]) WITH ORDINALITY AS wanted("id", "position") ON wanted."id" = d."id"
     ORDER BY wanted."position"`,
    [dealIds],
  );
  return rows.map(toAnswer);
}

/** What of a stored deal a change of it goes on from; null when there is none. */
export async function findDealKey(
  client: SqlClient,
  id: string,
): Promise<{ source: string | null; externalId: string | null } | null> {
  const [row] = await querySql<{ source: string | null; externalId: string | null }>(
    client,
    'SELECT "source", "externalId" FROM "Deal" WHERE "id" = $1::uuid',
    [id],
  );
  return row ?? null;
}

export interface DealPageRequest {
  outcome?: string;
  leadId?: string;
  companyId?: string;
  /** The id of the deal before. */
  after?: string;
  size: number;
}

/** A page of deals, the last added first, by keyset. */
export async function listDealAnswers(
  client: SqlClient,
  { outcome, leadId, companyId, after, size }: DealPageRequest,
): Promise<DealAnswer[]> {
  const rows = await querySql<DealRow>(
    client,
    `${DEALS} WHERE ($1::text IS NULL OR d."outcome" = $1::"DealOutcome") AND ($2::uuid IS NULL OR d."leadId" = $2)
       AND ($3::uuid IS NULL OR d."companyId" = $3) AND ($4::uuid IS NULL OR d."id" < $4)
     ORDER BY d."id" DESC LIMIT $5`,
    [outcome ?? null, leadId ?? null, companyId ?? null, after ?? null, size],
  );
  return rows.map(toAnswer);
}

function toAnswer(row: DealRow): DealAnswer {
  const { engagedAt, fit, intent, score, tier, quadrant, createdAt, closedAt, updatedAt, ...deal } = row;
  const engaged = engagedAt !== null && fit !== null;
  return {
    ...deal,
    createdAt: createdAt.toISOString(),
    closedAt: toInstant(closedAt),
    updatedAt: updatedAt.toISOString(),
    engagement: engaged ? { at: engagedAt.toISOString(), fit, intent, score, tier, quadrant } : null,
  };
}
