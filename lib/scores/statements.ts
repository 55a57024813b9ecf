/** The statements that keep scores: each takes its whole set at once. */

import { selectColumns, type Column } from './to-columns';

const SCORE = [
  { name: 'fit', type: 'smallint' },
  { name: 'intent', type: 'smallint' },
  { name: 'score', type: 'smallint' },
  { name: 'tier', type: 'text' },
  { name: 'quadrant', type: '"Quadrant"' },
] as const;

/** What is written of a score in `LeadScore` that is measured from evidence stored before. */
export const POINTS_COLUMNS = [
  { name: 'leadId', type: 'uuid' },
  { name: 'rubricVersionId', type: 'uuid' },
  ...SCORE,
  { name: 'tierRank', type: 'smallint' },
  { name: 'disqualifiedBy', type: 'text[]' },
  { name: 'reason', type: 'jsonb' },
  { name: 'counted', type: 'smallint[]' },
  { name: 'tierSince', type: 'timestamptz' },
  { name: 'scoredAt', type: 'timestamptz' },
  { name: 'nextChangeAt', type: 'timestamptz' },
] as const;

/** What is written of `LeadScore`. */
export const SCORE_COLUMNS = [...POINTS_COLUMNS, { name: 'evidence', type: 'bytea' }] as const;

const PLACE = { name: 'place', type: 'tid' } as const;

/** What is written of `ScoreChange`. */
export const CHANGE_COLUMNS = [
  { name: 'id', type: 'uuid' },
  { name: 'leadId', type: 'uuid' },
  { name: 'rubricVersionId', type: 'uuid' },
  { name: 'at', type: 'timestamptz' },
  { name: 'cause', type: '"ScoreCause"' },
  ...SCORE,
  { name: 'contributions', type: 'jsonb' },
  { name: 'scoreBefore', type: 'smallint' },
  { name: 'tierBefore', type: 'text' },
  { name: 'quadrantBefore', type: '"Quadrant"' },
  { name: 'moved', type: 'jsonb' },
] as const;

const nameAll = (columns: readonly Column[]) => columns.map(({ name }) => `"${name}"`).join(', ');

/**
 * First scores, and the ids of those that were written. A lead that has a score by now was scored by someone who may know
 * more of it: it is left alone, and noted as stale. The columns of {@link SCORE_COLUMNS}.
 */
export const INSERT_SCORES = `
  WITH given AS (${selectColumns(SCORE_COLUMNS)}),
  inserted AS (
    INSERT INTO "LeadScore" (${nameAll(SCORE_COLUMNS)}) SELECT * FROM given
    ON CONFLICT ("leadId") DO NOTHING RETURNING "leadId"),
  noted AS (
    INSERT INTO "StaleScore" ("leadId", "cause", "since")
    SELECT "leadId", 'attribute', clock_timestamp() FROM given
    WHERE "leadId" NOT IN (SELECT inserted."leadId" FROM inserted)
    ON CONFLICT ("leadId") DO NOTHING)
  SELECT "leadId" FROM inserted`;

function updateScores(columns: readonly Column[]): string {
  const values = columns.filter(({ name }) => name !== 'leadId' && name !== PLACE.name);
  return `
  UPDATE "LeadScore" s SET ${values.map(({ name }) => `"${name}" = r."${name}"`).join(', ')}
  FROM (${selectColumns(columns)}) r WHERE s."ctid" = r."place" AND s."leadId" = r."leadId"`;
}

/** {@link SCORE_COLUMNS} with the place of the row, which this transaction holds: no index is asked for it. */
export const PLACED_SCORE_COLUMNS = [...SCORE_COLUMNS, PLACE] as const;

/** {@link POINTS_COLUMNS}, likewise. */
export const PLACED_POINTS_COLUMNS = [...POINTS_COLUMNS, PLACE] as const;

