import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { v7 } from 'uuid';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { Prisma } from '@/lib/generated/prisma/client';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { addJob } from '@/lib/server/jobs';
import { inTransaction } from '@/lib/server/sql';
import { CHUNK_BYTES, IMPORT_KINDS, MAX_UPLOAD_BYTES } from '../constants';
import { readUpload } from '../data';
import { ImportFault } from '../import-fault';
import { planColumns } from '../plan-columns';
import { openTable } from '../read-table';
import { recogniseKind } from '../recognise-columns';
import { importOptionsSchema, parseMapping, type ImportOptions } from '../schema';
import type { ImportKind } from '../types';

/** An actor who may import. */
export type Importer = Actor<'imports:write'>;

/** Says a fault of a file as one of the request. */
function toAppError(error: unknown): unknown {
  return error instanceof ImportFault ? new AppError('invalid', error.message, error.issues) : error;
}

/**
 * Stores an uploaded file as it streams in, to be looked at and started later. All of it is kept, or nothing.
 *
 * @returns the import's id.
 * @throws AppError `invalid` when it is neither CSV nor XLSX, `too_large` beyond the limit.
 */
export async function storeUpload(
  actor: Importer,
  fileName: string,
  body: AsyncIterable<Uint8Array>,
  now: Date,
): Promise<string> {
  const id = v7();
  return inTransaction(async (client) => {
    await client.query(
      `INSERT INTO "Import" ("id", "kind", "fileName", "fileHash", "mapping", "userId", "createdAt")
       VALUES ($1, 'leads', $2, '', '{}', $3, $4)`,
      [id, fileName, actor.id, now],
    );
    await client.query('INSERT INTO "ImportFile" ("importId", "size") VALUES ($1, 0)', [id]);
    const { size, hash } = await storeChunks(client, id, body);
    const kind = await findKind(client, id);
    const options = importOptionsSchema.parse({ mapping: { kind }, source: null });
    await client.query('UPDATE "ImportFile" SET "size" = $2 WHERE "importId" = $1', [id, size]);
    await client.query(
      'UPDATE "Import" SET "kind" = $2::"ImportKind", "fileHash" = $3, "mapping" = $4::jsonb WHERE "id" = $1',
      [id, kind, hash, JSON.stringify(options)],
    );
    return id;
  });
}

async function storeChunks(client: PoolClient, id: string, body: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let pending = Buffer.alloc(0);
  let [position, size] = [0, 0];
  const store = async (bytes: Buffer) => {
    await client.query(
      'INSERT INTO "ImportFileChunk" ("importId", "position", "bytes") VALUES ($1, $2, $3)',
      [id, position++, bytes],
    );
  };
  for await (const piece of body) {
    hash.update(piece);
    size += piece.byteLength;
    if (size > MAX_UPLOAD_BYTES) {
      throw new AppError(
        'too_large',
        'The file is larger than 1 GB. Use the import command, which takes any size.',
      );
    }
    pending = Buffer.concat([pending, piece]);
    for (; pending.byteLength >= CHUNK_BYTES; pending = pending.subarray(CHUNK_BYTES)) {
      await store(pending.subarray(0, CHUNK_BYTES));
    }
  }
  if (pending.byteLength > 0) await store(pending);
  return { size, hash: hash.digest('hex') };
}

async function findKind(client: PoolClient, id: string): Promise<ImportKind> {
  try {
    const { header, rows } = await openTable(() => readUpload(id, client));
    await rows.return(undefined);
    return recogniseKind(header) ?? 'leads';
  } catch (error) {
    throw toAppError(error);
  }
}

/** Locks an import that nobody has started yet. */
async function takeDraft(tx: Db, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Import" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const found = await tx.import.findUnique({ where: { id } });
  if (!found) throw new AppError('not_found', 'There is no such import any more.');
  if (found.state !== 'waiting' || found.startedAt)
    throw new AppError('conflict', 'This import was started already.');
  return found;
}

/** @throws AppError `invalid` when the mapping names columns that the file does not have. */
async function checkFit(id: string, options: ImportOptions): Promise<void> {
  try {
    const { header, rows } = await openTable(() => readUpload(id), options.format);
    await rows.return(undefined);
    planColumns(header, options.mapping);
  } catch (error) {
    throw toAppError(error);
  }
}

/** Changes how an uploaded file will be read. */
export async function changeOptions(_actor: Importer, id: string, options: ImportOptions): Promise<void> {
  await checkFit(id, options);
  await getDb().$transaction(async (tx) => {
    await takeDraft(tx, id);
    const data = { kind: options.mapping.kind, mapping: options, dryRun: Prisma.DbNull };
    await tx.import.update({ where: { id }, data });
  });
}

/** Lets a mapping file say how an uploaded file will be read. */
export async function applyMapping(actor: Importer, id: string, text: string): Promise<void> {
  try {
    const mapping = parseMapping(text);
    const found = await getDb().import.findUnique({ where: { id }, select: { mapping: true } });
    const { source = null, format = {} } = importOptionsSchema.safeParse(found?.mapping).data ?? {};
    await changeOptions(actor, id, { mapping, source, format });
  } catch (error) {
    throw toAppError(error);
  }
}

/** Hands an uploaded file to the worker, and writes down who did. */
export async function queueImport(actor: Importer, id: string, now: Date): Promise<void> {
  await queueImports(actor, [id], now);
}

/**
 * Hands uploaded files to the worker, which takes them one after the other: companies, then leads, events and deals. All of
 * them are started, or none.
 */
export async function queueImports(actor: Importer, ids: readonly string[], now: Date): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const queue = ids.length > 1 ? `imports-${v7()}` : undefined;
    for (const id of [...ids].sort()) {
      const { fileName, kind } = await takeDraft(tx, id);
      await tx.import.update({ where: { id }, data: { startedAt: now, userId: actor.id } });
      const priority = IMPORT_KINDS.indexOf(kind);
      await addJob(tx, 'run-import', { importId: id }, { key: `import-${id}`, queue, priority });
      const [subject, details] = [`import:${id}`, { fileName, kind }];
      await writeAudit(tx, { user: actor, action: 'import.started', subject, details });
    }
  });
}

/** Has the worker say what importing an uploaded file would do. */
export async function requestDryRun(_actor: Importer, id: string): Promise<void> {
  await getDb().$transaction(async (tx) => {
    await takeDraft(tx, id);
    const dryRun = { state: 'running', progress: null, rejections: [], fault: null };
    await tx.import.update({ where: { id }, data: { dryRun } });
    await addJob(tx, 'run-import', { importId: id, dry: true }, { key: `dry-run-${id}` });
  });
}

/** Throws an uploaded file away that was not started. */
export async function discardImport(_actor: Importer, id: string): Promise<void> {
  await getDb().$transaction(async (tx) => {
    await takeDraft(tx, id);
    await tx.import.delete({ where: { id } });
  });
}
