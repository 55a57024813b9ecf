import { expectAccessible, expectFit } from '../support/accessible';
import { ACCOUNTS } from '../support/accounts';
import { visit } from '../support/visit';
import { expect, test } from './test';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${colorScheme}`, async ({ openAs }) => {
    test.setTimeout(300_000);
    const page = await openAs('admin');
    await page.emulateMedia({ colorScheme });
    for (const screen of ACCOUNTS.admin.screens) {
      await visit(page, screen);
      await expectAccessible(page);
    }
    await page.goto('/leads');
    await page.locator('main table a[href^="/leads/"]').first().click();
    await page.waitForURL(/\/leads\/[0-9a-f-]{36}/);
    await expectAccessible(page);
    await page.goto('/queue?tab=free');
    await expect(async () => {
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Why this score' })).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await expectAccessible(page);
  });
}

test('axe finds nothing on the way in', async ({ page }) => {
  for (const path of ['/sign-in', '/join?token=unknown']) {
    await page.goto(path);
    await expectAccessible(page);
  }
});

test('nothing scrolls sideways on a phone', async ({ openAs }) => {
  const page = await openAs('admin');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const screen of ACCOUNTS.admin.screens) {
    await visit(page, screen);
    await expectFit(page);
  }
  await page.goto('/leads');
  await page.locator('main table a[href^="/leads/"]').first().click();
  await page.waitForURL(/\/leads\/[0-9a-f-]{36}/);
  await expectFit(page);
});
