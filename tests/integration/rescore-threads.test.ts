import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rescoreAllInThreads } from '@/lib/jobs/rescore-all';
import { startRescoreThreads } from '@/lib/jobs/rescore-threads';
import { checkScores } from '@/lib/runtime/check-scores';
import { readRescoreProgress } from '@/lib/scores/data';
import { rescoreAll } from '@/lib/scores/mutations/rescore-all';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { getDb } from '@/lib/server/db';
import { toDocument } from '@/lib/rubrics/schema';
import { scoreBy } from '../support/fresh-house';
import {
  addCompany,
  addEvents,
  addLeads,
  daysBefore,
  receiveEvents,
  SMALL_RUBRIC,
} from '../support/score-fixtures';

const clock = () => new Date();

/** Leads with colleagues, own events and signals. */
async function addHouse(count: number): Promise<string[]> {
  const companies = await Promise.all([addCompany(20), addCompany(500), addCompany(900)]);
  const leads = await addLeads(
    Array.from({ length: count }, (_, i) => ({
      title: i % 2 === 0 ? 'Head of Sales' : 'Clerk',
      // The first companies have few leads, the rest of the leads have none.
      ...(i % 100 < 3 ? { companyId: companies[i % 100] ?? '' } : {}),
    })),
  );
  const now = clock();
  await addEvents(
    leads.map((leadId, i) => ({
      leadId,
      type: i % 3 === 0 ? 'demo_requested' : 'page_viewed',
      at: daysBefore(now, (i % 400) / 10),
    })),
  );
  return leads;
}

/** Makes another version the live one, as publishing does, without a job. */
async function publish(points: number): Promise<string> {
  const live = await getDb().rubricVersion.findFirstOrThrow({ where: { live: true } });
  await getDb().rubricVersion.update({ where: { id: live.id }, data: { live: false, state: 'retired' } });
  const [fit] = SMALL_RUBRIC.fit.groups;
  const criteria = fit?.criteria.map((one) => (one.id === 'head' ? { ...one, points } : one)) ?? [];
  const document = { ...SMALL_RUBRIC, fit: { groups: [{ id: 'who', label: 'Who', criteria }] } };
  const place = { rubricId: live.rubricId, number: live.number + 1 };
  const { id } = await getDb().rubricVersion.create({
    data: { ...place, document: toDocument(document), state: 'published', live: true },
  });
  return id;
}

async function waitForDone(least: number): Promise<number> {
  for (let i = 0; i < 2_000; i += 1) {
    const { done } = await readRescoreProgress();
    if (done >= least) return done;
    await wait(20);
  }
  throw new Error('The rescoring did not come so far');
}

function startProcess() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/runtime/worker.ts'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

describe('a rescoring of everyone', () => {
  scoreBy(SMALL_RUBRIC);

  it('gives in threads what it gives without, each lead once, while events come in', async () => {
    const leads = await addHouse(7_000);
    await rescoreAll({ clock });
    expect(await checkScores()).toMatchObject({ checked: 7_000, differ: 0 });

    await publish(20);
    const counts: number[] = [];
    const running = rescoreAllInThreads({ clock, onPage: (count) => void counts.push(count) });
    for (let i = 0; i < 5; i += 1) {
      const some = leads.slice(i * 50, i * 50 + 50);
      await receiveEvents(some.map((leadId) => ({ leadId, type: 'demo_requested', at: clock() })));
    }
    expect(await running).toBe(7_000);
    expect(counts.at(-1)).toBe(7_000);
    expect(counts.toSorted((a, b) => a - b)).toEqual(counts);
    expect(await getDb().scoreChange.count({ where: { cause: 'rubric' } })).toBeGreaterThanOrEqual(3_500);
    await rescoreStale({ clock });
    expect(await checkScores()).toMatchObject({ checked: 7_000, differ: 0 });
  });

  it('goes on where a killed worker was, and never shows the mixture as final', async () => {
    await addHouse(12_000);
    await rescoreAll({ clock });
    const before = (await getDb().rubricVersion.findFirstOrThrow({ where: { live: true } })).id;
    const after = await publish(20);
    const worker = startProcess();
    await waitForDone(2_000);
    worker.child.kill('SIGKILL');
    await worker.ended;
    await wait(300);

    const { done, total } = await readRescoreProgress();
    expect(total).toBe(12_000);
    expect(done).toBeLessThan(12_000);
    const heads = { fit: { gt: 60 } };
    expect(await getDb().leadScore.count({ where: { rubricVersionId: after, ...heads } })).toBe(0);
    expect(await getDb().leadScore.count({ where: { rubricVersionId: before } })).toBe(12_000 - done);

    expect(await rescoreAllInThreads({ clock })).toBe(12_000 - done);
    expect(await getDb().leadScore.count({ where: { rubricVersionId: after } })).toBe(12_000);
    const twice = await getDb().scoreChange.groupBy({
      by: ['leadId'],
      where: { cause: 'rubric' },
      having: { leadId: { _count: { gt: 1 } } },
    });
    expect(twice).toEqual([]);
  });

  it('ends with the fault of a thread that met one, and is whole afterwards', async () => {
    const threads = startRescoreThreads(1);
    await expect(threads.rescore({ leadIds: ['no id'] }, clock())).rejects.toThrow('uuid');
    const [lead = ''] = await addLeads([{ title: 'Head' }]);
    expect(await threads.rescore({ leadIds: [lead] }, clock())).toBe(1);
    await threads.stop();
    await expect(threads.rescore({ leadIds: [lead] }, clock())).rejects.toThrow('ended');
  });
});
