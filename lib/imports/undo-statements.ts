/** The statements that undo an import; $1 is the import in all of them. */

/** A deal that nobody has written since the import ended. */
const UNTOUCHED_DEAL = `d."updatedAt" <= coalesce(i."finishedAt", now())
  AND NOT EXISTS (SELECT 1 FROM "ImportEdit" e WHERE e."entityId" = d."id" AND e."importId" <> $1::uuid)`;

/** A lead that stays: something hangs on it that came otherwise. */
const HELD_LEAD = `(
  EXISTS (SELECT 1 FROM "Event" e WHERE e."leadId" = l."id" AND e."importId" IS DISTINCT FROM $1::uuid)
  OR EXISTS (SELECT 1 FROM "Deal" d WHERE d."leadId" = l."id" AND d."importId" IS DISTINCT FROM $1::uuid)
  OR EXISTS (SELECT 1 FROM "Activity" a WHERE a."leadId" = l."id")
  OR EXISTS (SELECT 1 FROM "Assignment" a WHERE a."leadId" = l."id")
  OR EXISTS (SELECT 1 FROM "LeadMerge" m WHERE (m."survivorId" = l."id" OR m."mergedId" = l."id") AND m."undoneAt" IS NULL)
  OR EXISTS (SELECT 1 FROM "ImportEdit" e WHERE e."entityId" = l."id" AND e."importId" <> $1::uuid)
  OR EXISTS (SELECT 1 FROM "AttributeChange" c WHERE c."leadId" = l."id" AND c."importId" IS DISTINCT FROM $1::uuid))`;

/** A company that stays. */
const HELD_COMPANY = `(
  EXISTS (SELECT 1 FROM "Lead" l WHERE l."companyId" = c."id")
  OR EXISTS (SELECT 1 FROM "Event" e WHERE e."companyId" = c."id" AND e."importId" IS DISTINCT FROM $1::uuid)
  OR EXISTS (SELECT 1 FROM "Deal" d WHERE d."companyId" = c."id" AND d."importId" IS DISTINCT FROM $1::uuid)
  OR EXISTS (SELECT 1 FROM "ImportEdit" e WHERE e."entityId" = c."id" AND e."importId" <> $1::uuid)
  OR EXISTS (SELECT 1 FROM "AttributeChange" a WHERE a."companyId" = c."id" AND a."importId" IS DISTINCT FROM $1::uuid))`;

/** What undoing would do, counted; leads and companies as they stand now. */
export const COUNT_UNDO = `
  SELECT (SELECT count(*)::int FROM "Event" WHERE "importId" = $1::uuid) AS "eventsRemoved",
    (SELECT count(*) FILTER (WHERE ${UNTOUCHED_DEAL})::int FROM "Deal" d JOIN "Import" i ON i."id" = d."importId"
      WHERE d."importId" = $1::uuid) AS "dealsRemoved",
    (SELECT count(*) FILTER (WHERE NOT (${UNTOUCHED_DEAL}))::int FROM "Deal" d JOIN "Import" i ON i."id" = d."importId"
      WHERE d."importId" = $1::uuid) AS "dealsKept",
    (SELECT count(*) FILTER (WHERE NOT ${HELD_LEAD})::int FROM "Lead" l WHERE l."importId" = $1::uuid) AS "leadsRemoved",
    (SELECT count(*) FILTER (WHERE ${HELD_LEAD})::int FROM "Lead" l WHERE l."importId" = $1::uuid) AS "leadsKept",
    (SELECT count(*)::int FROM "Company" WHERE "importId" = $1::uuid) AS "companiesRemoved",
    0 AS "companiesKept",
    (SELECT count(DISTINCT e."entityId")::int FROM "ImportEdit" e
      LEFT JOIN "Lead" l ON l."id" = e."entityId" LEFT JOIN "Company" c ON c."id" = e."entityId"
      LEFT JOIN "Deal" d ON d."id" = e."entityId"
      WHERE e."importId" = $1::uuid AND e."entity" <> 'event'
        AND coalesce(l."importId", c."importId", d."importId") IS DISTINCT FROM $1::uuid) AS "rowsRestored",
    0 AS "valuesKept"`;

/** $2: how many. */
export const DELETE_EVENTS = `
  DELETE FROM "Event" WHERE "id" IN (
    SELECT "id" FROM "Event" WHERE "importId" = $1::uuid LIMIT $2::int FOR UPDATE)
  RETURNING "leadId", "companyId"`;

/** $2: how many, $3: after which id. */
export const DELETE_DEALS = `
  WITH page AS (
    SELECT d."id", ${UNTOUCHED_DEAL} AS "untouched" FROM "Deal" d JOIN "Import" i ON i."id" = d."importId"
    WHERE d."importId" = $1::uuid AND d."id" > $3::uuid ORDER BY d."id" LIMIT $2::int FOR UPDATE OF d),
  gone AS (DELETE FROM "Deal" d USING page WHERE d."id" = page."id" AND page."untouched")
  SELECT "id", "untouched" AS "removed" FROM page ORDER BY "id"`;

/** $2: how many, $3: after which id. Leads are locked before it is looked at what hangs on them. */
export const LOCK_LEADS = `
  SELECT "id" FROM "Lead" WHERE "importId" = $1::uuid AND "id" > $3::uuid ORDER BY "id" LIMIT $2::int FOR UPDATE`;

/** $2: leads that are locked. */
export const DELETE_LEADS = `
  DELETE FROM "Lead" l WHERE l."id" = ANY($2::uuid[]) AND NOT ${HELD_LEAD} RETURNING l."id", l."companyId"`;

export const LOCK_COMPANIES = `
  SELECT "id" FROM "Company" WHERE "importId" = $1::uuid AND "id" > $3::uuid ORDER BY "id" LIMIT $2::int FOR UPDATE`;

/** $2: companies that are locked. */
export const DELETE_COMPANIES = `
  DELETE FROM "Company" c WHERE c."id" = ANY($2::uuid[]) AND NOT ${HELD_COMPANY} RETURNING c."id"`;

/** The last edits that are not put back yet; $2: how many. */
export const LIST_EDITS = `
  SELECT "id", "entity"::text, "entityId", "before", "after" FROM "ImportEdit"
  WHERE "importId" = $1::uuid ORDER BY "id" DESC LIMIT $2::int FOR UPDATE`;

/** Own attributes that came with the import and that nobody has a value of. */
export const DELETE_DEFINITIONS = `
  DELETE FROM "AttributeDefinition" f WHERE f."importId" = $1::uuid
    AND NOT EXISTS (SELECT 1 FROM "Lead" l WHERE f."entity" = 'lead'
      AND l."attributes"->'custom' ? substr(f."key", length('custom.') + 1))
    AND NOT EXISTS (SELECT 1 FROM "Company" c WHERE f."entity" = 'company'
      AND c."attributes"->'custom' ? substr(f."key", length('custom.') + 1))`;
