import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { logTouch } from '@/lib/activities/mutations/work-lead';
import type { Actor } from '@/lib/auth/actor';
import { CALM_SETTING } from '@/lib/calm/constants';
import { takeLead } from '@/lib/queue/mutations';
import { RESPONSE_SETTING } from '@/lib/response/constants';
import { tellClock } from '@/lib/routing/mutations/tell-clock';
import { closeDb, getDb, getPool } from '@/lib/server/db';
import {
  addHeads,
  alertsOf,
  askForDemo,
  EVERYONE,
  later,
  leadOf,
  MINUTE,
  MONDAY,
  route,
  setRouting,
  setSetting,
} from '../support/routing-fixtures';
import { addEvents, addLeads, daysBefore } from '../support/score-fixtures';
import { addWorker, scoreLeads, startWithTwoReps } from '../support/work-fixtures';

describe('routing', () => {
  let maya: Actor<'leads:work'>;
  let tim: Actor<'leads:work'>;
  beforeEach(async () => {
    [maya, tim] = await startWithTwoReps();
  });
  afterAll(closeDb);

  it('gives a lead that became A to the rep with the fewest, says why, and starts the clock', async () => {
    await setRouting({});
    const [lead = '', other = ''] = await addHeads(2);
    await takeLead(maya, other, MONDAY);
    await askForDemo([lead, other]);
    await route();
    expect(await leadOf(lead)).toMatchObject({ ownerId: tim.id, respondBy: later(5) });
    const [assignment] = await getDb().assignment.findMany({ where: { leadId: lead } });
    expect(assignment).toMatchObject({
      userId: tim.id,
      tier: 'A',
      reason: 'Round robin: 0 of 30 open, the fewest of 2 available reps of all',
      clockFrom: MONDAY,
      respondBy: later(5),
      sampled: false,
    });
    const [routing] = await getDb().routing.findMany({ where: { leadId: lead } });
    expect(routing).toMatchObject({ outcome: 'assigned', rule: 'Everyone', alarmAt: later(60) });
    expect(await getDb().routingTask.count()).toBe(0);
  });

  it('leaves an owned lead with its owner, tells them and starts the clock', async () => {
    await setRouting({});
    const [lead = ''] = await addHeads(1);
    await takeLead(maya, lead, MONDAY);
    await getDb().lead.update({ where: { id: lead }, data: { snoozedUntil: later(600) } });
    await askForDemo([lead], later(10));
    await route(later(10));
    expect(await leadOf(lead)).toMatchObject({ ownerId: maya.id, respondBy: later(15), snoozedUntil: null });
    expect(await alertsOf(maya.id)).toEqual([['owned', 'Came into A and is yours']]);
    expect(await getDb().assignment.count({ where: { leadId: lead } })).toBe(1);
  });

  it('leaves a lead free when nobody can take it, and says why', async () => {
    await setRouting({ capacity: 1 });
    await getDb().absence.create({
      data: { userId: tim.id, firstDay: new Date('2026-11-01'), lastDay: new Date('2026-11-02') },
    });
    const [one = '', two = ''] = await addHeads(2);
    await askForDemo([one, two]);
    await route();
    const [first, second] = [await leadOf(one), await leadOf(two)];
    expect([first.ownerId, second.ownerId].filter((id) => id !== null)).toEqual([maya.id]);
    const free = await getDb().routing.findFirstOrThrow({ where: { outcome: 'free' } });
    expect(free.reason).toBe('Left free: all reps: 1 away, 1 with as many leads as they can take');
    expect((await leadOf(free.leadId)).respondBy).toEqual(later(5));
  });

  it('follows accounts, also among leads that come at once', async () => {
    const byAccount = { ...EVERYONE, id: '00000000-0000-7000-8000-000000000002', name: 'Accounts' };
    await setRouting({ rules: [{ ...byAccount, choose: { kind: 'account_owner' } }, EVERYONE] });
    const ids = await addHeads(3);
    const company = await getDb().company.create({ data: { name: 'Acme' } });
    await getDb().lead.updateMany({ where: { id: { in: ids } }, data: { companyId: company.id } });
    await askForDemo(ids);
    await route();
    const owners = await Promise.all(ids.map(async (id) => (await leadOf(id)).ownerId));
    expect(new Set(owners).size).toBe(1);
    const reasons = (await getDb().assignment.findMany()).map(({ reason }) => reason);
    expect(reasons).toContain('Owner of the account: has 2 other leads of Acme');
  });

  it('routes each lead once and nobody beyond their capacity, however many workers are at it', async () => {
    await setRouting({ capacity: 7 });
    const ids = await addHeads(40);
    await askForDemo(ids);
    const takes = ids.slice(0, 6).map((id) => takeLead(maya, id, MONDAY).catch(() => undefined));
    await Promise.all([route(), route(), ...takes, route(), route()]);
    await route();
    const assignments = await getDb().assignment.findMany({ where: { endedAt: null } });
    expect(new Set(assignments.map(({ leadId }) => leadId)).size).toBe(assignments.length);
    const routed = assignments.filter(({ reason }) => reason.startsWith('Round robin'));
    for (const rep of [maya, tim]) {
      const owned = await getDb().lead.count({ where: { ownerId: rep.id } });
      const given = routed.filter(({ userId }) => userId === rep.id).length;
      // What a rep takes by hand is theirs to decide; routing adds nothing beyond the capacity.
      if (given > 0) expect(owned).toBeLessThanOrEqual(7 + (rep === maya ? 6 : 0));
      expect(given).toBeLessThanOrEqual(7);
    }
    expect(await getDb().routing.count({ where: { outcome: { not: 'calm' } } })).toBe(40);
  });

  it('does not route again what flaps, until it fell well below or a week has passed', async () => {
    await setRouting({});
    await setSetting(CALM_SETTING, { fallPoints: 5, days: 7 });
    const [lead = ''] = await addHeads(1);
    await askForDemo([lead]);
    await route();
    const outcomes = async () =>
      (await getDb().routing.findMany({ orderBy: { decidedAt: 'asc' } })).map(({ outcome }) => outcome);
    // The demo request fades below what A asks, and the page views bring it back within the week.
    const flap = async (hours: number, score: number) => {
      const at = later(hours * 60);
      const before = await getDb().leadScore.findUniqueOrThrow({ where: { leadId: lead } });
      const common = { leadId: lead, rubricVersionId: before.rubricVersionId, cause: 'event' as const };
      const figures = { fit: 60, intent: 60, contributions: [], moved: [], quadrant: before.quadrant };
      await getDb().scoreChange.create({
        data: {
          ...common,
          ...figures,
          at: new Date(at.getTime() - MINUTE),
          score,
          scoreBefore: 70,
          tier: 'B',
          tierBefore: 'A',
        },
      });
      const back = await getDb().scoreChange.create({
        data: { ...common, ...figures, at, score: 70, scoreBefore: score, tier: 'A', tierBefore: 'B' },
      });
      await getDb().leadScore.update({
        where: { leadId: lead },
        data: { tier: 'A', tierRank: 0, tierSince: at },
      });
      await getDb().routingTask.create({ data: { leadId: lead, scoreChangeId: back.id } });
      await route(at);
    };
    await flap(24, 69);
    expect(await outcomes()).toEqual(['assigned', 'calm']);
    expect((await leadOf(lead)).respondBy).toEqual(later(24 * 60 + 5));
    await flap(48, 62);
    expect(await outcomes()).toEqual(['assigned', 'calm', 'owned']);
    await flap(72, 69);
    await flap(48 + 7 * 24, 69);
    expect(await outcomes()).toEqual(['assigned', 'calm', 'owned', 'calm', 'owned']);
  });

  it('asks for no answer any more when the lead leaves the tier, or is touched', async () => {
    await setRouting({});
    const [lead = '', other = ''] = await addHeads(2);
    await askForDemo([lead, other]);
    await route();
    const owner = (await leadOf(lead)).ownerId === maya.id ? maya : tim;
    await logTouch(owner, { leadId: lead, type: 'call', outcome: 'Reached' }, later(3));
    expect((await leadOf(lead)).respondBy).toBeNull();
    const assignment = await getDb().assignment.findFirstOrThrow({ where: { leadId: lead } });
    expect(assignment).toMatchObject({ firstTouchAt: later(3), workingMs: 3 * MINUTE });
    await scoreLeads([other], new Date(MONDAY.getTime() + 20 * 86_400_000));
    await route();
    expect(await getDb().leadScore.findUnique({ where: { leadId: other } })).toMatchObject({ tier: 'B' });
    expect((await leadOf(other)).respondBy).toBeNull();
    await tellClock(lead, later(90));
    await tellClock(other, later(90));
    expect(await getDb().alert.count()).toBe(0);
  });

  it('warns, says that it is late, and passes on at the alarm, each once', async () => {
    const boss = await addWorker('Boss Mann', 'manager');
    await setRouting({});
    await setSetting(RESPONSE_SETTING, { reassign: true });
    const [lead = ''] = await addHeads(1);
    await askForDemo([lead]);
    await route();
    const first = (await leadOf(lead)).ownerId === maya.id ? maya : tim;
    const next = first === maya ? tim : maya;
    await tellClock(lead, later(2));
    expect(await getDb().alert.count()).toBe(0);
    for (const at of [3, 3, 5, 6, 60]) await tellClock(lead, later(at));
    expect(await alertsOf(first.id)).toEqual([
      ['warning', 'Not answered yet: 2 minutes left'],
      ['late', `${first.name} has not answered within 5 minutes`],
      ['alarm', `${first.name} has not answered after 1 hour`],
    ]);
    expect((await alertsOf(boss.id)).map(([kind]) => kind)).toEqual(['late', 'alarm']);
    expect(await leadOf(lead)).toMatchObject({ ownerId: next.id, respondBy: later(65) });
    const open = await getDb().assignment.findMany({ where: { leadId: lead, endedAt: null } });
    expect(open).toHaveLength(1);
    expect(open[0]?.reason).toBe(
      `${first.name} did not answer. Round robin: 0 of 30 open, the only available rep of all`,
    );
    await tellClock(lead, later(120));
    expect((await leadOf(lead)).ownerId).toBe(next.id);
  });

  it('has the clock looked at exactly when it has something to say', async () => {
    await setRouting({});
    const [lead = ''] = await addHeads(1);
    await askForDemo([lead]);
    await route();
    const jobs = async () =>
      (
        await getPool().query<{ run_at: Date }>(
          `SELECT "run_at" FROM graphile_worker.jobs WHERE "task_identifier" = 'answer-clock'`,
        )
      ).rows.map(({ run_at: at }) => at);
    expect(await jobs()).toEqual([later(2.5)]);
    await tellClock(lead, later(2.5));
    expect(await jobs()).toEqual([later(5)]);
  });

  it('tells of a nurtured lead whose intent rises, and not again at once', async () => {
    await setRouting({ nurture: { active: true, points: 8, days: 3 } });
    const [lead = ''] = await addHeads(1);
    await addEvents([{ leadId: lead, type: 'demo_requested', at: daysBefore(MONDAY, 20) }]);
    const view = async (minutes: number) => {
      await addEvents([{ leadId: lead, type: 'page_viewed', at: later(minutes) }]);
      await scoreLeads([lead], later(minutes));
      await route(later(minutes));
    };
    await scoreLeads([lead], MONDAY);
    await route();
    expect(await getDb().leadScore.findUnique({ where: { leadId: lead } })).toMatchObject({ tier: 'B' });
    for (const minute of [1, 2, 3]) await view(minute);
    expect(await alertsOf(null)).toEqual([['intent', 'Intent rose by 8 to 28 within 3 days']]);
  });

  it('draws a share of new held leads, unmarked, as the settings ask', async () => {
    await setRouting({ samplePercent: 0 });
    const cold = await addLeads([{ title: 'Clerk', email: 'cold@acme.example' }]);
    await scoreLeads(cold, MONDAY);
    await route();
    expect(await getDb().assignment.count()).toBe(0);
    await setRouting({ samplePercent: 20, salt: 'salt' });
    const many = await addLeads(
      Array.from({ length: 60 }, (_, i) => ({ title: 'Clerk', email: `c${i}@acme.example` })),
    );
    await scoreLeads(many, MONDAY);
    await route();
    const drawn = await getDb().assignment.findMany();
    expect(drawn.length).toBeGreaterThan(2);
    expect(drawn.length).toBeLessThan(30);
    expect(drawn.every(({ sampled, tier }) => sampled && tier === 'C')).toBe(true);
    expect(drawn.every(({ reason }) => reason.startsWith('Round robin'))).toBe(true);
  });

  it('leaves free what an import brings, unless the settings ask for it', async () => {
    await setRouting({});
    const ids = await addHeads(2);
    const [first = '', second = ''] = ids;
    const brought = await getDb().import.create({
      data: { kind: 'leads', fileName: 'a.csv', fileHash: 'x', mapping: {}, state: 'done' },
    });
    await getDb().lead.updateMany({ data: { importId: brought.id } });
    await askForDemo([first]);
    await route();
    expect(await leadOf(first)).toMatchObject({ ownerId: null, respondBy: null });
    await setRouting({ bulk: true });
    await askForDemo([second]);
    await route();
    expect((await leadOf(second)).ownerId).not.toBeNull();
  });
});
