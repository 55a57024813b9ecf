import { describe, expect, it } from 'vitest';
import { runWorkerOnce } from '@/lib/runtime/worker-jobs';
import { getDb } from '@/lib/server/db';
import { listUnknownEventNames } from '@/lib/tracking/data';
import { mapEventName, restateEvents } from '@/lib/tracking/mutations';
import { batch, track, trackInEmptyHouse } from '@/tests/support/tracking-fixtures';
import { addActor } from '@/tests/support/work-fixtures';

trackInEmptyHouse();

describe('names of events', () => {
  it('keeps unknown names as types of their own, and maps them, past events too', async () => {
    const ops = await addActor('rubric:write');
    await batch(
      track('Pricing Calculator Used', { userId: 'q1' }),
      track('pricing calculator used', { userId: 'q1' }),
      track('Visit Webpage', { userId: 'q1' }),
    );
    expect(await listUnknownEventNames()).toMatchObject([
      { name: 'Pricing Calculator Used', type: 'pricing_calculator_used', events: 1 },
      { name: 'pricing calculator used', type: 'pricing_calculator_used', events: 1 },
    ]);
    await mapEventName(ops, { name: 'Pricing Calculator Used', type: 'demo_requested' });
    await batch(track('PRICING CALCULATOR USED', { userId: 'q1' }));
    await runWorkerOnce();
    const types = await getDb().event.findMany({ select: { type: true } });
    expect(types.map(({ type }) => type).sort()).toEqual([
      'demo_requested',
      'demo_requested',
      'demo_requested',
      'page_viewed',
    ]);
    const [score] = await getDb().leadScore.findMany();
    expect(JSON.stringify(score?.reason)).toMatch(/demo/i);
    expect(await listUnknownEventNames()).toEqual([]);
    expect(await restateEvents({ name: 'Pricing Calculator Used', type: 'demo_requested' })).toBe(0);
    await expect(mapEventName(ops, { name: 'x', type: 'nowhere' })).rejects.toMatchObject({ status: 404 });
  });

  it('maps a name of everybody otherwise, and views as well', async () => {
    const ops = await addActor('rubric:write');
    await mapEventName(ops, { name: 'screen', type: 'product_used' });
    await batch(
      { type: 'screen', userId: 'r1', name: 'Inbox' },
      { type: 'page', userId: 'r1', context: { page: { url: 'https://x.example/pricing?a=1' } } },
    );
    const events = await getDb().event.findMany({ orderBy: { type: 'asc' } });
    expect(events).toMatchObject([
      { type: 'page_viewed', properties: { path: '/pricing' } },
      { type: 'product_used', name: 'screen', properties: { name: 'Inbox' } },
    ]);
  });

  it('sets aside what a program did', async () => {
    await batch(
      track('Page Viewed', {
        userId: 's1',
        context: { userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' },
      }),
    );
    expect(await getDb().event.findFirstOrThrow()).toMatchObject({ filteredAs: 'bot' });
  });
});
