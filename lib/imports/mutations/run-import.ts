import { createHash } from 'node:crypto';
import { writeAudit } from '@/lib/audit/mutations';
import { getDb, getPool } from '@/lib/server/db';
import { logger } from '@/lib/server/logger';
import { querySql } from '@/lib/server/sql';
import { findImport, findImportOptions, readUpload } from '../data';
import { ImportFault } from '../import-fault';
import type { OpenBytes } from '../read-table';
import type { DryRun, ImportOptions } from '../schema';
import type { Progress } from './batch-writer';
import { failImport, finishImport, startImport } from './import-row';
import { processFile, type Processed } from './process-file';

export interface RunOptions {
  clock: () => Date;
  onProgress?: (progress: Progress) => void;
  /** Stops between two batches; a later run begins anew, and finds what was written unchanged. */
  signal?: AbortSignal;
}

/** A file that lies on this machine, imported by the command. */
export interface LocalFile {
  fileName: string;
  openBytes: OpenBytes;
}

async function hashBytes(openBytes: OpenBytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of openBytes()) hash.update(bytes);
  return hash.digest('hex');
}

/**
 * Imports a file of this machine.
 *
 * @returns the import's id, under which its rejections lie, and its counts.
 * @throws ImportFault when the file cannot be read; the import is then kept as failed.
 */
export async function importLocalFile(
  { fileName, openBytes }: LocalFile,
  options: ImportOptions,
  run: RunOptions,
): Promise<{ importId: string; progress: Progress }> {
  const fileHash = await hashBytes(openBytes);
  const importId = await getDb().$transaction(async (tx) => {
    const { id } = await tx.import.create({
      data: { kind: options.mapping.kind, fileName, fileHash, mapping: options, createdAt: run.clock() },
    });
    const subject = `import:${id}`;
    await writeAudit(tx, {
      user: null,
      actor: 'command line',
      action: 'import.started',
      subject,
      details: { fileName },
    });
    return id;
  });
  return { importId, progress: await runImport(importId, options, openBytes, run) };
}

/** Thrown when another process is importing the same file at this moment: it is to be looked at again later. */
export class ImportBusy extends Error {
  constructor() {
    super('Another worker is at this import.');
    this.name = 'ImportBusy';
  }
}

/**
 * Imports an uploaded file. May be called again after the process died in the middle: it begins anew, and rows that are
 * stored already count as unchanged. Does nothing when the import is gone or has ended.
 *
 * @throws ImportFault when the file cannot be read; the import is then kept as failed. ImportBusy when another process
 *   is at it.
 */
export async function importUpload(importId: string, run: RunOptions): Promise<Progress | null> {
  return holdImport(importId, async () => {
    const entry = await findImport(importId);
    const options = await findImportOptions(importId);
    if (!options || (entry?.stage !== 'queued' && entry?.stage !== 'running')) return null;
    return runImport(importId, options, () => readUpload(importId), run);
  });
}

/** Holds an import for the time of some work. The hold ends with the process, however it ends. */
async function holdImport<T>(importId: string, work: () => Promise<T>): Promise<T> {
  const guard = await getPool().connect();
  const key = `import ${importId}`;
  try {
    const [lock] = await querySql<{ mine: boolean }>(
      guard,
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "mine"',
      [key],
    );
    if (!lock?.mine) throw new ImportBusy();
    try {
      return await work();
    } finally {
      await guard.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]);
    }
  } finally {
    guard.release();
  }
}

/**
 * Says what importing a file would do: created, updated, unchanged and rejected rows. Each batch is written as it would be
 * and taken back at once, so that nothing is left and nobody is held up for longer than by an import; a company that two
 * batches would make counts in neither's leads.
 *
 * @throws ImportFault when the file cannot be read.
 */
export function tryFile(
  options: ImportOptions,
  openBytes: OpenBytes,
  { clock, onProgress, signal }: RunOptions,
): Promise<Processed> {
  return processFile({ importId: null, options, openBytes, now: clock(), onProgress, signal });
}

/** Says what importing an uploaded file would do, and keeps the answer with it. Does nothing once it was started. */
export async function tryUpload(importId: string, run: RunOptions): Promise<void> {
  const entry = await findImport(importId);
  const options = await findImportOptions(importId);
  if (!options || entry?.stage !== 'draft') return;
  let noted = 0;
  // One after the other, so that no word of progress comes after the last.
  let notes = Promise.resolve();
  const note = (dryRun: DryRun) => {
    notes = notes.catch(() => undefined).then(() => noteDryRun(importId, dryRun));
    return notes;
  };
  const onProgress = (progress: Progress) => {
    if (performance.now() - noted < NOTE_EVERY_MS) return;
    noted = performance.now();
    note({ state: 'running', progress: { ...progress }, rejections: [], fault: null }).catch(
      (error: unknown) => {
        logger.warn('How far a dry run is could not be noted', { importId, error });
      },
    );
  };
  try {
    const tried = await tryFile(options, () => readUpload(importId), { ...run, onProgress });
    await note({ state: 'done', fault: null, ...tried });
  } catch (error) {
    if (run.signal?.aborted) throw error;
    const fault =
      error instanceof ImportFault ? error.message : 'Something went wrong on our side; it was logged.';
    await note({ state: 'failed', progress: null, rejections: [], fault });
    if (!(error instanceof ImportFault)) throw error;
  }
}

const NOTE_EVERY_MS = 500;

async function noteDryRun(importId: string, dryRun: DryRun): Promise<void> {
  await querySql(
    getPool(),
    `UPDATE "Import" SET "dryRun" = $2::jsonb WHERE "id" = $1::uuid AND "dryRun" IS NOT NULL AND "startedAt" IS NULL`,
    [importId, JSON.stringify(dryRun)],
  );
}

async function runImport(
  importId: string,
  options: ImportOptions,
  openBytes: OpenBytes,
  { clock, onProgress, signal }: RunOptions,
): Promise<Progress> {
  const now = clock();
  await startImport(importId, now);
  try {
    const { progress } = await processFile({ importId, options, openBytes, now, onProgress, signal });
    await finishImport(importId, now, clock());
    return progress;
  } catch (error) {
    // An import that was told to stop is taken up again; it has not failed.
    if (signal?.aborted) throw error;
    const message =
      error instanceof ImportFault ? error.message : 'Something went wrong on our side; it was logged.';
    await failImport(importId, message, clock());
    throw error;
  }
}