/** The columns of {@link PLACED_SCORE_COLUMNS}. */
export const UPDATE_SCORES = updateScores(PLACED_SCORE_COLUMNS);

/** The columns of {@link PLACED_POINTS_COLUMNS}. */
export const UPDATE_POINTS = updateScores(PLACED_POINTS_COLUMNS);

/** Scores that another version leaves as they are. $1: the version, $2: the places of rows that this transaction holds. */
export const UPDATE_VERSION = `
  UPDATE "LeadScore" SET "rubricVersionId" = $1::uuid WHERE "ctid" = ANY($2::tid[])`;

/** What is written of a score that comes out as it is stored, see `RenewedScore`. */
export const RENEWED_COLUMNS = [
  PLACE,
  { name: 'reason', type: 'jsonb' },
  { name: 'nextChangeAt', type: 'timestamptz' },
] as const;

/** $1: the version, $2: the instant, then the columns of {@link RENEWED_COLUMNS}. Its evidence serves that instant as well. */
export const RENEW_SCORES = `
  UPDATE "LeadScore" s SET "rubricVersionId" = $1::uuid, "scoredAt" = $2::timestamptz, "reason" = r."reason",
    "nextChangeAt" = r."nextChangeAt"
  FROM (${selectColumns(RENEWED_COLUMNS, 3)}) r WHERE s."ctid" = r."place"`;

/** What is read of a stored score. */
export const STORED_SCORE = `
  s."leadId", s."ctid"::text AS "place", s."rubricVersionId", s."fit", s."intent", s."score", s."tier",
  s."quadrant"::text, s."disqualifiedBy", s."reason", s."counted", s."evidence",
  round(date_part('epoch', s."tierSince") * 1000) AS "tierSince",
  round(date_part('epoch', s."scoredAt") * 1000) AS "scoredAt",
  round(date_part('epoch', s."nextChangeAt") * 1000) AS "nextChangeAt"`;

/** The columns of {@link CHANGE_COLUMNS}. */
export const INSERT_CHANGES = `
  INSERT INTO "ScoreChange" (${nameAll(CHANGE_COLUMNS)})
  ${selectColumns(CHANGE_COLUMNS)}`;

/**
 * Notes leads as stale. $1: leads, $2: companies whose leads all are, $3: the named leads' cause (the others' is
 * `company`), $4: whether the leads' colleagues are stale too. A row that is there already stays as it is, but is locked,
 * so that no worker that does not see this transaction's facts yet can take it. In the order of ids, so that two
 * transactions do not wait for each other.
 */
export const INSERT_STALE = `
  WITH named AS (
    SELECT l."id", l."companyId" FROM "Lead" l WHERE l."id" = ANY($1::uuid[])),
  touched AS (
    SELECT "id", true AS "named" FROM named
    UNION ALL SELECT l."id", false FROM "Lead" l WHERE l."companyId" = ANY($2::uuid[])
    UNION ALL SELECT l."id", false FROM "Lead" l
      WHERE $4::boolean AND l."companyId" IN (SELECT named."companyId" FROM named))
  INSERT INTO "StaleScore" ("leadId", "cause", "since")
  SELECT "id", CASE WHEN bool_or("named") THEN $3::text ELSE 'company' END::"ScoreCause", clock_timestamp()
  FROM touched GROUP BY "id" ORDER BY "id"
  ON CONFLICT ("leadId") DO UPDATE SET "since" = "StaleScore"."since" WHERE false`;

/*
 * Whoever rescores a lead holds the row of its score, or the lead's own while it has none: nothing else waits for the
 * former, so that neither reps nor imports notice a rescoring. What someone else holds is left for later rather than
 * waited for, so that no circle of waiting can form. `wanted` names leads with the cause of their rescoring.
 */
