import type { Page } from '@playwright/test';
import { clickUntil } from '../support/sign-in';
import { expect, test } from './test';

/** Leads per tier under the draft, from the panel beside the editor. */
async function readDraftTiers(page: Page): Promise<number[]> {
  const table = page.getByRole('table', { name: /^Leads per tier/ }).first();
  const rows = await table.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => Number((await row.locator('td').nth(2).innerText()).replaceAll(',', ''))),
  );
}

async function publish(page: Page, note: string) {
  await page.getByRole('button', { name: 'Review and publish' }).click();
  const dialog = page.getByRole('dialog', { name: 'Review and publish' });
  await dialog.getByLabel('What changed and why').fill(note);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function countFree(page: Page): Promise<number> {
  await page.goto('/queue?tab=free');
  const tab = page.getByRole('link', { name: /^Free/ });
  return Number((await tab.innerText()).replace(/\D/g, ''));
}

test('ops changes points, sees the tiers move, publishes; the queue follows; the old version comes back', async ({
  openAs,
}) => {
  test.setTimeout(180_000);
  const ops = await openAs('ops');
  const rep = await openAs('rep');
  const freeBefore = await countFree(rep);

  await ops.goto('/rubric');
  await expect(ops.getByRole('table', { name: /^Leads per tier/ })).toBeVisible();
  const before = await readDraftTiers(ops);
  const points = ops.getByRole('spinbutton', { name: 'Points for In a country we serve' }).first();
  await points.fill('-40');
  await points.press('Enter');
  await expect.poll(async () => (await readDraftTiers(ops)).join()).not.toBe(before.join());
  const after = await readDraftTiers(ops);
  expect(after.reduce((sum, n) => sum + n, 0)).toBe(before.reduce((sum, n) => sum + n, 0));

  await publish(ops, 'Where they are says less than we thought');
  await expect.poll(() => countFree(rep), { timeout: 90_000 }).toBeLessThan(freeBefore);

  await ops.goto('/rubric/versions');
  await ops.getByRole('link', { name: /v?1\b/ }).first().click();
  await ops.waitForURL(/\/rubric\/versions\/[0-9a-f-]{36}/);
  const confirm = ops
    .getByRole('alertdialog')
    .or(ops.getByRole('dialog'))
    .getByRole('button', { name: 'Restore as draft' });
  await clickUntil(ops.getByRole('button', { name: 'Restore as draft' }).first(), confirm);
  await confirm.click();
  await ops.waitForURL(/\/rubric$/);
  await publish(ops, 'Back to what worked');
  await expect
    .poll(() => countFree(rep), { timeout: 90_000 })
    .toBeGreaterThanOrEqual(Math.floor(freeBefore * 0.97));
});
