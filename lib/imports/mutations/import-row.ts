import { getPool } from '@/lib/server/db';
import { addJob } from '@/lib/server/jobs';
import { announceIds } from '@/lib/server/notify';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { IMPORTS_CHANNEL } from '../constants';
import type { Counts, Rejection } from '../types';

/** Begins an import, or begins it anew after its worker died: what was counted before counts no more. */
export async function startImport(importId: string, now: Date): Promise<void> {
  await querySql(getPool(), 'DELETE FROM "ImportRejection" WHERE "importId" = $1::uuid', [importId]);
  await querySql(
    getPool(),
    `UPDATE "Import" SET "state" = 'running', "startedAt" = $2::timestamptz, "finishedAt" = NULL, "error" = NULL,
       "rowsTotal" = NULL, "rowsRead" = 0, "created" = 0, "updated" = 0, "unchanged" = 0, "rejected" = 0,
       "undoable" = true
     WHERE "id" = $1::uuid`,
    [importId, now],
  );
  await announceIds(getPool(), IMPORTS_CHANNEL, [importId]);
}

/** Notes how many rows there are. */
export async function noteTotal(importId: string, rows: number): Promise<void> {
  await querySql(getPool(), 'UPDATE "Import" SET "rowsTotal" = $2::int WHERE "id" = $1::uuid', [
    importId,
    rows,
  ]);
  await announceIds(getPool(), IMPORTS_CHANNEL, [importId]);
}

/** Notes how far an import is, and what it rejected, in the transaction that writes the rows. */
export async function noteBatch(
  tx: SqlClient,
  importId: string,
  rowsRead: number,
  counts: Counts,
  rejections: readonly Rejection[],
): Promise<void> {
  if (rejections.length > 0) {
    await querySql(
      tx,
      `INSERT INTO "ImportRejection" ("id", "importId", "row", "column", "value", "reason")
       SELECT uuidv7(), $2::uuid, r."row", r."column", r."value", r."reason"
       FROM jsonb_to_recordset($1::jsonb) AS r("row" int, "column" text, "value" text, "reason" text)`,
      [JSON.stringify(rejections), importId],
    );
  }
  const { created, updated, unchanged, rejected } = counts;
  await querySql(
    tx,
    `UPDATE "Import" SET "rowsRead" = $2::int, "created" = $3::int, "updated" = $4::int, "unchanged" = $5::int,
       "rejected" = $6::int WHERE "id" = $1::uuid`,
    [importId, rowsRead, created, updated, unchanged, rejected],
  );
  await announceIds(tx, IMPORTS_CHANNEL, [importId]);
}

/** Ends an import that went through. Its file is not needed any more; duplicates among what it wrote are looked for. */
export async function finishImport(importId: string, startedAt: Date, now: Date): Promise<void> {
  const since = startedAt.toISOString();
  await addJob(getPool(), 'find-duplicates', { since }, { key: `find-duplicates-${importId}` });
  await querySql(getPool(), 'DELETE FROM "ImportFile" WHERE "importId" = $1::uuid', [importId]);
  await querySql(
    getPool(),
    `UPDATE "Import" SET "state" = 'done', "finishedAt" = $2::timestamptz WHERE "id" = $1::uuid`,
    [importId, now],
  );
  await announceIds(getPool(), IMPORTS_CHANNEL, [importId]);
}

/** Ends an import that could not go on, and says why. */
export async function failImport(importId: string, error: string, now: Date): Promise<void> {
  await querySql(
    getPool(),
    `UPDATE "Import" SET "state" = 'failed', "error" = $3, "finishedAt" = $2::timestamptz WHERE "id" = $1::uuid`,
    [importId, now, error.slice(0, 2_000)],
  );
  await announceIds(getPool(), IMPORTS_CHANNEL, [importId]);
}
