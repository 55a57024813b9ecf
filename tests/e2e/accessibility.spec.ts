import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ACCOUNTS } from '../support/accounts';
import { expect, test } from './test';

async function findFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(
    ({ id, impact, nodes }) => `${impact ?? ''} ${id}: ${nodes.map((n) => n.html).join(' ')}`,
  );
}

async function expectFit(page: Page) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${colorScheme}`, async ({ openAs }) => {
    test.setTimeout(300_000);
    const page = await openAs('admin');
    await page.emulateMedia({ colorScheme });
    for (const screen of ACCOUNTS.admin.screens) {
      await page.goto(screen);
      await page.waitForLoadState('networkidle');
      expect(await findFaults(page), screen).toEqual([]);
      await expectFit(page);
    }
    await page.goto('/leads');
    await page.locator('main table a[href^="/leads/"]').first().click();
    await page.waitForURL(/\/leads\/[0-9a-f-]{36}/);
    expect(await findFaults(page), 'a lead').toEqual([]);
    await page.goto('/queue?tab=free');
    await expect(async () => {
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Why this score' })).toBeVisible({ timeout: 3_000 });
    }).toPass();
    expect(await findFaults(page), 'the side panel').toEqual([]);
  });
}

test('axe finds nothing on the way in', async ({ page }) => {
  for (const path of ['/sign-in', '/join?token=unknown']) {
    await page.goto(path);
    expect(await findFaults(page), path).toEqual([]);
  }
});

test('nothing scrolls sideways on a phone', async ({ openAs }) => {
  const page = await openAs('admin');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const screen of ACCOUNTS.admin.screens) {
    await page.goto(screen);
    await page.waitForLoadState('networkidle');
    await expectFit(page);
  }
  await page.goto('/leads');
  await page.locator('main table a[href^="/leads/"]').first().click();
  await page.waitForURL(/\/leads\/[0-9a-f-]{36}/);
  await expectFit(page);
});
