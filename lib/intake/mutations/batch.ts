import { querySql, type SqlClient } from '@/lib/server/sql';
import type { ValueChange } from '../merge-attributes';

/** What a batch of records is written with. */
export interface BatchContext {
  tx: SqlClient;
  /** Through which door the records came: "import", "api", "tracking". */
  origin: string;
  /** The import they came with, if any. */
  importId: string | null;
  /** The instant at which changed values are said to have changed. */
  now: Date;
}

/** What became of one record. */
export type GroupOutcome =
  'created' | 'updated' | 'unchanged' | { path: string | null; value: string | null; reason: string };

/** What a batch did: one outcome per record, in order, and whose scores it touches. */
export interface BatchResult {
  outcomes: GroupOutcome[];
  /** Of each record, the id of what was written or found to be the same; null where nothing was. */
  ids: (string | null)[];
  leadIds: Set<string>;
  /** Companies whose leads are all to be scored again. */
  companyIds: Set<string>;
}

/** Writes records of one kind, all in the context's transaction. */
export type RecordWriter<T> = (context: BatchContext, records: readonly T[]) => Promise<BatchResult>;

/** A changed value of a lead or a company. */
export interface EntityChange extends ValueChange {
  leadId: string | null;
  companyId: string | null;
}

/** Writes down which values changed, so that the past stays known. */
export async function insertChanges(
  { tx, origin, importId, now }: BatchContext,
  changes: readonly EntityChange[],
) {
  if (changes.length === 0) return;
  await querySql(
    tx,
    `INSERT INTO "AttributeChange" ("leadId", "companyId", "key", "before", "after", "at", "source", "importId", "id")
     SELECT r."leadId", r."companyId", r."key", r."before", r."after", $2::timestamptz, $4, $3::uuid, uuidv7()
     FROM jsonb_to_recordset($1::jsonb)
       AS r("leadId" uuid, "companyId" uuid, "key" text, "before" jsonb, "after" jsonb)`,
    [JSON.stringify(changes), now, importId, origin],
  );
}

/** The ids of active people by their e-mail address, lower case. */
export async function findOwners(tx: SqlClient, emails: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(emails)];
  if (wanted.length === 0) return new Map();
  const rows = await querySql<{ id: string; email: string }>(
    tx,
    'SELECT "id", lower("email") AS "email" FROM "User" WHERE lower("email") = ANY($1::text[])',
    [wanted],
  );
  return new Map(rows.map((row) => [row.email, row.id]));
}

/** The earlier of two instants. */
export function earlier(stored: Date, given: string | null): Date {
  const other = given === null ? stored : new Date(given);
  return other < stored ? other : stored;
}

/** A key for maps, out of a source and an id of that source. */
export function externalKey(source: string, externalId: string): string {
  return `${source}\n${externalId}`;
}
