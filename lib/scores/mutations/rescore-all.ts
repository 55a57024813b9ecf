import { setTimeout as wait } from 'node:timers/promises';
import { gatherFacts } from '@/lib/facts/data/gather-facts';
import type { GatheredFacts } from '@/lib/facts/gathered-facts';
import { findLiveRubric, findPublishedVersions } from '@/lib/rubrics/data';
import { listBlockRanges, type BlockRange } from '@/lib/server/blocks';
import { getPool } from '@/lib/server/db';
import { querySql, runAlone } from '@/lib/server/sql';
import { HELD_PAUSE_MS, PAGE_SIZE } from '../constants';
import { planGathering, type Gathering } from '../plan-gathering';
import { COUNT_VERSIONS, FIND_OUTDATED, LIST_OUTDATED, TAKE_OUTDATED } from '../statements';
import { rescoreBlocks } from './rescore-blocks';
import { rescoreSet, takeBy } from './rescore-set';
import { planNextRescore, type RescoreOptions } from './rescore-stale';

/** Leads that are rescored in one transaction: those of a part of the table of scores, or some by their ids. */
export type Page = { blocks: BlockRange } | { leadIds: readonly string[] };

/** Who does the work of a rescoring of everyone. */
export interface Crew {
  /** How many pages may be under way at once. */
  lanes: number;
  /** Tells everyone the facts that were gathered for the pages to come, see `gatherFacts`. */
  use: (facts: GatheredFacts) => Promise<void>;
  /** Rescores those of a page that the live version has not scored, as of an instant, and answers how many. */
  rescore: (page: Page, now: Date) => Promise<number>;
}

/** Rescores those of a page that the live version has not scored and that nobody else holds, in one transaction. */
export async function rescorePage(page: Page, now: Date, facts: GatheredFacts | null): Promise<number> {
  if ('blocks' in page) return rescoreBlocks(page.blocks, now, facts);
  return (await rescoreSet(now, takeBy(TAKE_OUTDATED, [page.leadIds]), facts)).length;
}

/** This thread, with as many pages at once. */
export function createOwnCrew(lanes: number): Crew {
  let known: GatheredFacts | null = null;
  return {
    lanes,
    use: (facts) => {
      known = facts;
      return Promise.resolve();
    },
    rescore: (page, now) => rescorePage(page, now, known),
  };
}

/** Gathers what a plan asks for, for the version that is live, and tells a crew. */
async function gatherFor(crew: Crew, gathering: Gathering): Promise<void> {
  if (gathering === 'each' || gathering.length === 0) return;
  const rubric = await findLiveRubric();
  if (rubric) await crew.use(await gatherFacts(rubric, gathering === 'all' ? null : gathering));
}

export interface RescoreAllOptions extends RescoreOptions {
  /** Called after each page with the number of leads rescored so far. */
  onPage?: (rescored: number) => void;
  /** Who does it: this thread alone when absent. */
  crew?: Crew;
}

/**
 * Rescores every lead that the live version has not scored, a page at a time. What is done stays done: after a kill the
 * next run goes on with the rest. Leads that others hold are come back to.
 *
 * @returns how many leads were rescored; 0 when another process is at it already.
 */
export async function rescoreAll(options: RescoreAllOptions): Promise<number> {
  const { clock, signal, onPage = () => undefined, crew = createOwnCrew(1) } = options;
  const rescored = await runAlone('rescore-all', async () => {
    let count = 0;
    const work = (pages: readonly Page[]) =>
      workOff(crew, pages, options, (leads) => {
        count += leads;
        if (leads > 0) onPage(count);
      });
    const { versionId, gathering, outdated } = await planForLive();
    await gatherFor(crew, gathering);
    if (gathering !== 'each') await work(await listParts());
    // Nobody was left out, and nothing was published meanwhile: there is nothing more to look for.
    const isDone = count >= outdated && (await findLiveRubric())?.versionId === versionId;
    while (!isDone && !signal?.aborted) {
      const before = count;
      await work(await listPages());
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

/** What is ahead of a rescoring of everyone. */
interface LivePlan {
  /** The live version; undefined when there is none. */
  versionId?: string;
  gathering: Gathering;
  /** How many leads it has not scored. */
  outdated: number;
}

async function planForLive(): Promise<LivePlan> {
  const pool = getPool();
  const rubric = await findLiveRubric(pool);
  if (!rubric) return { gathering: 'each', outdated: 0 };
  const counts = await querySql<{ versionId: string | null; leads: number }>(pool, COUNT_VERSIONS);
  const outdated = counts.filter(({ versionId }) => versionId !== rubric.versionId);
  const versions = await findPublishedVersions(
    pool,
    outdated.flatMap(({ versionId }) => versionId ?? []),
  );
  const sum = (of: readonly { leads: number }[]) => of.reduce((all, { leads }) => all + leads, 0);
  const gathering = planGathering(
    rubric.compiled,
    outdated.map(({ versionId, leads }) => ({ version: versions.get(versionId ?? '') ?? null, leads })),
    sum(counts),
  );
  return { versionId: rubric.versionId, gathering, outdated: sum(outdated) };
}

/** The table of scores in parts: whoever has a score is found without asking an index. */
async function listParts(): Promise<Page[]> {
  const ranges = await listBlockRanges(getPool(), 'LeadScore', PAGE_SIZE);
  return ranges.map((blocks) => ({ blocks }));
}

/** Whoever is left. */
async function listPages(): Promise<Page[]> {
  const pages = await querySql<{ leadIds: string }>(getPool(), LIST_OUTDATED, [PAGE_SIZE]);
  return pages.map(({ leadIds }) => ({ leadIds: leadIds.split(',') }));
}

/** Several pages at once: each lane takes the next page when it is done with one. */
async function workOff(
  { lanes, rescore }: Crew,
  pages: readonly Page[],
  { clock, signal }: RescoreAllOptions,
  onPage: (leads: number) => void,
): Promise<void> {
  const waiting = pages.values();
  const work = async () => {
    for (const page of waiting) {
      if (signal?.aborted) return;
      onPage(await rescore(page, clock()));
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
}
