import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { grant } from '@/lib/auth/actor';
import { rescoreAllInThreads } from '@/lib/jobs/rescore-all';
import { createRandom } from '@/lib/learning/shuffle-rows';
import { findLiveVersion } from '@/lib/rubrics/data';
import { publishRubric } from '@/lib/rubrics/mutations/publish';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { checkScores } from '@/lib/runtime/check-scores';
import { findFreePort } from '@/lib/runtime/embedded-postgres';
import type { Rubric } from '@/lib/scoring/types';
import { readRescoreProgress } from '@/lib/scores/data';
import { getDb } from '@/lib/server/db';
import { startWorker, type AppProcess } from '@/tests/support/app-processes';
import { editTemplate, say, widenCommittee, withBenchHouse } from '@/tests/support/bench-house';
import { readCounts } from '@/tests/support/read-counts';
import { changeTitle, daysBefore, receiveEvents, type EventSketch } from '@/tests/support/score-fixtures';

const LOG = '.data/bench-truth.log';
const PATIENCE_S = 300;
const BATCH = 45;
const TITLES_PER_BATCH = 5;
const LATEST_DAYS = 60;
const TYPES = [
  'page_viewed',
  'email_opened',
  'product_used',
  'demo_requested',
  'unsubscribed',
  'email_bounced',
];
const TITLES = ['VP Sales', 'Junior Engineer', 'Student', 'Head of Marketing'];

const chance = createRandom(7);

function pick<T>(list: readonly T[]): T {
  const one = list[Math.floor(chance() * list.length)];
  if (one === undefined) throw new Error('Nothing to pick from');
  return one;
}

async function waitUntil(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const patience = Date.now() + PATIENCE_S * 1000;
  while (!(await isSo())) {
    if (Date.now() > patience) throw new Error(`Not within ${PATIENCE_S} seconds: ${what}`);
    await wait(20);
  }
}

async function kill({ child }: AppProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Up to sixty days late, or a few seconds early; now and then a company's news. */
function sketchEvent(leads: readonly string[], companies: readonly string[]): EventSketch {
  const at = daysBefore(new Date(), chance() * LATEST_DAYS - 0.0001);
  if (chance() < 0.02) return { companyId: pick(companies), type: 'funding_raised', at };
  return { leadId: pick(leads), type: pick(TYPES), at };
}

/** Brings mixed changes, most of them events, until there were enough. */
async function bringChanges(count: number): Promise<void> {
  const leads = (await getDb().lead.findMany({ select: { id: true } })).map(({ id }) => id);
  const companies = (await getDb().company.findMany({ select: { id: true } })).map(({ id }) => id);
  for (let brought = 0; brought < count; brought += BATCH + TITLES_PER_BATCH) {
    await receiveEvents(Array.from({ length: BATCH }, () => sketchEvent(leads, companies)));
    for (let i = 0; i < TITLES_PER_BATCH; i += 1) await changeTitle(pick(leads), pick(TITLES), new Date());
  }
}

async function publish(document: Rubric): Promise<void> {
  const live = await findLiveVersion();
  const email = 'ops@bench.example';
  const person = await getDb().user.upsert({
    where: { email },
    update: {},
    create: { name: 'Bench', email, role: 'ops', passwordHash: 'none' },
  });
  const ops = grant(person, 'rubric:write');
  if (!ops) throw new Error('Ops may write the rubric');
  await publishRubric(ops, { note: 'Bench', document, baseId: live?.id ?? '' }, new Date());
}

/** Publishes a version and kills the worker while it rescores everyone by it. */
async function killWhileRescoring(worker: AppProcess, document: Rubric): Promise<number> {
  await publish(document);
  await waitUntil('a tenth was rescored', async () => {
    const { done, total } = await readRescoreProgress();
    return done > total / 10;
  });
  await kill(worker);
  return (await readRescoreProgress()).done;
}

async function isSettled(): Promise<boolean> {
  const { done, total } = await readRescoreProgress();
  return done === total && (await getDb().staleScore.count()) === 0;
}

async function settleAndCheck(what: string) {
  await waitUntil('every score is up to date', isSettled);
  const check = await checkScores();
  say(`${what}: ${check.differ} of ${check.checked} differ`);
  return check;
}

async function measure(changes: number): Promise<void> {
  await rescoreAllInThreads({ clock: () => new Date() });
  const port = await findFreePort();
  let worker = startWorker(port, LOG);
  try {
    await bringChanges(changes);
    const changed = await settleAndCheck(`After ${changes} mixed changes`);
    const bringing = bringChanges(changes / 10);
    const done = await killWhileRescoring(worker, widenCommittee(B2B_SAAS_TEMPLATE, 45));
    worker = startWorker(port, LOG);
    await bringing;
    const killed = await settleAndCheck(`After a kill with ${done} rescored, while more came in`);
    await publish(editTemplate('pricing-viewed', (criterion) => ({ ...criterion, points: 9 })));
    const republished = await settleAndCheck('After other points');
    const differ = [changed, killed, republished].map((check) => check.differ);
    process.stdout.write(
      `${JSON.stringify({ bench: 'truth', changes, checked: killed.checked, differ, killedAt: done })}\n`,
    );
    if (differ.some((count) => count > 0))
      throw new Error('A stored score differs from the one computed afresh.');
  } finally {
    await worker.stop();
  }
}

/**
 * Whether stored scores equal those computed afresh: after mixed changes, after a worker was killed in the middle of a
 * rescoring while more came in, and after a publication of points; `--leads N --events M --changes C`.
 */
export async function run(args: string[]): Promise<void> {
  const { changes, ...size } = readCounts(args, { leads: 8_000, events: 80_000, changes: 10_000 });
  await withBenchHouse(size, () => measure(changes));
}
