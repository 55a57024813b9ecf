import type { Locator, Page } from '@playwright/test';
import { clickUntil } from '../support/sign-in';
import { drag } from '../support/drag';
import { expect, test } from './test';

const TIERS = /^Leads per tier/;

/** Leads per tier under the draft, from the panel beside the editor. */
async function readDraftTiers(page: Page): Promise<number[]> {
  const table = page.getByRole('table', { name: TIERS }).first();
  const rows = await table.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => Number((await row.locator('td').nth(2).innerText()).replaceAll(',', ''))),
  );
}

/** Waits until every lead has been measured, for which their evidence is first gathered. */
async function waitForEffect(page: Page): Promise<void> {
  await expect(page.getByRole('table', { name: TIERS })).toBeVisible({ timeout: 30_000 });
}

/** Waits until the draft moves leads between tiers, losing none. */
async function expectTiersToMove(page: Page, from: readonly number[]): Promise<number[]> {
  await expect.poll(async () => (await readDraftTiers(page)).join()).not.toBe(from.join());
  const tiers = await readDraftTiers(page);
  expect(tiers.reduce((sum, n) => sum + n, 0)).toBe(from.reduce((sum, n) => sum + n, 0));
  return tiers;
}

async function review(page: Page, note: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Review and publish' }).click();
  const dialog = page.getByRole('dialog', { name: 'Review and publish' });
  await dialog.getByLabel('What changed and why').fill(note);
  return dialog;
}

async function publish(page: Page, note: string) {
  const dialog = await review(page, note);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function countFree(page: Page): Promise<number> {
  await page.goto('/queue?tab=free');
  const tab = page.getByRole('link', { name: /^Free/ });
  return Number((await tab.innerText()).replace(/\D/g, ''));
}

/** The live rubric as it is downloaded. */
async function readLive(page: Page): Promise<{ fit: { groups: { criteria: unknown[] }[] } }> {
  await page.goto('/rubric/versions');
  const href = await page.getByRole('row', { name: /Live/ }).getByRole('link').getAttribute('href');
  const answer = await page.request.get(`/api/rubrics/${href?.split('/').at(-1) ?? ''}`);
  return (await answer.json()) as { fit: { groups: { criteria: unknown[] }[] } };
}

async function importRubric(page: Page, content: string) {
  const dialog = page.getByRole('dialog', { name: 'Import a rubric' });
  if (await dialog.isHidden()) {
    await page.goto('/rubric/versions');
    await clickUntil(page.getByRole('button', { name: 'Import', exact: true }), dialog);
  }
  const file = { name: 'rubric.json', mimeType: 'application/json', buffer: Buffer.from(content) };
  await dialog.locator('input[type=file]').setInputFiles(file);
  return dialog;
}

const EVERYONE = { id: 'everyone', label: 'Everyone there is', when: { all: [] }, points: 0 };

test('ops takes a criterion in, drags its points, sees the tiers move, publishes; the queue follows; the old version comes back', async ({
  openAs,
}) => {
  test.setTimeout(180_000);
  const ops = await openAs('ops');
  const rep = await openAs('rep');
  const freeBefore = await countFree(rep);

  const live = await readLive(ops);
  const broken = await importRubric(ops, JSON.stringify({ ...live, fitWeight: 2 }));
  await expect(broken.getByRole('alert')).toContainText('fitWeight');
  live.fit.groups[0]?.criteria.push(EVERYONE);
  const dialog = await importRubric(ops, JSON.stringify(live));
  await expect(dialog.getByText('1 difference from the live version')).toBeVisible();
  await dialog.getByRole('button', { name: /draft$/ }).click();
  await ops.waitForURL(/\/rubric$/);

  await waitForEffect(ops);
  const before = await readDraftTiers(ops);
  await drag(ops, ops.getByRole('slider', { name: 'Points for Everyone there is' }), -50);
  const dragged = await expectTiersToMove(ops, before);

  const cut = ops.getByRole('slider', { name: 'Score from which A begins' });
  await cut.focus();
  await cut.press('PageDown');
  await expectTiersToMove(ops, dragged);
  await cut.press('PageUp');
  await expect.poll(async () => (await readDraftTiers(ops)).join()).toBe(dragged.join());

  await publish(ops, 'Everyone counts a little less');
  await expect.poll(() => countFree(rep), { timeout: 90_000 }).toBeLessThan(freeBefore);

  await ops.goto('/rubric/versions');
  await ops.getByRole('link', { name: 'v1', exact: true }).click();
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

test('a draft runs in shadow, is compared with the live version, and is withdrawn', async ({ openAs }) => {
  test.setTimeout(180_000);
  const ops = await openAs('ops');
  await ops.goto('/rubric');
  await waitForEffect(ops);
  const points = ops.getByRole('spinbutton', { name: 'Points for In a country we serve' }).first();
  await points.fill('-40');
  await points.press('Enter');
  const dialog = await review(ops, 'Does the country matter?');
  await dialog.getByRole('button', { name: 'Run in shadow' }).click();
  await ops.getByRole('link', { name: 'Compare it with the live version' }).click();

  await expect(ops.getByRole('heading', { name: /^v\d+ against v\d+$/ })).toBeVisible();
  await expect(ops.getByText(/^A under v\d+ alone$/)).toHaveCount(2);
  await waitForEffect(ops);
  const withdraw = ops.getByRole('alertdialog').or(ops.getByRole('dialog'));
  await clickUntil(ops.getByRole('button', { name: 'Withdraw', exact: true }), withdraw);
  await withdraw.getByRole('button', { name: /^Withdraw v\d+$/ }).click();
  await ops.waitForURL(/\/rubric$/);
  await expect(ops.getByRole('link', { name: 'Compare it with the live version' })).toBeHidden();
});
