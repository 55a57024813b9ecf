import { describe, expect, it } from 'vitest';
import { undoMerge } from '@/lib/leads/mutations/undo-merge';
import { runWorkerOnce } from '@/lib/runtime/worker-jobs';
import { getDb } from '@/lib/server/db';
import { listRejectedEvents } from '@/lib/tracking/data';
import {
  addSource,
  batch,
  findLead,
  identify,
  send,
  track,
  trackInEmptyHouse,
} from '@/tests/support/tracking-fixtures';
import { addMerger } from '@/tests/support/work-fixtures';

trackInEmptyHouse();

describe('who events tell of', () => {
  it('keeps what a visitor does, and gives it to the lead that they turn out to be, with the score', async () => {
    await batch(
      track('Demo Requested', { anonymousId: 'visitor-1' }),
      { type: 'page', name: 'Pricing', anonymousId: 'visitor-1', context: { page: { path: '/pricing' } } },
      track('Demo Requested', { anonymousId: 'visitor-2' }),
    );
    expect(await getDb().lead.count()).toBe(0);
    expect(await getDb().event.count({ where: { leadId: null } })).toBe(3);

    await send('identify', {
      anonymousId: 'visitor-1',
      userId: 'u1',
      traits: { email: 'Ann@Acme.example ' },
    });
    const lead = await findLead('ann@acme.example');
    expect(lead).toMatchObject({ source: 'Site', externalId: 'u1' });
    expect(lead.events.map(({ type }) => type).sort()).toEqual(['demo_requested', 'page_viewed']);
    expect(await getDb().event.count({ where: { leadId: null } })).toBe(1);

    await runWorkerOnce();
    const score = await getDb().leadScore.findUniqueOrThrow({ where: { leadId: lead.id } });
    expect(score.intent).toBeGreaterThan(0);
    expect(JSON.stringify(score.reason)).toMatch(/demo/i);
  });

  it('gives later events to the lead by the user id, the visitor id or the address', async () => {
    await send('identify', { anonymousId: 'v', userId: 'u1', traits: { email: 'ann@acme.example' } });
    await batch(
      track('Demo Requested', { anonymousId: 'v' }),
      track('Demo Requested', { userId: 'u1' }),
      track('Demo Requested', { anonymousId: 'w', context: { traits: { email: 'ann@acme.example' } } }),
      track('Demo Requested', { anonymousId: 'w' }),
    );
    expect((await findLead('ann@acme.example')).events).toHaveLength(4);
    expect(await getDb().lead.count()).toBe(1);
  });

  it('makes a lead of a user id alone, and completes it when the address comes, from whatever source', async () => {
    await batch(track('Trial Started', { userId: 77 }));
    const [nameless] = await getDb().lead.findMany();
    expect(nameless).toMatchObject({ source: 'Site', externalId: '77', email: null });
    const { key } = await addSource('Server');
    await send('identify', { userId: '77', traits: { email: 'ben@acme.example' } }, { key });
    const leads = await getDb().lead.findMany({ include: { events: true } });
    expect(leads).toHaveLength(1);
    expect(leads[0]).toMatchObject({ id: nameless?.id, email: 'ben@acme.example' });
    expect(leads[0]?.events).toHaveLength(1);
  });

  it('merges the lead of a bare user id into the one that its address belongs to', async () => {
    const known = await getDb().lead.create({
      data: { email: 'cy@acme.example', emailKey: 'cy@acme.example' },
    });
    await batch(track('Trial Started', { userId: 'c1', anonymousId: 'vc' }));
    await send('identify', { userId: 'c1', traits: { email: 'cy@acme.example', plan: 'pro' } });
    await batch(track('Demo Requested', { userId: 'c1' }), track('Demo Requested', { anonymousId: 'vc' }));
    const lead = await findLead('cy@acme.example');
    expect(lead.id).toBe(known.id);
    expect(lead.events).toHaveLength(3);
    expect(await getDb().lead.count({ where: { mergedIntoId: known.id } })).toBe(1);
    expect(lead.attributes).toMatchObject({ custom: { plan: 'pro' } });
    await runWorkerOnce();
    expect(await getDb().leadScore.count()).toBe(1);
  });

  it('lets such a merge be undone, and does not make it again', async () => {
    await getDb().lead.create({ data: { email: 'cy@acme.example', emailKey: 'cy@acme.example' } });
    await batch(track('Trial Started', { userId: 'c1', anonymousId: 'vc' }));
    const [bare] = await getDb().lead.findMany({ where: { externalId: 'c1' } });
    await send('identify', { userId: 'c1', traits: { email: 'cy@acme.example' } });
    const merge = await getDb().leadMerge.findFirstOrThrow();
    expect(merge).toMatchObject({ mergedId: bare?.id, actor: 'source “Site”', userId: null });
    expect(merge.events).toHaveLength(1);

    await undoMerge(await addMerger('Mo'), merge.id, new Date());
    await send('identify', { userId: 'c1', traits: { email: 'cy@acme.example' } });
    await batch(track('Demo Requested', { userId: 'c1' }));
    const parted = await getDb().lead.findMany({ include: { events: true }, orderBy: { email: 'asc' } });
    expect(parted.map(({ mergedIntoId, events }) => [mergedIntoId, events.length])).toEqual([
      [null, 0],
      [null, 2],
    ]);
    expect(await listRejectedEvents({ limit: 5 })).toMatchObject([{ path: 'userId' }]);
  });

  it('follows a merged lead to its survivor, however it was merged', async () => {
    await send('identify', { userId: 'd1', anonymousId: 'vd', traits: { email: 'dan@old.example' } });
    const old = await findLead('dan@old.example');
    const survivor = await getDb().lead.create({
      data: { email: 'dan@new.example', emailKey: 'dan@new.example' },
    });
    await getDb().lead.update({ where: { id: old.id }, data: { mergedIntoId: survivor.id } });
    await batch(track('Demo Requested', { userId: 'd1' }), track('Demo Requested', { anonymousId: 'vd' }));
    await send('identify', { userId: 'd1', traits: { title: 'CFO' } });
    const lead = await findLead('dan@new.example');
    expect(lead.events).toHaveLength(2);
    expect(lead.attributes).toMatchObject({ title: 'CFO' });
  });

  it('never merges two people with addresses: the message is listed instead', async () => {
    await batch(
      identify({ userId: 'e1', traits: { email: 'eve@acme.example' } }),
      identify({ userId: 'e2', traits: { email: 'eli@acme.example' } }),
    );
    await batch(identify({ userId: 'e1', traits: { email: 'eli@acme.example' } }), {
      type: 'alias',
      previousId: 'e1',
      userId: 'e2',
    });
    expect(await getDb().lead.count({ where: { mergedIntoId: null } })).toBe(2);
    const rejected = await listRejectedEvents({ limit: 10 });
    expect(rejected.map(({ path }) => path).sort()).toEqual(['previousId', 'userId']);
  });

  it('joins ids by alias', async () => {
    await batch(track('Demo Requested', { anonymousId: 'va' }));
    await batch({ type: 'alias', previousId: 'va', userId: 'f1' });
    await send('identify', { userId: 'f1', traits: { email: 'flo@acme.example' } });
    await send('alias', { previousId: 'f1', userId: 'f2' });
    await batch(track('Demo Requested', { userId: 'f2' }));
    expect((await findLead('flo@acme.example')).events).toHaveLength(2);
    expect(await getDb().lead.count()).toBe(1);
  });

  it('keeps the details that somebody unknown gives', async () => {
    await send('identify', { anonymousId: 'vg', traits: { plan: 'trial' } });
    await send('identify', { anonymousId: 'vg', userId: 'g1', traits: { email: 'gus@acme.example' } });
    const lead = await findLead('gus@acme.example');
    expect(lead.events).toMatchObject([{ type: 'details_given', properties: { plan: 'trial' } }]);
  });

  it('loses no event of a visitor who is identified at the same moment', async () => {
    const visitors = Array.from({ length: 20 }, (_, n) => `race-${n}`);
    await Promise.all(
      visitors.flatMap((anonymousId, n) => [
        ...Array.from({ length: 5 }, () => batch(track('Demo Requested', { anonymousId }))),
        send('identify', { anonymousId, userId: anonymousId, traits: { email: `race${n}@acme.example` } }),
        batch(track('Trial Started', { userId: anonymousId, anonymousId })),
      ]),
    );
    expect(await getDb().lead.count({ where: { mergedIntoId: null } })).toBe(20);
    expect(await getDb().event.count({ where: { leadId: null } })).toBe(0);
    expect(await getDb().event.count()).toBe(120);
  });
});
