import { querySql, type SqlClient } from '@/lib/server/sql';
import type { Link } from './find-people';

/** Thrown when another process learned meanwhile whom an id stands for: the work is done anew, knowing that. */
class TakenMeanwhile extends Error {
  readonly code = '40001';
}

const INSERT = `
  INSERT INTO "Identity" ("kind", "value", "leadId")
  SELECT k."kind"::"IdentityKind", k."value", k."leadId"
  FROM unnest($1::text[], $2::text[], $3::uuid[]) AS k("kind", "value", "leadId") ORDER BY 1, 2
  ON CONFLICT ("kind", "value") DO NOTHING RETURNING 1 AS "one"`;

const REPLACE = `
  UPDATE "Identity" i SET "leadId" = k."leadId"
  FROM unnest($1::text[], $2::text[], $3::uuid[]) AS k("kind", "value", "leadId")
  WHERE i."kind" = k."kind"::"IdentityKind" AND i."value" = k."value"`;

const toColumns = (links: readonly Link[]) => [
  links.map(({ kind }) => kind),
  links.map(({ value }) => value),
  links.map(({ leadId }) => leadId),
];

/** Events of a visitor that had no lead become the lead's. $1: visitors, $2: their leads. */
const ATTACH = `
  UPDATE "Event" e SET "leadId" = l."id", "companyId" = coalesce(e."companyId", l."companyId")
  FROM unnest($1::text[], $2::uuid[]) AS k("visitor", "leadId") JOIN "Lead" l ON l."id" = k."leadId"
  WHERE e."anonymousId" = k."visitor" AND e."leadId" IS NULL
  RETURNING e."leadId", e."filteredAs"`;

/**
 * Keeps which ids stand for which leads, and gives the leads what their visitors did before they were known.
 *
 * @returns the leads whose history grew by events that count.
 */
export async function saveLinks(tx: SqlClient, links: readonly Link[]): Promise<string[]> {
  if (links.length === 0) return [];
  const [fresh, moved] = [
    links.filter(({ replaces }) => !replaces),
    links.filter(({ replaces }) => replaces),
  ];
  if (fresh.length > 0) {
    const rows = await querySql(tx, INSERT, toColumns(fresh));
    if (rows.length < fresh.length)
      throw new TakenMeanwhile('An id was linked by another process meanwhile.');
  }
  if (moved.length > 0) await querySql(tx, REPLACE, toColumns(moved));
  const visitors = links.filter(({ kind }) => kind === 'anonymous');
  if (visitors.length === 0) return [];
  const attached = await querySql<{ leadId: string; filteredAs: string | null }>(
    tx,
    ATTACH,
    toColumns(visitors).slice(1),
  );
  return [...new Set(attached.flatMap(({ leadId, filteredAs }) => (filteredAs === null ? leadId : [])))];
}
