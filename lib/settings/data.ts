import { getDb, type Db } from '@/lib/server/db';
import { buildLists, LISTS_SETTING, listsSettingSchema } from './domain-lists';
import type { OwnLists } from './schema';

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
  type: 'text' | 'number' | 'boolean' | 'date' | 'list';
  standard: boolean;
  entity: 'lead' | 'company';
}

/** Every attribute that leads and companies may have: the standard ones first, then those that came with imports. */
export function listAttributes(): Promise<AttributeRow[]> {
  return getDb().attributeDefinition.findMany({
    orderBy: [{ entity: 'asc' }, { standard: 'desc' }, { label: 'asc' }],
    select: { key: true, label: true, type: true, standard: true, entity: true },
  });
}

export interface EventTypeRow {
  key: string;
  label: string;
  standard: boolean;
  aliases: string[];
  /** Events of the type, and the newest one's instant; 0 and null when none came yet. */
  events: number;
  newestAt: Date | null;
}

/** Every event type that is known or occurs, the most frequent first. */
export async function listEventTypes(): Promise<EventTypeRow[]> {
  const rows = await getDb().$queryRaw<EventTypeRow[]>`
    WITH counted AS (SELECT "type", count(*)::int AS events, max("at") AS "newestAt" FROM "Event" GROUP BY "type")
    SELECT coalesce(t."key", c."type") AS "key", coalesce(t."label", c."type") AS "label",
           coalesce(t."standard", false) AS "standard", coalesce(t."aliases", '{}') AS "aliases",
           coalesce(c.events, 0) AS "events", c."newestAt" AS "newestAt"
    FROM "EventType" t FULL JOIN counted c ON c."type" = t."key"
    ORDER BY "events" DESC, "label"`;
  return rows;
}
