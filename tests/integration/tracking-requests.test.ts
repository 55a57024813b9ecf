import { describe, expect, it } from 'vitest';
import { getDb } from '@/lib/server/db';
import { listRejectedEvents, listSources } from '@/lib/tracking/data';
import { revokeSource, setOrigins } from '@/lib/tracking/mutations';
import {
  addSource,
  batch,
  send,
  sendText,
  track,
  trackInEmptyHouse,
} from '@/tests/support/tracking-fixtures';
import { addActor } from '@/tests/support/work-fixtures';

trackInEmptyHouse();

describe('what is taken', () => {
  it('counts a message once, and keeps sources apart', async () => {
    const one = track('Demo Requested', { userId: 'l1', messageId: 'same' });
    await Promise.all([batch(one, one), batch(one)]);
    await batch(one);
    expect(await getDb().event.count()).toBe(1);
    const { key } = await addSource('Other');
    await send('batch', { batch: [one] }, { key });
    expect(await getDb().event.count()).toBe(2);
  });

  it('takes what is right of a batch, and lists the rest with reason and place', async () => {
    await batch(
      track('Demo Requested', { userId: 'm1' }),
      { type: 'track', userId: 'm1' },
      track('Demo Requested', {}),
      track('Demo Requested', { userId: 'm1', timestamp: 'yesterday' }),
      track('Demo Requested', { userId: 'm1', properties: 'none' }),
      { type: 'launch', userId: 'm1' },
      track('Big', { userId: 'm1', properties: { text: 'x'.repeat(33_000) } }),
    );
    expect(await getDb().event.count()).toBe(1);
    const rejected = await listRejectedEvents({ limit: 50 });
    expect(rejected.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['event', 'userId', 'timestamp', 'properties', 'type', null]),
    );
    expect(rejected).toHaveLength(6);
    expect(rejected.find(({ path }) => path === 'timestamp')).toMatchObject({
      sourceName: 'Site',
      messageType: 'track',
      eventName: 'Demo Requested',
      payload: { timestamp: 'yesterday' },
    });
    const last = rejected.at(-1);
    expect(await listRejectedEvents({ limit: 50, after: last })).toHaveLength(5);
    expect(await listSources(new Date())).toMatchObject([{ name: 'Site', rejected: 6, active: true }]);
  });

  it('stores text that Postgres has no room for', async () => {
    const text = '{"event":"Demo Requested","userId":"n1\\u0000","properties":{"a":"x\\u0000y \\ud800"}}';
    await sendText('track', text);
    expect(await getDb().event.findFirstOrThrow()).toMatchObject({ properties: { a: 'xy \ufffd' } });
  });

  it.each([
    ['no key', 'track', {}, { key: '' }, 401],
    ['a key of nobody', 'track', {}, { key: 'nobody' }, 401],
    ['a page of another origin', 'track', {}, { origin: 'https://evil.example' }, 403],
    ['a batch that is none', 'batch', { batch: {} }, {}, 400],
    ['too many events', 'batch', { batch: Array.from({ length: 2_501 }, () => ({})) }, {}, 413],
    ['an unknown call', 'launch', {}, {}, 404],
  ])('refuses %s', async (_what, call, body, more, status) => {
    await expect(send(call, body, more)).rejects.toMatchObject({ status });
    expect(await getDb().rejectedEvent.count()).toBe(0);
  });

  it('refuses a source that was ended, and takes pages of its origins alone', async () => {
    const admin = await addActor('sources:manage');
    const { key, id } = await addSource('Shop', ['https://a.example']);
    await setOrigins(admin, { sourceId: id, origins: ['https://b.example'] });
    await expect(send('track', track('x', {}), { key, origin: 'https://a.example' })).rejects.toMatchObject({
      status: 403,
    });
    await send('track', track('Demo Requested', { userId: 'o1' }), { key, origin: 'https://b.example' });
    const gone = await addSource('Gone');
    await revokeSource(admin, gone.id);
    await expect(send('track', {}, { key: gone.key })).rejects.toMatchObject({ status: 401 });
    await expect(revokeSource(admin, gone.id)).rejects.toMatchObject({ status: 409 });
    const actions = await getDb().auditEntry.findMany({ where: { userId: admin.id } });
    expect(actions.map(({ action }) => action)).toEqual(['source.origins_changed', 'source.revoked']);
  });

  it('holds a source to its limit', async () => {
    const { key, id } = await addSource('Loud');
    await getDb().source.update({ where: { id }, data: { eventsPerMinute: 3 } });
    const three = { batch: Array.from({ length: 3 }, () => track('Demo Requested', { userId: 'p1' })) };
    await send('batch', three, { key });
    await expect(send('batch', three, { key })).rejects.toMatchObject({
      status: 429,
      retryAfter: expect.any(Number) as number,
    });
    expect(await getDb().event.count()).toBe(3);
  });
});
