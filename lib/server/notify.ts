import { querySql, type SqlClient } from './sql';

/** A message of Postgres holds 8,000 bytes: so many ids fit. */
const IDS_PER_MESSAGE = 200;

/** Above so many messages, listeners are told to read anew rather than one by one. */
const MAX_MESSAGES = 5;

/** Tells whoever listens on a channel something, once the transaction commits: JSON of at most 8,000 bytes. */
export async function announce(client: SqlClient, channel: string, message: object): Promise<void> {
  await querySql(client, 'SELECT pg_notify($1, $2)::text AS "told"', [channel, JSON.stringify(message)]);
}

/**
 * Tells whoever listens on a channel which rows changed, once the transaction commits: JSON arrays of ids. An empty array
 * stands for more than messages should hold.
 */
export async function announceIds(client: SqlClient, channel: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const many = ids.length > IDS_PER_MESSAGE * MAX_MESSAGES;
  const messages: string[] = many ? ['[]'] : [];
  for (let from = 0; !many && from < ids.length; from += IDS_PER_MESSAGE) {
    messages.push(JSON.stringify(ids.slice(from, from + IDS_PER_MESSAGE)));
  }
  await querySql(
    client,
    'SELECT pg_notify($1, "message")::text AS "told" FROM unnest($2::text[]) AS "message"',
    [channel, messages],
  );
}
