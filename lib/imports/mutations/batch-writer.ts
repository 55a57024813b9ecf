import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { BATCH_ROWS } from '../constants';
import type { Group } from '../held-records';
import { cutValue, type RowReading } from '../read-row';
import type { Counts, ImportKind, Rejection } from '../types';
import type { BatchContext, BatchResult, RecordWriter } from '@/lib/intake/mutations/batch';
import { commitIntake } from '@/lib/intake/mutations/commit-intake';
import { noteBatch } from './import-row';

/** How far an import is. */
export interface Progress extends Counts {
  /** Looking through the whole file, or writing its rows. */
  phase: 'reading' | 'writing';
  rowsRead: number;
  /** Null while the file is looked through. */
  rowsTotal: number | null;
}

const KEPT_REJECTIONS = 50;

const CAUSES = { companies: 'company', leads: 'attribute', events: 'event', deals: 'attribute' } as const;

/** Thrown to take back what a dry run wrote. */
class DryRun<R> extends Error {
  constructor(readonly result: R) {
    super('Taken back');
  }
}

/**
 * Collects the rows of an import and writes them in batches: rows, rejections, counts and the note whose scores are
 * touched, in one transaction each. Without an import it is a dry run: each transaction is taken back.
 */
export class BatchWriter<T> {
  private groups: Group<T>[] = [];
  private rejections: Rejection[] = [];
  /** The first rejections of all. */
  readonly rejected: Rejection[] = [];

  constructor(
    private readonly place: { kind: ImportKind; importId: string | null; now: Date },
    private readonly reading: RowReading,
    private readonly progress: Progress,
    private readonly write: RecordWriter<T>,
  ) {}

  /** Whether enough was collected. */
  get isFull(): boolean {
    return this.groups.length + this.rejections.length >= BATCH_ROWS;
  }

  /** Adds the rows of one lead, company, event or deal. */
  add(group: Group<T>): void {
    this.groups.push(group);
  }

  /** Adds a row that could not be read. */
  reject(rejection: Rejection): void {
    this.rejections.push(rejection);
  }

  /** Writes what was collected. */
  async flush(): Promise<void> {
    if (this.groups.length + this.rejections.length === 0) return;
    const counts = await this.commit(async (context) => {
      const result = await this.write(
        context,
        this.groups.map(({ record }) => record),
      );
      const batch = this.count(result);
      this.rejected.push(...batch.rejections.slice(0, KEPT_REJECTIONS - this.rejected.length));
      if (this.place.importId === null) return batch.counts;
      await noteBatch(
        context.tx,
        this.place.importId,
        this.progress.rowsRead,
        batch.counts,
        batch.rejections,
      );
      const [leadIds, companyIds] = [[...result.leadIds], [...result.companyIds]];
      await enqueueRescore(context.tx, { leadIds, companyIds, cause: CAUSES[this.place.kind] });
      return batch.counts;
    });
    Object.assign(this.progress, counts);
    this.groups = [];
    this.rejections = [];
  }

  /** Runs work in a transaction, anew when others were in its way. */
  async commit<R>(work: (context: BatchContext) => Promise<R>): Promise<R> {
    const { importId, now } = this.place;
    const place = { origin: 'import', importId, now };
    if (importId !== null) return commitIntake(place, work);
    try {
      return await commitIntake(place, async (context) => {
        throw new DryRun(await work(context));
      });
    } catch (error) {
      if (error instanceof DryRun) return error.result as R;
      throw error;
    }
  }

  private count({ outcomes }: BatchResult): { counts: Counts; rejections: Rejection[] } {
    const { created, updated, unchanged, rejected } = this.progress;
    const counts: Counts = { created, updated, unchanged, rejected: rejected + this.rejections.length };
    const rejections = [...this.rejections];
    outcomes.forEach((outcome, index) => {
      const rows = this.groups[index]?.rows ?? [];
      if (typeof outcome === 'object') {
        counts.rejected += rows.length;
        const column = this.reading.columns.find(({ path }) => path === outcome.path)?.header ?? null;
        const value = outcome.value === null ? null : cutValue(outcome.value);
        rejections.push(...rows.map((row) => ({ row, column, value, reason: outcome.reason })));
      } else if (outcome === 'created') {
        // The first of its rows made it, the others completed it.
        counts.created += 1;
        counts.updated += rows.length - 1;
      } else {
        counts[outcome] += rows.length;
      }
    });
    return { counts, rejections };
  }
}
