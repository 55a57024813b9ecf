import { getDb } from '@/lib/server/db';

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
