import type { Actor } from '@/lib/auth/actor';
import { writeAudit } from '@/lib/audit/mutations';
import { getDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { addJob } from '@/lib/server/jobs';
import { inTransaction, querySql } from '@/lib/server/sql';
import { LARGEST_COMPANY, LEAST_LIKENESS, LEAST_LIKENESS_OF_ID, LONG_ID, MOST_PAIRS } from './constants';

/**
 * The leads as they are compared; a table of its own, so that the planner knows how many there are. $1: leads written since,
 * null for all. One mailbox is one local part without its "+tag" (and, at Gmail, without dots) at one domain.
 */
const TABLE = `
  CREATE TEMPORARY TABLE "present" ("id" uuid, "name" text, "companyId" uuid, "source" text, "externalId" text,
    "fresh" boolean, "mailbox" text) ON COMMIT DROP`;

const FILL = `
  INSERT INTO "present"
  SELECT "id", "name", "companyId", "source", "externalId", $1::timestamptz IS NULL OR "updatedAt" >= $1 AS "fresh",
    CASE WHEN "emailKey" IS NULL THEN NULL
      WHEN split_part("emailKey", '@', 2) IN ('gmail.com', 'googlemail.com')
      THEN replace(split_part(split_part("emailKey", '@', 1), '+', 1), '.', '') || '@gmail.com'
      ELSE split_part(split_part("emailKey", '@', 1), '+', 1) || '@' || split_part("emailKey", '@', 2)
    END AS "mailbox"
  FROM "Lead" WHERE "mergedIntoId" IS NULL`;

/**
 * Proposes pairs in one statement. $1 to $5: the limits of `constants.ts`. Each of many of one mailbox is paired with the
 * first of them, so that pairs do not grow with the square.
 */
const PROPOSE = `
  WITH shared AS (
    SELECT "mailbox", (array_agg("id" ORDER BY "id"))[1] AS "first" FROM present WHERE "mailbox" IS NOT NULL
    GROUP BY "mailbox" HAVING count(*) > 1 AND bool_or("fresh")),
  by_mailbox AS (
    SELECT shared."first", p."id" AS "other" FROM shared JOIN present p USING ("mailbox")
    WHERE p."id" <> shared."first"),
  by_id AS (
    SELECT l."id" AS "first", o."id" AS "other"
    FROM present l JOIN present o ON o."externalId" = l."externalId" AND o."source" <> l."source" AND o."id" > l."id"
    WHERE (l."fresh" OR o."fresh")
      AND (length(l."externalId") >= $3::int OR similarity(l."name", o."name") >= $2::real)),
  sized AS (
    SELECT "companyId" FROM present WHERE "companyId" IS NOT NULL
    GROUP BY "companyId" HAVING bool_or("fresh") AND count(*) BETWEEN 2 AND $4::int),
  by_name AS (
    SELECT l."id" AS "first", o."id" AS "other", similarity(l."name", o."name") AS "likeness"
    FROM sized JOIN present l USING ("companyId") JOIN present o USING ("companyId")
    WHERE o."id" > l."id" AND (l."fresh" OR o."fresh") AND similarity(l."name", o."name") >= $1::real
    UNION ALL
    SELECT l."id", o."id", 1 FROM present l JOIN present o
      ON o."companyId" = l."companyId" AND lower(o."name") = lower(l."name") AND o."id" > l."id"
    WHERE (l."fresh" OR o."fresh") AND l."companyId" NOT IN (SELECT "companyId" FROM sized)),
  found AS (
    SELECT "first", "other", 1 AS "rank", 'email' AS "basis", 1::real AS "likeness" FROM by_mailbox
    UNION ALL SELECT "first", "other", 2, 'external_id', 1 FROM by_id
    UNION ALL SELECT "first", "other", 3, 'name', "likeness" FROM by_name),
  best AS (
    SELECT DISTINCT ON (least("first", "other"), greatest("first", "other"))
      least("first", "other") AS "leadId", greatest("first", "other") AS "otherId", "basis", "likeness", "rank"
    FROM found ORDER BY 1, 2, "rank", "likeness" DESC)
  INSERT INTO "LeadDuplicate" ("leadId", "otherId", "basis", "likeness", "foundAt")
  SELECT b."leadId", b."otherId", b."basis"::"DuplicateBasis", b."likeness", now()
  FROM best b LEFT JOIN "LeadDuplicate" known ON known."leadId" = b."leadId" AND known."otherId" = b."otherId"
  WHERE known."leadId" IS NULL
  ORDER BY b."rank", b."likeness" DESC, b."leadId", b."otherId" LIMIT $5::int
  ON CONFLICT ("leadId", "otherId") DO NOTHING RETURNING "leadId"`;

/**
 * Looks for leads that may be one person and proposes them; pairs that were proposed or judged before stay as they are.
 *
 * @param since only pairs of which one was written since then; null for all.
 * @returns how many pairs are new, MOST_PAIRS at most.
 */
export async function proposeDuplicates(since: Date | null): Promise<number> {
  return inTransaction(async (client) => {
    // One look at a time; what the other one finds is not found twice.
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('propose duplicates', 0))`);
    await client.query(TABLE);
    await querySql(client, FILL, [since]);
    await client.query('ANALYZE "present"');
    const values = [LEAST_LIKENESS, LEAST_LIKENESS_OF_ID, LONG_ID, LARGEST_COMPANY, MOST_PAIRS];
    return (await querySql(client, PROPOSE, values)).length;
  });
}

/** Has the worker look through all leads for duplicates. */
export async function requestDuplicates(actor: Actor<'leads:merge'>): Promise<void> {
  await getDb().$transaction(async (tx) => {
    await addJob(tx, 'find-duplicates', {}, { key: 'find-duplicates' });
    await writeAudit(tx, { user: actor, action: 'duplicates.looked_for' });
  });
}

/**
 * Remembers that two leads are not the same, or takes that back.
 *
 * @throws AppError `not_found` when they were not proposed.
 */
export async function judgeDuplicate(
  actor: Actor<'leads:merge'>,
  { leadId, otherId, same }: { leadId: string; otherId: string; same: boolean },
  now: Date,
): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const { count } = await tx.leadDuplicate.updateMany({
      where: {
        OR: [
          { leadId, otherId },
          { leadId: otherId, otherId: leadId },
        ],
      },
      data: same ? { dismissedAt: null, dismissedById: null } : { dismissedAt: now, dismissedById: actor.id },
    });
    if (count === 0) throw new AppError('not_found', 'These two leads are not proposed (any more).');
    await writeAudit(tx, {
      user: actor,
      action: same ? 'duplicate.proposed_again' : 'duplicate.dismissed',
      subject: `lead:${leadId}`,
      details: { other: otherId },
    });
  });
}
