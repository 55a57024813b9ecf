import type { Lists } from '@/lib/scoring/types';
import { getDb, type Db } from '@/lib/server/db';
import { defaultLists } from './domain-lists';
import { mergeLists } from './merge-lists';
import { listChangesSchema, type ListChanges } from './schema';

/** Key of the setting that holds an installation's changes to the shipped lists. */
export const LISTS_KEY = 'lists';

export interface SavedListChanges {
  changes: ListChanges;
  /** When they were saved; null when they never were. */
  savedAt: Date | null;
}

/** What the installation added to the shipped lists and took off them. */
export async function readListChanges(db: Db = getDb()): Promise<SavedListChanges> {
  const row = await db.setting.findUnique({ where: { key: LISTS_KEY } });
  return { changes: listChangesSchema.parse(row?.value ?? {}), savedAt: row?.updatedAt ?? null };
}

/** The lists that scoring reads `email.kind` and `email.role` from: the shipped ones with the installation's changes. */
export async function readLists(db: Db = getDb()): Promise<Lists> {
  return mergeLists(defaultLists(), (await readListChanges(db)).changes);
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
