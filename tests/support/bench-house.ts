import { openScratchDatabase } from '@/lib/runtime/database';
import { prepareHouse } from '@/lib/runtime/prepare-house';
import { toDocument } from '@/lib/rubrics/schema';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import type { IntentCriterion, Rubric } from '@/lib/scoring/types';
import { closeDb, getDb, getPool } from '@/lib/server/db';
import { fillHouse, type HouseSize } from './fill-house';

/** The instant that everything in a bench's house is reckoned from. */
export const BENCH_NOW = new Date('2026-11-01T00:00:00Z');

/** Runs a bench on a scratch database filled with leads and events, and leaves nothing behind. */
export async function withBenchHouse(size: HouseSize, work: () => Promise<void>): Promise<void> {
  const own = process.env.DATABASE_URL;
  const scratch = await openScratchDatabase('leadgrid_bench');
  process.env.DATABASE_URL = scratch.url;
  try {
    await prepareHouse();
    await fillHouse(getPool(), size, BENCH_NOW);
    await work();
  } finally {
    await closeDb();
    if (own === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = own;
    await scratch.drop();
  }
}

/** Publishes a document as the next version, without a job: the bench itself rescores. */
export async function publishForBench(document: Rubric): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const live = await tx.rubricVersion.findFirstOrThrow({ where: { live: true } });
    await tx.rubricVersion.update({ where: { id: live.id }, data: { live: false, state: 'retired' } });
    const next = { rubricId: live.rubricId, number: live.number + 1, document: toDocument(document) };
    await tx.rubricVersion.create({ data: { ...next, state: 'published', live: true } });
  });
}

function editIntent(
  document: Rubric,
  id: string,
  change: (criterion: IntentCriterion) => IntentCriterion,
): Rubric {
  const groups = document.intent.groups.map((group) => ({
    ...group,
    criteria: group.criteria.map((criterion) => (criterion.id === id ? change(criterion) : criterion)),
  }));
  return { ...document, intent: { groups } };
}

/** The template with one intent criterion changed. */
export function editTemplate(id: string, change: (criterion: IntentCriterion) => IntentCriterion): Rubric {
  return editIntent(B2B_SAAS_TEMPLATE, id, change);
}

/** A document whose committee may have been active so many days ago: what all people of a company did counts anew. */
export function widenCommittee(document: Rubric, withinDays: number): Rubric {
  return editIntent(document, 'committee', (criterion) =>
    criterion.kind === 'threshold' ? { ...criterion, withinDays } : criterion,
  );
}

/** Milliseconds that work takes, and what it answers. */
export async function time<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const start = performance.now();
  const answer = await work();
  return { ms: Math.round(performance.now() - start), answer };
}

/** Says something to whoever watches; the result alone goes to standard output. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
