import { getDb, getPool } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { importOptionsSchema } from './schema';
import type { ImportKind, Rejection, ValueType } from './types';
import { NOTHING_UNDONE, type Undone } from './undo-schema';
import { COUNT_UNDO } from './undo-statements';

/** What an import is at: a draft waits to be started by a person, a queued one for a worker. */
export type ImportStage = 'draft' | 'queued' | 'running' | 'done' | 'failed' | 'undoing' | 'undone';

export interface ImportEntry {
  id: string;
  kind: ImportKind;
  fileName: string;
  stage: ImportStage;
  rowsTotal: number | null;
  rowsRead: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  error: string | null;
  /** Whether it can be undone: it has ended, and what it changed was kept. */
  undoable: boolean;
  /** What a dry run found; null when none was asked for since the options were changed. */
  dryRun: unknown;
  /** What undoing it did, or has done so far; null when it was not undone. */
  undone: unknown;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** Who started it; null for the command line. */
  userName: string | null;
}

const ENTRY = `i."id", i."kind"::text AS "kind", i."fileName", i."rowsTotal", i."rowsRead", i."created", i."updated",
  i."unchanged", i."rejected", i."error",
  i."undoable" AND i."state" IN ('done', 'failed') AS "undoable", i."undone", i."dryRun", i."createdAt", i."startedAt", i."finishedAt", u."name" AS "userName",
  CASE WHEN i."state" <> 'waiting' THEN i."state"::text WHEN i."startedAt" IS NULL THEN 'draft' ELSE 'queued' END
    AS "stage"`;

/** The latest imports, newest first. */
export async function listImports(limit: number): Promise<ImportEntry[]> {
  return querySql<ImportEntry>(
    getPool(),
    `SELECT ${ENTRY} FROM "Import" i LEFT JOIN "User" u ON u."id" = i."userId"
     ORDER BY i."createdAt" DESC, i."id" DESC LIMIT $1::int`,
    [limit],
  );
}

/** One import; null when there is none of that id. */
export async function findImport(id: string): Promise<ImportEntry | null> {
  const [entry] = await querySql<ImportEntry>(
    getPool(),
    `SELECT ${ENTRY} FROM "Import" i LEFT JOIN "User" u ON u."id" = i."userId" WHERE i."id" = $1::uuid`,
    [id],
  );
  return entry ?? null;
}

/** How far an import is. */
export type ImportProgress = Pick<ImportEntry, 'id' | 'stage' | 'rowsRead' | 'rowsTotal'>;

/** How far each of some imports is. */
export async function listProgress(ids: readonly string[]): Promise<ImportProgress[]> {
  return querySql<ImportProgress>(
    getPool(),
    `SELECT p."id", p."stage", p."rowsRead", p."rowsTotal" FROM (
       SELECT ${ENTRY} FROM "Import" i LEFT JOIN "User" u ON u."id" = i."userId"
       WHERE i."id" = ANY($1::uuid[])) p`,
    [ids],
  );
}

/** How an import reads its file, as it was last decided; null when there is no such import, or it had no file. */
export async function findImportOptions(id: string) {
  const row = await getDb().import.findUnique({ where: { id }, select: { mapping: true } });
  return importOptionsSchema.safeParse(row?.mapping).data ?? null;
}

/** What undoing an import would do now: some of it may be otherwise by the time it is done. */
export async function countUndo(importId: string): Promise<Undone> {
  const [counts] = await querySql<Undone>(getPool(), COUNT_UNDO, [importId]);
  return counts ?? NOTHING_UNDONE;
}

/**
 * The bytes of an uploaded file, a piece at a time.
 *
 * @param client the transaction that stores it, while nobody else can see it.
 */
export async function* readUpload(
  importId: string,
  client: SqlClient = getPool(),
): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const [chunk] = await querySql<{ bytes: Buffer }>(
      client,
      'SELECT "bytes" FROM "ImportFileChunk" WHERE "importId" = $1::uuid AND "position" = $2::int',
      [importId, position],
    );
    if (!chunk) return;
    yield chunk.bytes;
  }
}

/** The size of an uploaded file in bytes; null once it is gone. */
export async function findUploadSize(importId: string): Promise<number | null> {
  const file = await getDb().importFile.findUnique({ where: { importId }, select: { size: true } });
  return file ? Number(file.size) : null;
}

const REJECTION_PAGE = 5_000;

/** The first rejected rows of an import, by row. */
export async function listRejections(importId: string, limit: number): Promise<Rejection[]> {
  return querySql<Rejection>(
    getPool(),
    `SELECT "row", "column", "value", "reason" FROM "ImportRejection" WHERE "importId" = $1::uuid
     ORDER BY "row", "id" LIMIT $2::int`,
    [importId, limit],
  );
}

/** All rejected rows of an import, by row, read a page at a time. */
export async function* streamRejections(importId: string): AsyncGenerator<Rejection> {
  let after: [number, string] = [0, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const page = await querySql<Rejection & { id: string }>(
      getPool(),
      `SELECT "id", "row", "column", "value", "reason" FROM "ImportRejection"
       WHERE "importId" = $1::uuid AND ("row", "id") > ($2::int, $3::uuid) ORDER BY "row", "id" LIMIT $4::int`,
      [importId, ...after, REJECTION_PAGE],
    );
    for (const { row, column, value, reason } of page) yield { row, column, value, reason };
    const last = page.at(-1);
    if (!last || page.length < REJECTION_PAGE) return;
    after = [last.row, last.id];
  }
}

/** The types of the attributes of the user's own that exist, by the field path under which a kind of file fills them. */
export async function findOwnTypes(kind: ImportKind): Promise<Map<string, ValueType>> {
  const rows = await querySql<{ entity: 'lead' | 'company'; key: string; type: ValueType }>(
    getPool(),
    `SELECT "entity"::text AS "entity", "key", "type"::text AS "type" FROM "AttributeDefinition"
     WHERE starts_with("key", 'custom.')`,
  );
  const home = kind === 'leads' ? 'lead' : kind === 'companies' ? 'company' : null;
  return new Map(
    rows.flatMap(({ entity, key, type }): [string, ValueType][] => {
      if (entity === home) return [[key, type]];
      return kind === 'leads' ? [[`company.${key}`, type]] : [];
    }),
  );
}
