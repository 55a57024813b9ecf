import { writeAudit } from '@/lib/audit/mutations';
import { commitIntake } from '@/lib/intake/mutations/commit-intake';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { getDb, getPool, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { addJob } from '@/lib/server/jobs';
import { announceIds } from '@/lib/server/notify';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { IMPORTS_CHANNEL, UNDO_DAYS } from '../constants';
import { NOTHING_UNDONE, undoneSchema, type Undone } from '../undo-schema';
import {
  DELETE_COMPANIES,
  DELETE_DEALS,
  DELETE_DEFINITIONS,
  DELETE_EVENTS,
  DELETE_LEADS,
  LOCK_COMPANIES,
  LOCK_LEADS,
} from '../undo-statements';
import { revertEdits } from './revert-edits';
import type { Importer } from './uploads';

const BATCH = 1_000;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Marks an import as being undone, which nobody else may then begin. */
async function beginUndo(
  tx: Db,
  importId: string,
  by: { user: Importer | null; actor?: string },
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Import" WHERE "id" = ${importId}::uuid FOR UPDATE`;
  const found = await tx.import.findUnique({ where: { id: importId } });
  if (!found) throw new AppError('not_found', 'There is no such import.');
  if (found.state === 'undone' || found.state === 'undoing') {
    throw new AppError('conflict', 'This import was undone already.');
  }
  if (found.state !== 'done' && found.state !== 'failed') {
    throw new AppError('conflict', 'Only an import that has ended can be undone.');
  }
  if (!found.undoable) {
    throw new AppError('conflict', `An import can be undone for ${UNDO_DAYS} days; this one is older.`);
  }
  await tx.import.update({ where: { id: importId }, data: { state: 'undoing', undone: NOTHING_UNDONE } });
  await announceIds(tx, IMPORTS_CHANNEL, [importId]);
  const [subject, details] = [`import:${importId}`, { fileName: found.fileName }];
  await writeAudit(tx, { ...by, action: 'import.undo_started', subject, details });
}

/** Has the worker undo an import that has ended. */
export async function requestUndo(actor: Importer, importId: string): Promise<void> {
  await getDb().$transaction(async (tx) => {
    await beginUndo(tx, importId, { user: actor });
    await addJob(tx, 'undo-import', { importId }, { key: `undo-${importId}` });
  });
}

/** Undoes an import at once, for the command line. */
export async function undoImportNow(importId: string, options: UndoOptions = {}): Promise<Undone> {
  await getDb().$transaction((tx) => beginUndo(tx, importId, { user: null, actor: 'command line' }));
  return (await undoImport(importId, options)) ?? NOTHING_UNDONE;
}

export interface UndoOptions {
  onProgress?: (undone: Undone) => void;
  /** Stops between two batches; a later run goes on with the rest. */
  signal?: AbortSignal;
}

/**
 * Undoes an import that is marked for it, batch by batch, each whole in a transaction of its own: events and deals go,
 * values that nobody changed since are put back, leads and companies go on which nothing else hangs. Scores restate
 * themselves. Goes on where a run that was killed has stopped.
 *
 * @returns what was done in all; null when the import is not marked.
 */
export async function undoImport(importId: string, options: UndoOptions = {}): Promise<Undone | null> {
  const found = await getDb().import.findUnique({
    where: { id: importId },
    select: { state: true, undone: true },
  });
  if (found?.state !== 'undoing') return null;
  const work = new UndoWork(importId, undoneSchema.safeParse(found.undone).data ?? NOTHING_UNDONE, options);
  await work.removeEvents();
  await work.removeDeals();
  await work.revert();
  await work.removeLeads();
  await work.removeCompanies();
  return work.finish();
}

/** What a batch did, and the last id it looked at; null when there was nothing left. */
type Step = (tx: SqlClient, after: string) => Promise<{ counts: Partial<Undone>; after?: string } | null>;

class UndoWork {
  constructor(
    private readonly importId: string,
    private undone: Undone,
    private readonly options: UndoOptions,
  ) {}

  /** Runs a step until it finds nothing more to do; its counts are written with what it does. */
  private async repeat(step: Step): Promise<void> {
    for (let after = NIL; ;) {
      this.options.signal?.throwIfAborted();
      const place = { origin: 'import', importId: null, now: new Date() };
      const done = await commitIntake(place, async ({ tx }) => {
        const batch = await step(tx, after);
        if (batch === null) return null;
        const sum = { ...this.undone };
        for (const name of undoneSchema.keyof().options) sum[name] += batch.counts[name] ?? 0;
        await querySql(tx, 'UPDATE "Import" SET "undone" = $2::jsonb WHERE "id" = $1::uuid', [
          this.importId,
          JSON.stringify(sum),
        ]);
        await announceIds(tx, IMPORTS_CHANNEL, [this.importId]);
        return { sum, after: batch.after ?? after };
      });
      if (done === null) return;
      this.undone = done.sum;
      after = done.after;
      this.options.onProgress?.(done.sum);
    }
  }

  removeEvents(): Promise<void> {
    return this.repeat(async (tx) => {
      const values = [this.importId, BATCH * 5];
      const rows = await querySql<{ leadId: string | null; companyId: string | null }>(
        tx,
        DELETE_EVENTS,
        values,
      );
      if (rows.length === 0) return null;
      const leadIds = [...new Set(rows.flatMap(({ leadId }) => leadId ?? []))];
      const companyIds = [
        ...new Set(rows.flatMap(({ leadId, companyId }) => (leadId ? [] : (companyId ?? [])))),
      ];
      await enqueueRescore(tx, { leadIds, companyIds, cause: 'event' });
      return { counts: { eventsRemoved: rows.length } };
    });
  }

  removeDeals(): Promise<void> {
    this.undone = { ...this.undone, dealsKept: 0 };
    return this.repeat(async (tx, after) => {
      const values = [this.importId, BATCH, after];
      const rows = await querySql<{ id: string; removed: boolean }>(tx, DELETE_DEALS, values);
      const last = rows.at(-1);
      if (!last) return null;
      const dealsRemoved = rows.filter(({ removed }) => removed).length;
      return { counts: { dealsRemoved, dealsKept: rows.length - dealsRemoved }, after: last.id };
    });
  }

  revert(): Promise<void> {
    return this.repeat(async (tx) => {
      const { edits, rows, valuesKept, ...touched } = await revertEdits(tx, this.importId, BATCH);
      if (edits === 0) return null;
      const [leadIds, companyIds] = [[...touched.leadIds], [...touched.companyIds]];
      await enqueueRescore(tx, { leadIds, companyIds, cause: 'attribute' });
      return { counts: { rowsRestored: rows, valuesKept } };
    });
  }

  removeLeads(): Promise<void> {
    this.undone = { ...this.undone, leadsKept: 0 };
    return this.repeat(async (tx, after) => {
      const ids = await lockPage(tx, LOCK_LEADS, this.importId, after);
      const last = ids.at(-1);
      if (!last) return null;
      const gone = await querySql<{ companyId: string | null }>(tx, DELETE_LEADS, [this.importId, ids]);
      const companyIds = [...new Set(gone.flatMap(({ companyId }) => companyId ?? []))];
      await enqueueRescore(tx, { companyIds, cause: 'company' });
      return { counts: { leadsRemoved: gone.length, leadsKept: ids.length - gone.length }, after: last };
    });
  }

  removeCompanies(): Promise<void> {
    this.undone = { ...this.undone, companiesKept: 0 };
    return this.repeat(async (tx, after) => {
      const ids = await lockPage(tx, LOCK_COMPANIES, this.importId, after);
      const last = ids.at(-1);
      if (!last) return null;
      const gone = await querySql(tx, DELETE_COMPANIES, [this.importId, ids]);
      return {
        counts: { companiesRemoved: gone.length, companiesKept: ids.length - gone.length },
        after: last,
      };
    });
  }

  async finish(): Promise<Undone> {
    await querySql(getPool(), DELETE_DEFINITIONS, [this.importId]);
    await getDb().$transaction(async (tx) => {
      await tx.import.update({
        where: { id: this.importId },
        data: { state: 'undone', undone: this.undone },
      });
      await announceIds(tx, IMPORTS_CHANNEL, [this.importId]);
      const subject = `import:${this.importId}`;
      await writeAudit(tx, {
        user: null,
        actor: 'import',
        action: 'import.undone',
        subject,
        details: this.undone,
      });
    });
    return this.undone;
  }
}

async function lockPage(
  tx: SqlClient,
  statement: string,
  importId: string,
  after: string,
): Promise<string[]> {
  const rows = await querySql<{ id: string }>(tx, statement, [importId, BATCH, after]);
  return rows.map(({ id }) => id);
}
