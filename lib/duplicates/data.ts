import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import type { DuplicateBasis, DuplicatePair, DuplicateSide, PairKey } from './types';

interface PairRow extends PairKey {
  basis: DuplicateBasis;
  one: DuplicateSide;
  other: DuplicateSide;
}

const instant = (expression: string) => `(extract(epoch FROM ${expression}) * 1000)::float8`;

/** A lead as one side of a pair, as JSON. */
const SIDE = (lead: string) => `(
  SELECT json_build_object('id', l."id", 'name', coalesce(l."name", l."email", l."externalId", 'Unnamed lead'),
    'email', l."email", 'title', l."attributes"->>'title', 'company', c."name", 'owner', o."name",
    'source', l."source", 'externalId', l."externalId", 'tier', s."tier", 'score', s."score",
    'events', (SELECT count(*) FROM "Event" e WHERE e."leadId" = l."id"),
    'deals', (SELECT count(*) FROM "Deal" d WHERE d."leadId" = l."id"),
    'createdAt', ${instant('l."createdAt"')},
    'seenAt', (SELECT ${instant('max(e."at")')} FROM "Event" e WHERE e."leadId" = l."id" AND e."filteredAs" IS NULL))
  FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId" LEFT JOIN "User" o ON o."id" = l."ownerId"
  LEFT JOIN "LeadScore" s ON s."leadId" = l."id" WHERE l."id" = ${lead})`;

/** Proposed and still two leads. */
const OPEN = `d."dismissedAt" IS NULL
  AND EXISTS (SELECT 1 FROM "Lead" a WHERE a."id" = d."leadId" AND a."mergedIntoId" IS NULL)
  AND EXISTS (SELECT 1 FROM "Lead" b WHERE b."id" = d."otherId" AND b."mergedIntoId" IS NULL)`;

/** Whoever has more behind them stands first: that one would stay. */
function toPair({ basis, likeness, one, other }: PairRow): DuplicatePair {
  const weigh = ({ deals, events, createdAt }: DuplicateSide) => [deals, events, -createdAt] as const;
  const [a, b] = [weigh(one), weigh(other)];
  const isFirst = a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
  return { basis, likeness, sides: isFirst >= 0 ? [one, other] : [other, one] };
}

/** Pairs that may be one person, the most alike first; `after` goes on behind a pair. */
export async function listDuplicates(
  size: number,
  after: PairKey | null,
): Promise<{ pairs: DuplicatePair[]; next: PairKey | null }> {
  const rows = await querySql<PairRow>(
    getPool(),
    `WITH page AS MATERIALIZED (
       SELECT d.* FROM "LeadDuplicate" d
       WHERE ${OPEN} AND ($2::real IS NULL OR (-d."likeness", d."leadId", d."otherId") > (-$2::real, $3::uuid, $4::uuid))
       ORDER BY d."likeness" DESC, d."leadId", d."otherId" LIMIT $1::int)
     SELECT page."leadId", page."otherId", page."basis"::text, page."likeness",
       ${SIDE('page."leadId"')} AS "one", ${SIDE('page."otherId"')} AS "other"
     FROM page ORDER BY page."likeness" DESC, page."leadId", page."otherId"`,
    [size + 1, after?.likeness ?? null, after?.leadId ?? null, after?.otherId ?? null],
  );
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const next =
    rows.length > size && last
      ? { likeness: last.likeness, leadId: last.leadId, otherId: last.otherId }
      : null;
  return { pairs: shown.map(toPair), next };
}

/** How many pairs wait for a decision, counted no further than `limit`. */
export async function countDuplicates(limit: number): Promise<number> {
  const [row] = await querySql<{ count: number }>(
    getPool(),
    `SELECT count(*)::int AS "count" FROM (SELECT 1 FROM "LeadDuplicate" d WHERE ${OPEN} LIMIT $1::int) counted`,
    [limit],
  );
  return row?.count ?? 0;
}

/** A lead that may be the same person as another one. */
export interface LikelyDuplicate {
  id: string;
  name: string;
  email: string | null;
  company: string | null;
  basis: DuplicateBasis;
}

/** The leads that may be the same person as this one. */
export async function listDuplicatesOf(leadId: string, limit: number): Promise<LikelyDuplicate[]> {
  return querySql<LikelyDuplicate>(
    getPool(),
    `SELECT l."id", coalesce(l."name", l."email", l."externalId", 'Unnamed lead') AS "name", l."email",
       c."name" AS "company", d."basis"::text
     FROM "LeadDuplicate" d
     JOIN "Lead" l ON l."id" = CASE WHEN d."leadId" = $1::uuid THEN d."otherId" ELSE d."leadId" END
     LEFT JOIN "Company" c ON c."id" = l."companyId"
     WHERE (d."leadId" = $1::uuid OR d."otherId" = $1::uuid) AND ${OPEN}
     ORDER BY d."likeness" DESC, l."id" LIMIT $2::int`,
    [leadId, limit],
  );
}
