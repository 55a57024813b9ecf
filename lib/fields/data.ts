import { createEmailReaders } from '@/lib/scoring/email-fields';
import { listSegmentFields } from '@/lib/segments/data';
import type { SegmentField } from '@/lib/segments/segment-rows';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { listEventTypes } from '@/lib/settings/data';
import { buildLists, LISTS_SETTING } from '@/lib/settings/domain-lists';
import { EVENTS_LOOKED_AT, KEPT_FOR_MS, LEADS_LOOKED_AT, MOST_VALUES } from './constants';
import { keepFor } from './keep-for';
import { toProperties, type PropertyCount } from './to-property';
import type { ConditionFields, EventProperties, FieldValues, ValueCount } from './types';

/** How many lists of values a process keeps. */
const MOST_KEPT = 500;

const ALL = '';

/** What conditions can be about: of attributes those that occur, and every event type. Counted at most every ten minutes. */
export function findConditionFields(): Promise<ConditionFields> {
  return keptFields(ALL);
}

const keptFields = keepFor(KEPT_FOR_MS, 1, async (): Promise<ConditionFields> => {
  const [fields, occurring, eventTypes] = await Promise.all([
    listSegmentFields(),
    listOccurring(),
    listEventTypes(),
  ]);
  const occurs = ({ path }: SegmentField) => OWN.has(path) || occurring.has(path);
  return {
    lead: fields.filter(occurs),
    eventTypes: eventTypes.map(({ key, label, events }) => ({ key, label, events })),
  };
});

/** Fields that every lead and company has. */
const OWN: ReadonlySet<string> = new Set([
  'email',
  'email.domain',
  'email.kind',
  'email.role',
  'createdAt',
  'company.name',
  'company.domain',
]);

/** Per cent of the table that make about as many leads as are to be looked at. */
async function sampleShare(): Promise<number> {
  const [size] = await querySql<{ rows: number }>(
    getPool(),
    `SELECT greatest(c."reltuples", 0)::float8 AS "rows" FROM pg_class c WHERE c."oid" = '"Lead"'::regclass`,
  );
  const rows = size?.rows ?? 0;
  return rows <= LEADS_LOOKED_AT ? 100 : (LEADS_LOOKED_AT / rows) * 100;
}

const SAMPLE = `
  sampled AS (
    SELECT l."email", l."attributes", c."name" AS "companyName", c."domain" AS "companyDomain",
      c."attributes" AS "companyAttributes"
    FROM "Lead" l TABLESAMPLE SYSTEM ($1) REPEATABLE (1) LEFT JOIN "Company" c ON c."id" = l."companyId"
    WHERE l."mergedIntoId" IS NULL)`;

/** The paths of the attributes that leads and companies have. */
async function listOccurring(): Promise<Set<string>> {
  const rows = await querySql<{ path: string }>(
    getPool(),
    `WITH ${SAMPLE},
     held AS (
       SELECT '' AS "prefix", "attributes" AS "values" FROM sampled
       UNION ALL SELECT 'company.', "companyAttributes" FROM sampled WHERE "companyAttributes" IS NOT NULL)
     SELECT DISTINCT h."prefix" || name AS "path" FROM held h CROSS JOIN LATERAL jsonb_object_keys(h."values") name
     UNION SELECT DISTINCT h."prefix" || 'custom.' || name FROM held h
       CROSS JOIN LATERAL jsonb_object_keys(CASE jsonb_typeof(h."values"->'custom') WHEN 'object' THEN h."values"->'custom' ELSE '{}' END) name`,
    [await sampleShare()],
  );
  return new Set(rows.map(({ path }) => path));
}

/** SQL that gives a field of a sampled lead as jsonb; attributes by the path in `$2`. */
function fieldSql(path: string): string {
  switch (path) {
    case 'email':
      return 'to_jsonb(lower("email"))';
    case 'email.domain':
      return `to_jsonb(split_part(lower("email"), '@', 2))`;
    case 'company.name':
      return 'to_jsonb("companyName")';
    case 'company.domain':
      return 'to_jsonb("companyDomain")';
    default:
      return path.startsWith('company.') ? '"companyAttributes" #> $2::text[]' : '"attributes" #> $2::text[]';
  }
}

/**
 * The values of a lead's field that occur, with how many leads have each. Of very many leads a sample is counted and
 * extrapolated; counted at most every ten minutes.
 */
