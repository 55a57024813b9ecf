/** The statements that keep scores: each takes its whole set at once. */

const SCORE_COLUMNS = [
  'rubricVersionId',
  'fit',
  'intent',
  'score',
  'tier',
  'tierRank',
  'quadrant',
  'disqualifiedBy',
  'reason',
  'contributions',
  'tierSince',
  'scoredAt',
  'nextChangeAt',
];

const quote = (name: string) => `"${name}"`;

/** $1: rows of `LeadScore` as a JSON array. */
export const UPSERT_SCORES = `
  INSERT INTO "LeadScore" ("leadId", ${SCORE_COLUMNS.map(quote).join(', ')})
  SELECT "leadId", ${SCORE_COLUMNS.map(quote).join(', ')}
  FROM json_populate_recordset(NULL::"LeadScore", $1::json)
  ON CONFLICT ("leadId") DO UPDATE SET
    ${SCORE_COLUMNS.map((name) => `${quote(name)} = excluded.${quote(name)}`).join(', ')}`;

/** $1: rows of `ScoreChange` as a JSON array. */
export const INSERT_CHANGES = `
  INSERT INTO "ScoreChange" SELECT * FROM json_populate_recordset(NULL::"ScoreChange", $1::json)`;

/**
 * Notes leads as stale. $1: leads, $2: companies whose leads all are, $3: the named leads' cause (the others' is
 * `company`), $4: whether the leads' colleagues are stale too. A row that is there already is written all the same: that
 * locks it, so that no worker that does not see this transaction's facts yet can take it. In the order of ids, so that
 * two transactions do not wait for each other.
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
  ON CONFLICT ("leadId") DO UPDATE SET "since" = "StaleScore"."since"`;

/**
 * Takes the longest stale leads off the list. $1: how many. Locks them against other workers; what someone else holds is
 * left for later rather than waited for, so that no circle of waiting can form.
 */
export const TAKE_STALE = `
  WITH taken AS (
    SELECT t."leadId" FROM "StaleScore" t JOIN "Lead" l ON l."id" = t."leadId"
    ORDER BY t."since", t."leadId" LIMIT $1
    FOR UPDATE OF t SKIP LOCKED FOR NO KEY UPDATE OF l SKIP LOCKED)
  DELETE FROM "StaleScore" s USING taken WHERE s."leadId" = taken."leadId"
  RETURNING s."leadId", s."cause"::text`;

/** Locks the leads whose score changes by an instant, longest due first. $1: the instant, $2: how many. */
export const TAKE_DUE = `
  SELECT s."leadId", 'decay' AS "cause" FROM "LeadScore" s JOIN "Lead" l ON l."id" = s."leadId"
  WHERE s."nextChangeAt" <= $1::timestamptz ORDER BY s."nextChangeAt", s."leadId" LIMIT $2
  FOR NO KEY UPDATE OF l SKIP LOCKED`;

/** Locks one lead, whatever its state; takes it off the list of stale ones if nobody else is about to. $1: the lead. */
export const TAKE_ONE = `
  WITH held AS (
    SELECT l."id" FROM "Lead" l WHERE l."id" = $1::uuid FOR NO KEY UPDATE SKIP LOCKED),
  listed AS (
    SELECT t."leadId" FROM "StaleScore" t JOIN held ON held."id" = t."leadId" FOR UPDATE OF t SKIP LOCKED),
  gone AS (
    DELETE FROM "StaleScore" s USING listed WHERE s."leadId" = listed."leadId" RETURNING s."leadId", s."cause")
  SELECT held."id" AS "leadId", coalesce(gone."cause"::text, 'decay') AS "cause"
  FROM held LEFT JOIN gone ON gone."leadId" = held."id"`;

/**
 * Locks a page of leads that the live version has not scored, companies together so that their events are read once.
 * $1, $2: company and lead after which the page begins (null: from the start); $3: how many. Leads without a company
 * come last; the page begins among them when only $2 is given. Whoever is on the list of stale leads is taken off it.
 */
export const TAKE_OUTDATED = `
  WITH held AS (
    SELECT l."id", l."companyId" FROM "Lead" l LEFT JOIN "LeadScore" s ON s."leadId" = l."id"
    WHERE l."mergedIntoId" IS NULL
      AND s."rubricVersionId" IS DISTINCT FROM (SELECT v."id" FROM "RubricVersion" v WHERE v."live")
      AND CASE
        WHEN $2::uuid IS NULL THEN true
        WHEN $1::uuid IS NULL THEN l."companyId" IS NULL AND l."id" > $2::uuid
        ELSE l."companyId" IS NULL OR (l."companyId", l."id") > ($1::uuid, $2::uuid) END
    ORDER BY l."companyId" NULLS LAST, l."id" LIMIT $3
    FOR NO KEY UPDATE OF l SKIP LOCKED),
  listed AS (
    SELECT t."leadId" FROM "StaleScore" t JOIN held ON held."id" = t."leadId" FOR UPDATE OF t SKIP LOCKED),
  gone AS (
    DELETE FROM "StaleScore" s USING listed WHERE s."leadId" = listed."leadId")
  SELECT "id" AS "leadId", "companyId", 'rubric' AS "cause" FROM held
  ORDER BY "companyId" NULLS LAST, "id"`;

/** A lead that the live version has not scored, whoever holds it. */
export const FIND_OUTDATED = `
  SELECT l."id" FROM "RubricVersion" v JOIN "Lead" l ON l."mergedIntoId" IS NULL
  LEFT JOIN "LeadScore" s ON s."leadId" = l."id"
  WHERE v."live" AND s."rubricVersionId" IS DISTINCT FROM v."id" LIMIT 1`;

/** Scores of leads that were merged into others go. $1: leads. */
export const DELETE_MERGED = `
  DELETE FROM "LeadScore" s USING "Lead" l
  WHERE s."leadId" = ANY($1::uuid[]) AND l."id" = s."leadId" AND l."mergedIntoId" IS NOT NULL`;
