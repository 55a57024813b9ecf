import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { takeLead } from '@/lib/queue/mutations';
import { DEFAULT_ROUTING } from '@/lib/routing/constants';
import { tryRouting } from '@/lib/routing/data/trial';
import type { RoutingSettings } from '@/lib/routing/types';
import { closeDb, getDb } from '@/lib/server/db';
import {
  addHeads,
  askForDemo,
  EVERYONE,
  later,
  MONDAY,
  route,
  setRouting,
} from '../support/routing-fixtures';
import { startWithTwoReps } from '../support/work-fixtures';

/** What the last week would have come to by some routing, seen an hour after that Monday's beginning. */
const tryOut = (change: Partial<RoutingSettings>) => {
  const routing = { ...DEFAULT_ROUTING, rules: [EVERYONE], ...change };
  return tryRouting({ days: 7, routing }, later(60));
};

const everythingTo = (userId: string) => ({
  ...EVERYONE,
  name: 'To one',
  choose: { kind: 'person' as const, userId },
});

describe('a trial of routing', () => {
  let maya: Actor<'leads:work'>;
  let tim: Actor<'leads:work'>;
  beforeEach(async () => {
    [maya, tim] = await startWithTwoReps();
    await setRouting({});
  });
  afterAll(closeDb);

  it('says who would have got past leads, beside who did, and routes nobody', async () => {
    const heads = await addHeads(4);
    for (const [place, lead] of heads.entries()) {
      await askForDemo([lead], later(place));
      await route(later(place));
    }
    const before = await getDb().assignment.count();
    const trial = await tryOut({ rules: [everythingTo(maya.id)] });
    expect(trial).toMatchObject({ leads: 4, more: false, free: 0, same: 2 });
    expect(trial.reps).toEqual([
      { id: maya.id, name: 'Maya Krause', given: 4, really: 2 },
      { id: tim.id, name: 'Tim Brandt', given: 0, really: 2 },
    ]);
    expect(trial.rules).toEqual([{ name: 'To one', given: 4 }]);
    expect(trial.rows.map(({ leadId }) => leadId)).toEqual([...heads].reverse());
    expect(await getDb().assignment.count()).toBe(before);
  });

  it('comes out as it really came out when nothing is changed', async () => {
    for (const [place, lead] of (await addHeads(5)).entries()) {
      await askForDemo([lead], later(place));
      await route(later(place));
    }
    expect(await tryOut({})).toMatchObject({ leads: 5, same: 5, free: 0 });
  });

  it('reckons with what reps had at that moment besides', async () => {
    const [had = '', ...came] = await addHeads(3);
    await askForDemo([had], new Date(MONDAY.getTime() - 8 * 86_400_000));
    await takeLead(tim, had, MONDAY);
    await askForDemo(came.slice(0, 1), later(1));
    await askForDemo(came.slice(1), later(2));
    const trial = await tryOut({ capacity: 1 });
    expect(trial).toMatchObject({ leads: 2, free: 1 });
    expect(trial.rows.map(({ leadId, would }) => [leadId, would])).toEqual([
      [came[1], null],
      [came[0], 'Maya Krause'],
    ]);
  });

  it('leaves out leads that came before its days', async () => {
    const [lead = ''] = await addHeads(1);
    await askForDemo([lead], new Date(MONDAY.getTime() - 30 * 86_400_000));
    expect(await tryOut({})).toMatchObject({ leads: 0, rows: [] });
  });
});
