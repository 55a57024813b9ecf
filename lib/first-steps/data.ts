import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import { TYPES_IN_USE } from '@/lib/events/types-in-use';
import { toLeadInput, type LeadRow } from '@/lib/leads/to-lead-input';
import { compileDocument, findDraft, findLiveVersion } from '@/lib/rubrics/data';
import { loadLabels } from '@/lib/scores/data';
import type { Labels } from '@/lib/scoring/describe';
import { createFieldReader } from '@/lib/scoring/fields';
import { isUnknown } from '@/lib/scoring/known';
import { listConditionFields } from '@/lib/scoring/condition-fields';
import type { Rubric } from '@/lib/scoring/types';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { FIRST_STEPS_SETTING, MOST_COUNTED, SAMPLED_LEADS } from './constants';
import { firstStepsSettingSchema } from './schema';
import type { Match, Progress } from './types';

const READ_PROGRESS = `
  SELECT
    (SELECT s."value" FROM "Setting" s WHERE s."key" = $1) AS "kept",
    EXISTS (SELECT FROM "Lead") AS "hasLeads",
    EXISTS (SELECT FROM "Event") AS "hasEvents",
    EXISTS (SELECT FROM "Import" i WHERE i."state" IN ('waiting', 'running')) AS "importing",
    (SELECT count(*)::int FROM "User" u WHERE u."role" = 'rep' AND u."active") AS "reps",
    EXISTS (SELECT FROM "Invitation" i
      WHERE i."role" = 'rep' AND i."usedAt" IS NULL AND i."expiresAt" > $2::timestamptz) AS "invited",
    EXISTS (SELECT FROM "RubricVersion" v WHERE v."live" AND v."publishedById" IS NOT NULL) AS "published",
    EXISTS (SELECT FROM "RubricVersion" v WHERE v."state" = 'draft') AS "hasDraft"`;

/** How far the installation has come: a handful of looks into indexes. */
export async function readProgress(now: Date): Promise<Progress> {
  const [row] = await querySql<Omit<Progress, 'kept'> & { kept: unknown }>(getPool(), READ_PROGRESS, [
    FIRST_STEPS_SETTING,
    now.toISOString(),
  ]);
  if (!row) throw new Error('A SELECT without FROM gives one row.');
  return { ...row, kept: firstStepsSettingSchema.parse(row.kept ?? {}) };
}

const LIST_TYPES = `WITH RECURSIVE ${TYPES_IN_USE} SELECT used."type" FROM used ORDER BY used."type"`;

const COUNT_TIERS = `
  SELECT t."rank", (SELECT count(*)::int FROM (
    SELECT FROM "LeadScore" s WHERE s."tierRank" = t."rank" LIMIT $2) found) AS "leads"
  FROM generate_series(0, $1::int - 1) AS t("rank") ORDER BY t."rank"`;

const COUNT_LEADS = `
  SELECT count(*)::int AS "leads" FROM (SELECT FROM "Lead" l WHERE l."mergedIntoId" IS NULL LIMIT $1) found`;

/** Whether what came in and what the rubric (the draft, where there is one) asks for are the same things. */
export async function readMatch(): Promise<Match> {
  const [draft, live] = await Promise.all([findDraft(), findLiveVersion()]);
  const rubric = (draft ?? live)?.document;
  const pool = getPool();
  const [labels, types, ranks, counted] = await Promise.all([
    loadLabels(pool),
    querySql<{ type: string }>(pool, LIST_TYPES, []),
    querySql<{ leads: number }>(pool, COUNT_TIERS, [live?.document.tiers.length ?? 0, MOST_COUNTED]),
    querySql<{ leads: number }>(pool, COUNT_LEADS, [MOST_COUNTED]),
  ]);
  const unknownEvents = await listUnknownEvents(
    types.map(({ type }) => type),
    rubric,
    labels,
  );
  return {
    leads: counted[0]?.leads ?? 0,
    unknownEvents,
    emptyFields: rubric ? await listEmptyFields(rubric, labels) : [],
    tiers: (live?.document.tiers ?? []).map(({ name }, rank) => ({ name, leads: ranks[rank]?.leads ?? 0 })),
  };
}

async function listUnknownEvents(
  types: readonly string[],
  rubric: Rubric | undefined,
  { eventTypes = {} }: Labels,
): Promise<string[]> {
  const counted = rubric ? (await compileDocument(rubric)).eventTypes : [];
  if (counted === null) return [];
  const known = new Set([...counted, ...STANDARD_EVENT_TYPES.map(({ key }) => key)]);
  return types.filter((type) => !known.has(type)).map((type) => eventTypes[type] ?? type);
}

const SAMPLE_LEADS = `
  SELECT l."id", l."email", (extract(epoch FROM l."createdAt") * 1000)::float8 AS "createdAt", l."attributes",
    CASE WHEN c."id" IS NULL THEN NULL
      ELSE json_build_object('id', c."id", 'name', c."name", 'domain', c."domain", 'attributes', c."attributes")
    END AS "company"
  FROM (SELECT * FROM "Lead" l WHERE l."mergedIntoId" IS NULL ORDER BY l."createdAt" DESC LIMIT $1) l
  LEFT JOIN "Company" c ON c."id" = l."companyId"`;

type SampledLead = LeadRow & { company: Parameters<typeof toLeadInput>[1] };

/** Labels of the fields that a rubric's conditions of fit ask for and none of the newest leads has. */
async function listEmptyFields(rubric: Rubric, { fields = {} }: Labels): Promise<string[]> {
  const rows = await querySql<SampledLead>(getPool(), SAMPLE_LEADS, [SAMPLED_LEADS]);
  if (rows.length === 0) return [];
  const leads = rows.map(({ company, ...row }) => toLeadInput(row, company));
  const { compiled } = await compileDocument(rubric);
  const asked = rubric.fit.groups.flatMap(({ criteria }) =>
    criteria.flatMap(({ when }) => listConditionFields(when)),
  );
  const empty = [...new Set(asked)].filter((path) => {
    const read = createFieldReader(compiled.leadFields, path);
    return !leads.some((lead) => !isUnknown(read(lead)));
  });
  return empty.map((path) => fields[path] ?? path);
}
