import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRandom } from '@/lib/learning/shuffle-rows';
import { checkScores } from '@/lib/runtime/check-scores';
import { startWorker } from '@/lib/runtime/worker-jobs';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { getDb, getPool } from '@/lib/server/db';
import { scoreBy } from '../support/fresh-house';
import {
  addCompany,
  addEvents,
  addLeads,
  changeTitle,
  daysBefore,
  receiveEvents,
  SMALL_RUBRIC,
} from '../support/score-fixtures';

const clock = () => new Date();

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i += 1) {
    if (await condition()) return;
    await wait(50);
  }
  throw new Error('What the test waits for did not come about within 20 seconds');
}

/** A worker process; killed when the test is over, should it still run. */
function startProcess() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/runtime/worker.ts'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended: new Promise<number | null>((resolve) => child.once('exit', resolve)) };
}

/** Whether anyone waits to write scores. */
async function isHeldUp(): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%INSERT INTO "LeadScore"%'
       AND datname = current_database()`,
  );
  return (rowCount ?? 0) > 0;
}

describe('several workers at once', () => {
  scoreBy(SMALL_RUBRIC);

  it('score each of 1,000 leads once per change, and lose none', async () => {
    const leads = await addLeads(Array.from({ length: 1_000 }, () => ({ title: 'Head' })));
    await enqueueRescore(getPool(), { leadIds: leads, cause: 'attribute' });
    const first = await Promise.all([rescoreStale({ clock }), rescoreStale({ clock })]);
    expect(first[0] + first[1]).toBe(1_000);

    await receiveEvents(leads.map((leadId) => ({ leadId, type: 'demo_requested', at: new Date() })));
    const second = await Promise.all([
      rescoreStale({ clock }),
      rescoreStale({ clock }),
      rescoreStale({ clock }),
    ]);
    expect(second.reduce((sum, count) => sum + count, 0)).toBe(1_000);
    expect(await getDb().leadScore.count({ where: { score: 70, tier: 'A' } })).toBe(1_000);
    expect(
      await getDb().scoreChange.groupBy({ by: ['cause'], _count: true, orderBy: { cause: 'asc' } }),
    ).toEqual([
      { cause: 'first', _count: 1_000 },
      { cause: 'event', _count: 1_000 },
    ]);
    expect(await getDb().staleScore.count()).toBe(0);
  });

  it('leave a lead alone while a transaction that changes it is open, though it is on the list already', async () => {
    const [lead = ''] = await addLeads([{ title: 'Head' }]);
    await receiveEvents([{ leadId: lead, type: 'page_viewed', at: new Date() }]);
    await getDb().$transaction(async (tx) => {
      await addEvents([{ leadId: lead, type: 'demo_requested', at: new Date() }], tx);
      await enqueueRescore(tx, { leadIds: [lead], cause: 'event' });
      expect(await rescoreStale({ clock })).toBe(0);
    });
    const soon = await getPool().query(
      `SELECT run_at <= now() + interval '1 second' AS soon FROM graphile_worker.jobs WHERE key = 'rescore-due'`,
    );
    expect(soon.rows).toEqual([{ soon: true }]);
    expect(await rescoreStale({ clock })).toBe(1);
    expect(await getDb().leadScore.findUnique({ where: { leadId: lead } })).toMatchObject({ intent: 84 });
  });

  it('keep every score true through 2,000 mixed changes that arrive while they work', async () => {
    const chance = createRandom(7);
    const pick = <T>(list: readonly T[]): T => {
      const one = list[Math.floor(chance() * list.length)];
      if (one === undefined) throw new Error('Nothing to pick from');
      return one;
    };
    const companies: string[] = [];
    for (let i = 0; i < 40; i += 1) companies.push(await addCompany(chance() < 0.5 ? 20 : 500));
    const leads = await addLeads(
      Array.from({ length: 300 }, () => (chance() < 0.8 ? { companyId: pick(companies) } : {})),
    );
    const types = ['page_viewed', 'page_viewed', 'demo_requested', 'email_opened'];
    const sketch = () => ({
      leadId: pick(leads),
      type: pick(types),
      // From 45 days ago to a few seconds from now.
      at: daysBefore(new Date(), chance() * 45 - 0.0001),
    });

    const bring = async () => {
      for (let i = 0; i < 20; i += 1) {
        await receiveEvents(Array.from({ length: 45 }, sketch));
        for (let j = 0; j < 5; j += 1) await changeTitle(pick(leads), pick(['Head', 'Clerk']), new Date());
      }
    };
    const workers = [await startWorker(), await startWorker()];
    await Promise.all([bring(), bring()]);
    await waitFor(async () => (await getDb().staleScore.count()) === 0);
    expect(await checkScores()).toEqual({ checked: 300, differ: 0, examples: [] });
    for (const worker of workers) await worker.stop();

    const [wrong = ''] = leads;
    await getDb().leadScore.update({ where: { leadId: wrong }, data: { score: 99 } });
    const { checked, examples } = await checkScores();
    expect(checked).toBe(300);
    expect(examples).toContain(wrong);
  });

  it('take up whole what a killed one had half done', async () => {
    const leads = await addLeads(Array.from({ length: 800 }, () => ({ title: 'Head' })));
    await receiveEvents(leads.map((leadId) => ({ leadId, type: 'page_viewed', at: new Date() })));
    // Holds the worker up in the middle of its transaction: it has taken leads off the list and cannot write scores yet.
    const holder = await getPool().connect();
    onTestFinished(() => holder.release(true));
    await holder.query('BEGIN; LOCK TABLE "LeadScore" IN SHARE MODE');
    const worker = startProcess();
    await waitFor(isHeldUp);
    worker.child.kill('SIGKILL');
    await worker.ended;
    await holder.query('COMMIT');
    await waitFor(async () => !(await isHeldUp()));

    await waitFor(async () => (await getDb().staleScore.count()) === 800);
    expect(await getDb().leadScore.count()).toBe(0);
    expect(await getDb().scoreChange.count()).toBe(0);

    const next = startProcess();
    await waitFor(async () => (await getDb().staleScore.count()) === 0);
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
    expect(await checkScores()).toEqual({ checked: 800, differ: 0, examples: [] });
  });
});
