import { setTimeout as wait } from 'node:timers/promises';
import { getPool } from '@/lib/server/db';
import { querySql, runAlone } from '@/lib/server/sql';
import { HELD_PAUSE_MS, PAGE_SIZE } from '../constants';
import { FIND_OUTDATED, LIST_OUTDATED, TAKE_OUTDATED } from '../statements';
import { rescoreSet } from './rescore-set';
import { planNextRescore, type RescoreOptions } from './rescore-stale';

/** Rescores a page of leads as of an instant and answers how many of them it rescored. */
export type RescorePage = (leadIds: readonly string[], now: Date) => Promise<number>;

/** Rescores those of a page that the live version has not scored and that nobody else holds, in one transaction. */
export const rescorePage: RescorePage = async (leadIds, now) => {
  const taken = await rescoreSet(now, TAKE_OUTDATED, [leadIds]);
  return taken.length;
};

export interface RescoreAllOptions extends RescoreOptions {
  /** Called after each page with the number of leads rescored so far. */
  onPage?: (rescored: number) => void;
  /** Who rescores a page: this thread when absent. */
  rescore?: RescorePage;
  /** How many pages are under way at once; 1 when absent. */
  lanes?: number;
}

/**
 * Rescores every lead that the live version has not scored, a page at a time. What is done stays done: after a kill the
 * next run goes on with the rest. Leads that others hold are come back to.
 *
 * @returns how many leads were rescored; 0 when another process is at it already.
 */
export async function rescoreAll(options: RescoreAllOptions): Promise<number> {
  const { clock, signal, onPage = () => undefined } = options;
  const rescored = await runAlone('rescore-all', async () => {
    let count = 0;
    const countPage = (leads: number) => {
      count += leads;
      if (leads > 0) onPage(count);
    };
    while (!signal?.aborted) {
      const before = count;
      await rescorePages(options, countPage);
      if (count > before) continue;
      if ((await countOutdated(1)) === 0) break;
      await wait(HELD_PAUSE_MS);
    }
    await planNextRescore(clock());
    return count;
  });
  return rescored ?? 0;
}

/** How many leads the live version has not scored, held by others or not; looks no further than `most`. */
export async function countOutdated(most: number): Promise<number> {
  const rows = await querySql(getPool(), FIND_OUTDATED, [most]);
  return rows.length;
}

/** One pass over everyone, several pages at once: each lane takes the next page when it is done with one. */
async function rescorePages(
  { clock, signal, rescore = rescorePage, lanes = 1 }: RescoreAllOptions,
  onPage: (leads: number) => void,
): Promise<void> {
  const pages = await querySql<{ leadIds: string }>(getPool(), LIST_OUTDATED, [PAGE_SIZE]);
  const waiting = pages.values();
  const work = async () => {
    for (const { leadIds } of waiting) {
      onPage(await rescore(leadIds.split(','), clock()));
      if (signal?.aborted) return;
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
}
