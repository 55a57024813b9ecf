import { LOCKS } from '@/lib/rubrics/constants';
import { addJob } from '@/lib/server/jobs';
import { inTransaction, querySql } from '@/lib/server/sql';
import { DUE_PAUSE_MS, STALE_BATCH } from '../constants';
import { TAKE_WAITING } from '../statements';
import { rescoreSet, takeBy } from './rescore-set';

export interface RescoreOptions {
  /** The clock; leads are scored as of its instant. */
  clock: () => Date;
  /** Stops between two transactions; what is left stays on the list. */
  signal?: AbortSignal;
}

/**
 * Rescores whoever is stale, oldest first, and whoever's score changes by now, until none is left that nobody else is
 * at; then has the next look planned. Any number of workers may do this at once: a lead is rescored by whoever locks it.
 *
 * @returns how many leads were rescored.
 */
export async function rescoreStale({ clock, signal }: RescoreOptions): Promise<number> {
  const dueBy = clock().toISOString();
  const workOff = async (): Promise<number> => {
    let rescored = 0;
    while (!signal?.aborted) {
      const taken = await rescoreSet(clock(), takeBy(TAKE_WAITING, [dueBy, STALE_BATCH]));
      rescored += taken.length;
      if (taken.length < STALE_BATCH) break;
    }
    return rescored;
  };
  // While one set waits for the database, another is computed.
  const [one, other] = await Promise.all([workOff(), workOff()]);
  await planNextRescore(clock());
  return one + other;
}

/** Plans the next look: when the next score changes by itself, or shortly when stale leads are left that others held. */
export async function planNextRescore(now: Date): Promise<void> {
  await inTransaction(async (client) => {
    // One at a time, so that whoever plans last has seen everyone's scores.
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.schedule]);
    const [next] = await querySql<{ changeAt: Date | null; left: boolean }>(
      client,
      `SELECT (SELECT min("nextChangeAt") FROM "LeadScore") AS "changeAt",
         EXISTS (SELECT FROM "StaleScore") AND EXISTS (SELECT FROM "RubricVersion" WHERE "live") AS "left"`,
    );
    const soon = now.getTime() + DUE_PAUSE_MS;
    const changeAt = next?.changeAt?.getTime() ?? Number.POSITIVE_INFINITY;
    const runAt = next?.left ? soon : Math.max(soon, changeAt);
    if (Number.isFinite(runAt))
      await addJob(client, 'rescore', {}, { key: 'rescore-due', runAt: new Date(runAt) });
  });
}
