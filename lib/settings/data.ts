import { STANDARD_COMPANY_ATTRIBUTES } from '@/lib/companies/constants';
import { MOST_COUNTED, STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import { TYPES_IN_USE } from '@/lib/events/types-in-use';
import type { AttributeType, Entity } from '@/lib/generated/prisma/enums';
import { STANDARD_LEAD_ATTRIBUTES } from '@/lib/leads/constants';
import { getDb, getPool, type Db } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { buildLists, LISTS_SETTING, listsSettingSchema } from './domain-lists';
import type { OwnLists } from './schema';

/** A setting as it is stored. */
export interface StoredSetting {
  /** Undefined while nothing was saved. */
  value: unknown;
  /** When it was saved; null when it never was. */
  savedAt: Date | null;
}

/** A setting by its key. */
export async function readSetting(client: SqlClient, key: string): Promise<StoredSetting> {
  const [row] = await querySql<{ value: unknown; savedAt: Date }>(
    client,
    'SELECT "value", "updatedAt" AS "savedAt" FROM "Setting" WHERE "key" = $1',
    [key],
  );
  return row ?? { value: undefined, savedAt: null };
}

export interface SavedLists {
  lists: OwnLists;
  /** When they were saved; null when they never were. */
  savedAt: Date | null;
}

/** What the installation adds to the packaged lists. */
export async function readOwnLists(db: Db = getDb()): Promise<SavedLists> {
  const row = await db.setting.findUnique({ where: { key: LISTS_SETTING } });
  return { lists: listsSettingSchema.parse(row?.value ?? {}), savedAt: row?.updatedAt ?? null };
}

/** How many entries the packaged lists have, before an installation adds its own. */
export function countPackagedEntries(): Record<
  'personalDomains' | 'disposableDomains' | 'roleNames',
  number
> {
  const { personalDomains, disposableDomains, roleNames } = buildLists();
  return {
    personalDomains: personalDomains.length,
    disposableDomains: disposableDomains.length,
    roleNames: roleNames.length,
  };
}

/** How many leads there are. */
export function countLeads(): Promise<number> {
  return getDb().lead.count({ where: { mergedIntoId: null } });
}

export interface AttributeRow {
  key: string;
  label: string;
  type: AttributeType;
  /** Known to every installation; the others came with imports. */
  standard: boolean;
}

/** Every attribute that leads or companies may have: the standard ones first, then the installation's own by name. */
export async function listAttributes(entity: Entity): Promise<AttributeRow[]> {
  const known = await getDb().attributeDefinition.findMany({
    where: { entity },
    orderBy: { label: 'asc' },
    select: { key: true, label: true, type: true },
  });
  const standard = entity === 'lead' ? STANDARD_LEAD_ATTRIBUTES : STANDARD_COMPANY_ATTRIBUTES;
  const standardKeys = new Set<string>(standard.map(({ key }) => key));
  return [
    ...standard.map((attribute) => ({ ...attribute, standard: true })),
    ...known
      .filter(({ key }) => !standardKeys.has(key))
      .map((attribute) => ({ ...attribute, standard: false })),
  ];
}

export interface EventTypeRow {
  key: string;
  label: string;
  /** Names under which other tools send it. */
  aliases: readonly string[];
  standard: boolean;
  /** Events of the type, counted up to `MOST_COUNTED`, and the newest one's instant; 0 and null when none came yet. */
  events: number;
  newestAt: Date | null;
}

const COUNT_TYPES = `
  WITH RECURSIVE ${TYPES_IN_USE}
  SELECT used."type", counted."events", newest."newestAt" FROM used
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS "events" FROM (
      SELECT FROM "Event" e WHERE e."type" = used."type" LIMIT $1) found) counted
  CROSS JOIN LATERAL (SELECT max(e."at") AS "newestAt" FROM "Event" e WHERE e."type" = used."type") newest`;

/** Every event type that is known or occurs, the most frequent first. */
export async function listEventTypes(): Promise<EventTypeRow[]> {
  const [known, counted] = await Promise.all([
    getDb().eventType.findMany({ select: { key: true, label: true, aliases: true } }),
    querySql<{ type: string; events: number; newestAt: Date }>(getPool(), COUNT_TYPES, [MOST_COUNTED]),
  ]);
  const counts = new Map(counted.map(({ type, ...count }) => [type, count]));
  const rows = new Map<string, Omit<EventTypeRow, 'events' | 'newestAt'>>();
  for (const { type } of counted) rows.set(type, { key: type, label: type, aliases: [], standard: false });
  for (const one of known) rows.set(one.key, { ...one, standard: false });
  for (const { key, label, aliases } of STANDARD_EVENT_TYPES)
    rows.set(key, {
      key,
      label,
      aliases: [...aliases, ...(rows.get(key)?.aliases ?? [])],
      standard: true,
    });
  return [...rows.values()]
    .map((row) => ({ ...row, ...(counts.get(row.key) ?? { events: 0, newestAt: null }) }))
    .sort((a, b) => b.events - a.events || a.label.localeCompare(b.label, 'en'));
}
