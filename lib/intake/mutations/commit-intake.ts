import { inTransaction } from '@/lib/server/sql';
import type { BatchContext } from './batch';

/** Postgres gave up a transaction because of others: a key taken or a lead erased meanwhile, a conflict of reads, a deadlock. */
const TRANSIENT = new Set(['23505', '23503', '40001', '40P01']);
const TRIES = 4;

/** Runs the writing of records in one transaction, anew when others were in its way. */
export async function commitIntake<R>(
  place: Omit<BatchContext, 'tx'>,
  work: (context: BatchContext) => Promise<R>,
): Promise<R> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await inTransaction((tx) => work({ ...place, tx }));
    } catch (error) {
      if (left === 0 || !isTransient(error)) throw error;
    }
  }
}

function isTransient(error: unknown): boolean {
  return error instanceof Error && 'code' in error && TRANSIENT.has(String(error.code));
}
