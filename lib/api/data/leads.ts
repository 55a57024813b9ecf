import { readReason } from '@/lib/leads/read-reason';
import type { Quadrant } from '@/lib/scoring/types';
import { querySql, type SqlClient } from '@/lib/server/sql';
import type { LeadAnswer } from '../schemas/leads';
import { toInstant } from '../to-instant';

type Instants = 'createdAt' | 'updatedAt' | 'firstEngagedAt' | 'snoozedUntil';

interface LeadRow extends Omit<LeadAnswer, Instants | 'score'> {
  createdAt: Date;
  updatedAt: Date;
  firstEngagedAt: Date | null;
  snoozedUntil: Date | null;
  fit: number | null;
  intent: number;
  scored: number;
  tier: string;
  quadrant: Quadrant;
  reason: unknown;
  tierSince: Date;
  scoredAt: Date;
}

const LEADS = `
  SELECT l."id", l."email", l."source", l."externalId", l."name", l."state"::text, l."attributes", l."createdAt",
    l."updatedAt", l."firstEngagedAt", l."snoozedUntil",
    CASE WHEN o."id" IS NOT NULL THEN jsonb_build_object('id', o."id", 'name', o."name", 'email', o."email") END AS "owner",
    CASE WHEN c."id" IS NOT NULL THEN jsonb_build_object('id', c."id", 'name', c."name", 'domain', c."domain") END AS "company",
    s."fit", s."intent", s."score" AS "scored", s."tier", s."quadrant"::text, s."reason", s."tierSince", s."scoredAt",
    (s."leadId" IS NULL OR t."leadId" IS NOT NULL) AS "scorePending"
  FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted("id", "position")
  JOIN "Lead" l ON l."id" = wanted."id"
  LEFT JOIN "User" o ON o."id" = l."ownerId"
  LEFT JOIN "Company" c ON c."id" = l."companyId"
  LEFT JOIN "LeadScore" s ON s."leadId" = l."id"
  LEFT JOIN "StaleScore" t ON t."leadId" = l."id"
  ORDER BY wanted."position"`;

/** Leads as the API answers them, in the order of their ids; those that are gone are left out. */
export async function loadLeadAnswers(client: SqlClient, leadIds: readonly string[]): Promise<LeadAnswer[]> {
  if (leadIds.length === 0) return [];
  return (await querySql<LeadRow>(client, LEADS, [leadIds])).map(toAnswer);
}

function toAnswer(row: LeadRow): LeadAnswer {
  const { fit, intent, scored, tier, quadrant, reason, tierSince, scoredAt, ...lead } = row;
  return {
    ...lead,
    score:
      fit === null
        ? null
        : {
            fit,
            intent,
            score: scored,
            tier,
            quadrant,
            reason: toReason(reason),
            tierSince: tierSince.toISOString(),
            scoredAt: scoredAt.toISOString(),
          },
    createdAt: lead.createdAt.toISOString(),
    updatedAt: lead.updatedAt.toISOString(),
    firstEngagedAt: toInstant(lead.firstEngagedAt),
    snoozedUntil: toInstant(lead.snoozedUntil),
  };
}

function toReason(stored: unknown) {
  const reason = readReason(stored);
  return reason && { label: reason.label, at: toInstant(reason.at) };
}