const HOLD = `
  scored AS (
    SELECT s."leadId" FROM "LeadScore" s WHERE s."leadId" IN (SELECT wanted."leadId" FROM wanted)
    FOR NO KEY UPDATE SKIP LOCKED),
  unscored AS (
    SELECT l."id" AS "leadId" FROM "Lead" l WHERE l."id" IN (SELECT wanted."leadId" FROM wanted)
      AND NOT EXISTS (SELECT FROM "LeadScore" s WHERE s."leadId" = l."id")
    FOR NO KEY UPDATE SKIP LOCKED),
  held AS (
    SELECT "leadId" FROM scored UNION ALL SELECT "leadId" FROM unscored)`;

/** Takes held leads off the list of stale ones, but for those that somebody is about to note again. */
const TAKE_OFF = `
  listed AS (
    SELECT t."leadId" FROM "StaleScore" t WHERE t."leadId" IN (SELECT held."leadId" FROM held)
    FOR UPDATE SKIP LOCKED),
  gone AS (
    DELETE FROM "StaleScore" s USING listed WHERE s."leadId" = listed."leadId" RETURNING s."leadId", s."cause")`;

/**
 * Takes the longest stale leads off the list, and holds the leads whose score changes by an instant and whose facts are as
 * they were, longest due first. $1: the instant, $2: how many of each.
 */
export const TAKE_WAITING = `
  WITH wanted AS MATERIALIZED (
    SELECT t."leadId" FROM "StaleScore" t ORDER BY t."since", t."leadId" LIMIT $2 FOR UPDATE SKIP LOCKED),${HOLD},${TAKE_OFF},
  due AS MATERIALIZED (
    SELECT s."leadId" FROM "LeadScore" s
    WHERE s."nextChangeAt" <= $1::timestamptz AND NOT EXISTS (SELECT FROM "StaleScore" t WHERE t."leadId" = s."leadId")
    ORDER BY s."nextChangeAt", s."leadId" LIMIT $2
    FOR NO KEY UPDATE OF s SKIP LOCKED)
  SELECT gone."leadId", gone."cause"::text, true AS "stale" FROM gone
  UNION ALL SELECT due."leadId", 'decay', false FROM due`;

/** Holds one lead, whatever its state; takes it off the list of stale ones if nobody else is about to. $1: the lead. */
export const TAKE_ONE = `
  WITH wanted AS (SELECT $1::uuid AS "leadId"),${HOLD},${TAKE_OFF}
  SELECT held."leadId", coalesce(gone."cause"::text, 'decay') AS "cause", gone."leadId" IS NOT NULL AS "stale"
  FROM held LEFT JOIN gone ON gone."leadId" = held."leadId"`;

/**
 * Every lead that the live version has not scored, in pages, companies together so that their events are read once.
 * $1: leads per page. One row per page: ids with commas between them.
 */
export const LIST_OUTDATED = `
  SELECT string_agg(o."id"::text, ',' ORDER BY o."place") AS "leadIds"
  FROM (
    SELECT l."id", row_number() OVER (ORDER BY l."companyId" NULLS LAST, l."id") - 1 AS "place"
    FROM "Lead" l LEFT JOIN "LeadScore" s ON s."leadId" = l."id"
    WHERE l."mergedIntoId" IS NULL
      AND s."rubricVersionId" IS DISTINCT FROM (SELECT v."id" FROM "RubricVersion" v WHERE v."live")) o
  GROUP BY o."place" / $1::int ORDER BY o."place" / $1::int`;

/**
 * Holds those leads of a page that the live version has not scored meanwhile. $1: the page. Whoever is on the list of
 * stale leads is taken off it.
 */
export const TAKE_OUTDATED = `
  WITH wanted AS MATERIALIZED (
    SELECT l."id" AS "leadId" FROM "Lead" l LEFT JOIN "LeadScore" s ON s."leadId" = l."id"
    WHERE l."id" = ANY($1::uuid[]) AND l."mergedIntoId" IS NULL
      AND s."rubricVersionId" IS DISTINCT FROM (SELECT v."id" FROM "RubricVersion" v WHERE v."live")),${HOLD},${TAKE_OFF}
  SELECT held."leadId", 'rubric' AS "cause", gone."leadId" IS NOT NULL AS "stale"
  FROM held LEFT JOIN gone ON gone."leadId" = held."leadId"`;

