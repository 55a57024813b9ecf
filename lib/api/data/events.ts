import { querySql, type SqlClient } from '@/lib/server/sql';
import type { EventAnswer } from '../schemas/events';

interface EventRow extends Omit<EventAnswer, 'at' | 'receivedAt'> {
  at: Date;
  receivedAt: Date;
}

const EVENTS = `
  SELECT e."id", e."messageId", e."type", e."at", e."receivedAt", e."leadId", e."companyId", e."properties",
    e."source", e."filteredAs"
  FROM "Event" e`;

/** Stored events by their message ids, in that order. */
export async function loadEventAnswers(
  client: SqlClient,
  messageIds: readonly string[],
): Promise<EventAnswer[]> {
  const rows = await querySql<EventRow>(
    client,
    `${EVENTS} JOIN unnest($1::text[]) WITH ORDINALITY AS wanted("messageId", "position") USING ("messageId")
     ORDER BY wanted."position"`,
    [messageIds],
  );
  return rows.map(toAnswer);
}

/** The ids of stored events by message id. */
export async function findEventIds(
  client: SqlClient,
  messageIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await querySql<{ id: string; messageId: string }>(
    client,
    'SELECT "id", "messageId" FROM "Event" WHERE "messageId" = ANY($1::text[])',
    [messageIds],
  );
  return new Map(rows.map(({ id, messageId }) => [messageId, id]));
}

/** An event's place in a lead's list. */
export interface EventPlace {
  at: Date;
  id: string;
}

/** A page of a lead's events, the latest first, by keyset. */
export async function listEventAnswers(
  client: SqlClient,
  leadId: string,
  { type, after, size }: { type?: string; after?: EventPlace; size: number },
): Promise<EventAnswer[]> {
  const rows = await querySql<EventRow>(
    client,
    `${EVENTS} WHERE e."leadId" = $1::uuid AND ($2::text IS NULL OR e."type" = $2)
       AND ($3::timestamptz IS NULL OR (e."at", e."id") < ($3, $4::uuid))
     ORDER BY e."at" DESC, e."id" DESC LIMIT $5`,
    [leadId, type ?? null, after?.at ?? null, after?.id ?? null, size],
  );
  return rows.map(toAnswer);
}

function toAnswer({ at, receivedAt, ...event }: EventRow): EventAnswer {
  return { ...event, at: at.toISOString(), receivedAt: receivedAt.toISOString() };
}
