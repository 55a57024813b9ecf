import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { takeNextLead } from '@/lib/queue/mutations';
import { WHOLE_QUEUE } from '@/lib/queue/queue-conditions';
import { closeDb, getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import { addHeads, askForDemo, MONDAY, route, setRouting } from '../support/routing-fixtures';
import { clearJobs, setLiveRubric, SMALL_RUBRIC } from '../support/score-fixtures';
import { addWorker } from '../support/work-fixtures';

/** How many leads each rep has, by name, and how many assignments are open. */
async function countOwned() {
  const people = await getDb().user.findMany({
    select: { name: true, _count: { select: { ownedLeads: true } } },
  });
  const open = await getDb().assignment.findMany({ where: { endedAt: null }, select: { leadId: true } });
  return {
    owned: Object.fromEntries(people.map(({ name, _count }) => [name, _count.ownedLeads])),
    open: open.length,
    leads: new Set(open.map(({ leadId }) => leadId)).size,
  };
}

/** Routes by several workers at once, until nothing is left to route. */
async function routeTogether(workers: number): Promise<void> {
  await Promise.all(Array.from({ length: workers }, () => route()));
  await expect.poll(async () => (await route(), getDb().routingTask.count())).toBe(0);
}

describe('several workers that route at once', () => {
  beforeEach(async () => {
    await clearDatabase();
    await clearJobs();
    await setLiveRubric(SMALL_RUBRIC);
  });
  afterAll(closeDb);

  it('give 500 leads to five reps: each lead once, each rep a hundred', async () => {
    await setRouting({ capacity: 300 });
    for (const name of ['Ann', 'Bob', 'Cleo', 'Dan', 'Eve']) await addWorker(name);
    await askForDemo(await addHeads(500));
    await routeTogether(2);
    expect(await countOwned()).toEqual({
      owned: { Ann: 100, Bob: 100, Cleo: 100, Dan: 100, Eve: 100 },
      open: 500,
      leads: 500,
    });
    expect(await getDb().routing.count({ where: { outcome: 'assigned' } })).toBe(500);
    expect(await getDb().assignment.count()).toBe(500);
  });

  it('fill reps by what each can take, and leave the rest free', async () => {
    await setRouting({ capacity: 30 });
    const [ann, bob] = [await addWorker('Ann'), await addWorker('Bob')];
    await getDb().user.update({ where: { id: ann.id }, data: { capacity: 10 } });
    await askForDemo(await addHeads(60));
    await routeTogether(3);
    expect((await countOwned()).owned).toEqual({ Ann: 10, Bob: 30 });
    expect(await getDb().routing.count({ where: { outcome: 'free' } })).toBe(20);
    const [next] = await Promise.all([takeNextLead(bob, WHOLE_QUEUE, MONDAY), route()]);
    expect(next).not.toBeNull();
  });
});