/** What a stored score says, as one text to be compared with `giveGist` of another. */
const SCORE_GIST = `concat_ws('|', s."fit", s."intent", s."score", s."tier", s."quadrant",
  array_to_string(s."disqualifiedBy", ','), array_to_string(s."counted", ','), s."reason"->>'criterionId', s."reason"->>'at')`;

/**
 * Holds the scores in a part of the table that the live version has not measured and whose leads' facts are as they were.
 * $1, $2: the part, see `readBlocks`. One row per version, with all its scores packed into one value, which is several
 * times quicker to send and to read than a row each: `lib/scores/glance.ts` reads it. Who is on the list of stale leads
 * is left to a look of its own.
 */
export const HOLD_BLOCKS = `
  WITH held AS MATERIALIZED (
    SELECT s."ctid" AS "place", s."leadId", s."rubricVersionId", s."nextChangeAt", s."evidence",
      convert_to(${SCORE_GIST}, 'UTF8') AS "gist"
    FROM "LeadScore" s
    WHERE s."ctid" >= $1::tid AND s."ctid" < $2::tid
      AND s."rubricVersionId" <> (SELECT v."id" FROM "RubricVersion" v WHERE v."live")
      AND NOT EXISTS (SELECT FROM "StaleScore" t WHERE t."leadId" = s."leadId")
    FOR NO KEY UPDATE OF s SKIP LOCKED)
  SELECT held."rubricVersionId" AS "versionId",
    string_agg(tidsend(held."place") || timestamptz_send(coalesce(held."nextChangeAt", 'infinity'))
      || uuid_send(held."leadId") || int4send(length(held."gist")) || int4send(length(held."evidence"))
      || held."gist" || held."evidence", ''::bytea) AS "packed"
  FROM held GROUP BY held."rubricVersionId"`;

/** Of which versions the stored scores are, and how many of each; of the leads that have none, how many. */
export const COUNT_VERSIONS = `
  WITH scores AS (SELECT "rubricVersionId" AS "versionId", count(*)::int AS "leads" FROM "LeadScore" GROUP BY 1)
  SELECT * FROM scores
  UNION ALL SELECT NULL, rest."leads" FROM (
    SELECT (SELECT count(*)::int FROM "Lead" WHERE "mergedIntoId" IS NULL)
      - (SELECT coalesce(sum("leads"), 0)::int FROM scores)
      + (SELECT count(*)::int FROM "LeadScore" s JOIN "Lead" l ON l."id" = s."leadId"
        WHERE l."mergedIntoId" IS NOT NULL) AS "leads") rest
  WHERE rest."leads" > 0`;

/** Leads that the live version has not scored, whoever holds them. $1: how many at most. */
export const FIND_OUTDATED = `
  (SELECT l."id" FROM "LeadScore" s JOIN "Lead" l ON l."id" = s."leadId"
    WHERE l."mergedIntoId" IS NULL
      AND s."rubricVersionId" <> (SELECT v."id" FROM "RubricVersion" v WHERE v."live") LIMIT $1)
  UNION ALL
  (SELECT l."id" FROM "RubricVersion" v JOIN "Lead" l ON l."mergedIntoId" IS NULL
    WHERE v."live" AND NOT EXISTS (SELECT FROM "LeadScore" s WHERE s."leadId" = l."id") LIMIT $1)
  LIMIT $1`;

/** Scores of leads that were merged into others go. $1: leads. */
export const DELETE_MERGED = `
  DELETE FROM "LeadScore" s USING "Lead" l
  WHERE s."leadId" = ANY($1::uuid[]) AND l."id" = s."leadId" AND l."mergedIntoId" IS NOT NULL`;
