import { loadRuleNames } from '@/lib/scores/data';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { TIMELINE_LENGTH } from './constants';
import { cutTimeline, REP_EVENT_TYPES, toEntry, type TimelineKind, type TimelineRow } from './timeline';
import type { Timeline } from './types';

/** A lead ($1) and those merged into it: what was known and scored of them before stays with their own rows. */
const ALL_OF_ONE = `(SELECT l."id" FROM "Lead" l WHERE l."id" = $1::uuid OR l."mergedIntoId" = $1::uuid)`;

/** The name of a row's lead, where it is one that was merged into the lead asked for. */
const BEFORE_MERGING = (column: string) =>
  `(SELECT coalesce(p."name", p."email", p."externalId") FROM "Lead" p WHERE p."id" = ${column} AND p."id" <> $1::uuid)`;

/** Each source gives its newest rows by index; $1 lead, $2 company, $3 before, $4 kinds, $5 rep event types, $6 how many. */
const TIMELINE = `
  SELECT * FROM (
    (SELECT e."id", e."at", CASE WHEN e."type" = ANY($5::text[]) THEN 'activity' ELSE 'behaviour' END AS "kind",
       'event' AS "what", coalesce(t."label", e."type") AS "word", NULL AS "who", e."properties" AS "detail",
       e."filteredAs", e."restoredFrom"
     FROM "Event" e LEFT JOIN "EventType" t ON t."key" = e."type"
     WHERE e."leadId" = $1::uuid AND e."at" <= $3::timestamptz
       AND CASE WHEN e."type" = ANY($5::text[]) THEN 'activity' ELSE 'behaviour' END = ANY($4::text[])
     ORDER BY e."at" DESC LIMIT $6)
    UNION ALL
    (SELECT e."id", e."at", 'company', 'company_event', coalesce(t."label", e."type"), p."name", e."properties",
       e."filteredAs", e."restoredFrom"
     FROM "Event" e LEFT JOIN "EventType" t ON t."key" = e."type" LEFT JOIN "Lead" p ON p."id" = e."leadId"
     WHERE e."companyId" = $2::uuid AND e."leadId" IS DISTINCT FROM $1::uuid AND e."at" <= $3::timestamptz
       AND NOT e."type" = ANY($5::text[]) AND 'company' = ANY($4::text[])
     ORDER BY e."at" DESC LIMIT $6)
    UNION ALL
    (SELECT h."id", h."at", 'score', 'score', h."cause"::text, ${BEFORE_MERGING('h."leadId"')}, jsonb_build_object('score', h."score", 'tier', h."tier",
       'scoreBefore', h."scoreBefore", 'tierBefore', h."tierBefore", 'rubricNumber', v."number", 'moved', h."moved"), NULL, NULL
     FROM "ScoreChange" h JOIN "RubricVersion" v ON v."id" = h."rubricVersionId"
     WHERE h."leadId" IN ${ALL_OF_ONE} AND h."at" <= $3::timestamptz AND 'score' = ANY($4::text[])
       AND (h."cause" IN ('first', 'rubric', 'merge', 'restore') OR h."tier" IS DISTINCT FROM h."tierBefore")
     ORDER BY h."at" DESC LIMIT $6)
    UNION ALL
    (SELECT a."id", a."assignedAt", 'score', 'assignment', a."reason", u."name", NULL, NULL, NULL
     FROM "Assignment" a JOIN "User" u ON u."id" = a."userId"
     WHERE a."leadId" = $1::uuid AND a."assignedAt" <= $3::timestamptz AND 'score' = ANY($4::text[])
     ORDER BY a."assignedAt" DESC LIMIT $6)
    UNION ALL
    (SELECT y."id", y."at", 'activity', 'activity', y."type"::text, u."name",
       jsonb_build_object('outcome', y."outcome", 'note', y."note"), NULL, NULL
     FROM "Activity" y LEFT JOIN "User" u ON u."id" = y."userId"
     WHERE y."leadId" = $1::uuid AND y."at" <= $3::timestamptz AND 'activity' = ANY($4::text[])
     ORDER BY y."at" DESC LIMIT $6)
    UNION ALL
    (SELECT d."id", coalesce(d."closedAt", d."createdAt"), 'activity', 'deal', d."outcome"::text, d."name",
       jsonb_build_object('amount', d."amount", 'currency', d."currency", 'reason', d."lostReason"), NULL, NULL
     FROM "Deal" d
     WHERE d."leadId" = $1::uuid AND coalesce(d."closedAt", d."createdAt") <= $3::timestamptz
       AND 'activity' = ANY($4::text[])
     ORDER BY 2 DESC LIMIT $6)
    UNION ALL
    (SELECT c."id", c."at", 'data', 'change', coalesce(f."label", c."key"), c."source",
       jsonb_build_object('before', c."before", 'after', c."after", 'of', ${BEFORE_MERGING('c."leadId"')}), NULL, NULL
     FROM "AttributeChange" c LEFT JOIN "AttributeDefinition" f
       ON f."key" = c."key" AND f."entity" = CASE WHEN c."leadId" IS NULL THEN 'company' ELSE 'lead' END::"Entity"
     WHERE (c."leadId" IN ${ALL_OF_ONE} OR c."companyId" = $2::uuid) AND c."at" <= $3::timestamptz
       AND 'data' = ANY($4::text[])
     ORDER BY c."at" DESC LIMIT $6)
    UNION ALL
    (SELECT m."id", m."at", 'data', 'merge', coalesce(p."name", p."email", p."externalId", ''), m."actor",
       jsonb_build_object('undoneAt', m."undoneAt", 'last', NOT EXISTS (
         SELECT 1 FROM "LeadMerge" n WHERE n."survivorId" = m."survivorId" AND n."undoneAt" IS NULL
           AND (n."at", n."id") > (m."at", m."id"))), NULL, NULL
     FROM "LeadMerge" m JOIN "Lead" p ON p."id" = m."mergedId"
     WHERE m."survivorId" = $1::uuid AND m."at" <= $3::timestamptz AND 'data' = ANY($4::text[])
     ORDER BY m."at" DESC LIMIT $6)
    UNION ALL
    (SELECT l."id", l."createdAt", 'data', 'created', '', l."source", NULL, NULL, NULL
     FROM "Lead" l WHERE l."id" = $1::uuid AND l."createdAt" <= $3::timestamptz AND 'data' = ANY($4::text[]))
  ) told ORDER BY "at" DESC, "id" DESC LIMIT $6`;

/**
 * What happened to a lead and at its company, newest first.
 *
 * @param kinds which kinds of entries; at least one.
 * @param before the instant to read back from, itself included.
 */
export async function listTimeline(
  lead: { id: string; companyId: string | null },
  kinds: readonly TimelineKind[],
  before: Date,
): Promise<Timeline> {
  const [rows, rules] = await Promise.all([
    querySql<TimelineRow>(getPool(), TIMELINE, [
      lead.id,
      lead.companyId,
      before,
      kinds,
      REP_EVENT_TYPES,
      TIMELINE_LENGTH + 1,
    ]),
    loadRuleNames(lead.id),
  ]);
  return cutTimeline(
    rows.map((row) => toEntry(row, rules)),
    TIMELINE_LENGTH,
  );
}