export const findFieldValues = keepFor(KEPT_FOR_MS, MOST_KEPT, async (path: string): Promise<FieldValues> => {
  const share = await sampleShare();
  const counted = path === 'email.kind' ? await countEmailKinds(share) : await countValues(path, share);
  const isEstimate = share < 100;
  const values = counted.map(({ value, count }) => ({
    value,
    count: isEstimate ? roundEstimate((count / share) * 100) : count,
  }));
  return { values, isEstimate };
});

function countValues(path: string, share: number): Promise<ValueCount[]> {
  const names = path.split('.').slice(path.startsWith('company.') ? 1 : 0);
  return querySql<ValueCount>(
    getPool(),
    `WITH ${SAMPLE},
     held AS (SELECT ${fieldSql(path)} AS held, $2::text[] AS "names" FROM sampled)
     SELECT value AS "value", count(*)::int AS "count" FROM held
     CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(held) WHEN 'array' THEN held ELSE jsonb_build_array(held) END) value
     WHERE held IS NOT NULL AND jsonb_typeof(value) IN ('string', 'number', 'boolean') AND value <> '""'
     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $3`,
    [share, names, MOST_VALUES],
  );
}

/** The kind of an address is computed from lists, which no database function knows. */
async function countEmailKinds(share: number): Promise<ValueCount[]> {
  const [setting] = await querySql<{ lists: unknown }>(
    getPool(),
    'SELECT s."value" AS "lists" FROM "Setting" s WHERE s."key" = $1',
    [LISTS_SETTING],
  );
  const readers = createEmailReaders(buildLists(setting?.lists));
  const rows = await querySql<{ email: string; count: number }>(
    getPool(),
    `WITH ${SAMPLE}
     SELECT 'x@' || split_part(lower("email"), '@', 2) AS "email", count(*)::int AS "count" FROM sampled
     WHERE "email" IS NOT NULL GROUP BY 1`,
    [share],
  );
  const kinds = new Map<string, number>();
  for (const { email, count } of rows) {
    const kind = readers.kind(email);
    if (typeof kind === 'string') kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  }
  return [...kinds].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

/** Two digits say all that a sample knows. */
function roundEstimate(count: number): number {
  return Number(count.toPrecision(2));
}

/**
 * What the newest events of some types hold, and how often.
 *
 * @param types the types' keys, parted by line breaks.
 */
export const findEventProperties = keepFor(
  KEPT_FOR_MS,
  MOST_KEPT,
  async (types: string): Promise<EventProperties> => {
    const keys = types.split('\n');
    const [rows, [counted]] = await Promise.all([
      querySql<PropertyCount>(getPool(), PROPERTIES, [keys, EVENTS_LOOKED_AT]),
      querySql<{ events: number }>(getPool(), `WITH ${NEWEST} SELECT count(*)::int AS "events" FROM newest`, [
        keys,
        EVENTS_LOOKED_AT,
      ]),
    ]);
    return { properties: toProperties(rows), events: counted?.events ?? 0 };
  },
);

const NEWEST = `
  newest AS (
    SELECT e."properties" FROM unnest($1::text[]) t("type") CROSS JOIN LATERAL (
      SELECT e."properties" FROM "Event" e WHERE e."type" = t."type"
      ORDER BY e."at" DESC LIMIT greatest(1, $2::int / cardinality($1::text[]))) e)`;

const PROPERTIES = `
  WITH ${NEWEST},
  outer_level AS (SELECT p."key" AS "path", p."value" AS held FROM newest CROSS JOIN LATERAL jsonb_each(newest."properties") p),
  level AS (
    SELECT "path", held FROM outer_level WHERE jsonb_typeof(held) <> 'object'
    UNION ALL
    SELECT o."path" || '.' || p."key", p."value" FROM outer_level o
      CROSS JOIN LATERAL jsonb_each(CASE jsonb_typeof(o.held) WHEN 'object' THEN o.held ELSE '{}' END) p)
  SELECT "path", value AS "value", count(*)::int AS "count" FROM level
  CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(held) WHEN 'array' THEN held ELSE jsonb_build_array(held) END) value
  WHERE jsonb_typeof(value) IN ('string', 'number', 'boolean') AND value <> '""' AND "path" NOT LIKE '%..%'
  GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 4000`;
