import type { Page } from '@playwright/test';
import { clickUntil, pressUntil } from '../support/sign-in';
import { connectSource, requestDemo, track } from '../support/track-events';
import { expect, test } from './test';

/** Opens a queue and waits until it hears of changes: then it has fetched its rows once by itself. */
async function openQueue(page: Page, address: string): Promise<void> {
  const heard = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/api/queue');
  await page.goto(address);
  await heard;
  await page.evaluate(() => document.body.setAttribute('data-drawn-once', ''));
}

const isSamePage = (page: Page) => page.locator('body[data-drawn-once]').count();

test('an event that is posted appears in two open queues, and what one takes leaves the other', async ({
  openAs,
  request,
}) => {
  const [maya, ruth] = [await openAs('rep'), await openAs('admin')];
  const writeKey = await connectSource(ruth, 'Live test');
  await Promise.all([maya, ruth].map((page) => openQueue(page, '/queue?tab=free&q=Zelda+Quick')));
  await expect(maya.getByText('No lead fits these filters')).toBeVisible();
  await track(request, writeKey, requestDemo('Zelda Quick'));
  for (const page of [maya, ruth]) {
    const row = page.getByRole('row', { name: /Zelda Quick/ });
    await expect(row).toBeVisible({ timeout: 5_000 });
    await expect(row).toContainText('Requested a demo');
  }

  await pressUntil(ruth, 'n', ruth.getByRole('heading', { name: 'Zelda Quick' }));
  await expect(maya.getByRole('row', { name: /Zelda Quick/ })).toBeHidden({ timeout: 5_000 });
  expect(await isSamePage(maya)).toBe(1);
});

test('a lead that arrives does not move the row under the pointer', async ({ openAs, request }) => {
  const ops = await openAs('ops');
  const writeKey = await connectSource(ops, 'Steady test');
  const page = await openAs('rep');
  await openQueue(page, '/queue?tab=free');
  const row = page.locator('tbody tr').nth(4);
  const id = await row.getAttribute('id');
  const steady = page.locator(`[id="${id}"]`);
  await steady.hover();
  const before = await steady.boundingBox();
  await track(request, writeKey, requestDemo('Yara First'));
  await expect(page.getByRole('row', { name: /Yara First/ })).toBeAttached({ timeout: 5_000 });
  const after = await steady.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 99))).toBeLessThan(2);
  expect(await isSamePage(page)).toBe(1);
});

test('a rep who wants it is told of a new A on the desktop', async ({ openAs, request }) => {
  const ops = await openAs('ops');
  const writeKey = await connectSource(ops, 'Desktop test');
  const page = await openAs('rep');
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript(() => {
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        document.body.append(Object.assign(document.createElement('p'), { id: 'told', textContent: title }));
      }
    };
  });
  await openQueue(page, '/queue');
  const item = page.getByRole('menuitemcheckbox', { name: 'Notify me of a new A' });
  await clickUntil(page.getByRole('button', { name: 'Maya Krause' }), item);
  await item.click();
  await expect(page.getByText('New A leads are shown on the desktop').first()).toBeVisible();
  await expect(async () => {
    expect(await page.evaluate(() => localStorage.getItem('desktop-notices'))).toBe('on');
  }).toPass();
  await track(request, writeKey, requestDemo('Dora Bell'));
  await expect(page.locator('#told')).toHaveText('New A: Dora Bell', { timeout: 10_000 });
});

test('two tabs of a browser share one stream', async ({ openAs }) => {
  const page = await openAs('rep');
  await openQueue(page, '/queue?tab=free');
  const second = await page.context().newPage();
  await openQueue(second, '/queue?tab=team');
  const streams = await Promise.all(
    [page, second].map((one) =>
      one.evaluate(() => performance.getEntriesByName(`${location.origin}/api/stream`).length),
    ),
  );
  expect(streams).toEqual([0, 0]);
});

test('a stranger is refused the stream and the rows', async ({ request }) => {
  for (const path of ['/api/stream', '/api/queue?tab=free']) {
    expect((await request.get(path)).status(), path).toBe(401);
  }
});
