import type { Page } from '@playwright/test';
import { pressUntil, waitForKey } from '../support/sign-in';
import { connectSource, requestDemo, track } from '../support/track-events';
import { expect, test } from './test';

const leadOf = (page: Page) => new URL(page.url()).searchParams.get('lead') ?? '';

test('a demo request reaches two reps: one works it by keyboard alone and wins, and the report counts it under its tier', async ({
  openAs,
  request,
}) => {
  const [maya, ruth, manager] = [await openAs('rep'), await openAs('admin'), await openAs('manager')];
  const writeKey = await connectSource(ruth, 'Two reps');
  await Promise.all([maya.goto('/queue?tab=free'), ruth.goto('/queue?tab=free')]);
  await waitForKey(maya, 'Take the next free lead');
  await waitForKey(ruth, 'Take the next free lead');
  await track(request, writeKey, requestDemo('Quentin Fair'));
  for (const page of [maya, ruth]) {
    await expect(page.getByRole('row', { name: /Quentin Fair/ })).toBeVisible({ timeout: 20_000 });
  }

  await maya.goto('/queue?tab=free&q=Quentin+Fair');
  await waitForKey(maya, 'Take the next free lead');
  await Promise.all([maya.keyboard.press('n'), ruth.keyboard.press('n')]);
  await Promise.all([maya.waitForURL(/lead=/), ruth.waitForURL(/lead=/)]);
  expect(leadOf(ruth)).not.toBe(leadOf(maya));
  await expect(maya.getByRole('heading', { name: 'Quentin Fair' })).toBeVisible();

  await pressUntil(maya, 'c', maya.getByRole('dialog', { name: 'Log a call' }));
  await maya.keyboard.press('1');
  await expect(maya.getByText(/Call logged/).first()).toBeVisible();
  await pressUntil(maya, 'w', maya.getByRole('dialog', { name: 'Write a note' }));
  await maya.keyboard.type('Wants to start in May');
  await maya.keyboard.press('Control+Enter');
  await expect(maya.getByText('Wants to start in May').first()).toBeVisible();
  await pressUntil(maya, 'o', maya.getByRole('dialog', { name: 'Outcome' }));
  await maya.keyboard.press('3');
  await maya.keyboard.type('24000');
  await maya.keyboard.press('Enter');
  await expect(maya.getByText('Won').first()).toBeVisible();

  await manager.goto('/reports/deals?outcome=won&tier=A');
  const deal = manager.getByRole('row', { name: /Quentin Fair|quentin-fair/ });
  await expect(deal).toContainText('24,000');
  await manager.goto('/reports/deals?outcome=won&tier=B,C');
  await expect(manager.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(deal).toBeHidden();
});

test('a rep ticks leads by keyboard, disqualifies them together, and takes it back', async ({ openAs }) => {
  const page = await openAs('rep');
  await page.goto('/queue?tab=free');
  const rows = page.locator('tbody tr');
  await waitForKey(page, 'Next row');
  await page.keyboard.press('j');
  await pressUntil(page, 'x', page.getByText('1 lead ticked'));
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('2 leads ticked')).toBeVisible();
  const ticked = await rows.evaluateAll((all) => all.slice(0, 2).map(({ id }) => id));
  await pressUntil(page, 'Shift+D', page.getByRole('dialog', { name: 'Disqualified: why?' }));
  await page.keyboard.press('2');
  for (const id of ticked) await expect(page.locator(`[id="${id}"]`)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const id of ticked) await expect(page.locator(`[id="${id}"]`)).toBeVisible();
});
