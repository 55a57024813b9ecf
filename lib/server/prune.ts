import { getPool } from './db';
import { querySql } from './sql';

/** Rows that are deleted in one statement: not so many that others wait for them. */
export const PRUNED_AT_ONCE = 5_000;

/**
 * Deletes what is older than it is kept, some thousands of rows at a time, until nothing is left or it is told to stop.
 *
 * @param statement deletes at most `PRUNED_AT_ONCE` rows of before the instant `$1` and answers how many, as "pruned".
 * @returns how many rows there were.
 */
export async function prune(statement: string, before: Date, signal?: AbortSignal): Promise<number> {
  let all = 0;
  while (!signal?.aborted) {
    const [row] = await querySql<{ pruned: number }>(getPool(), statement, [before]);
    const pruned = row?.pruned ?? 0;
    all += pruned;
    if (pruned < PRUNED_AT_ONCE) break;
  }
  return all;
}
