import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { expect, test } from './test';

const recordSchema = z.looseObject({
  lead: z.looseObject({ name: z.string() }),
  events: z.array(z.unknown()),
});

test('ops hands out all that is held about a lead, and erases it for good', async ({ openAs }) => {
  const page = await openAs('ops');
  await page.goto('/leads?sort=added');
  await page.locator('main table a[href^="/leads/"]').nth(3).click();
  await page.waitForURL(/\/leads\/[0-9a-f-]{36}/);
  const address = page.url();
  const name = await page.locator('main h2').first().innerText();

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export' }).click();
  const record = recordSchema.parse(JSON.parse(await readFile(await (await downloading).path(), 'utf8')));
  expect(record.lead.name).toBe(name);

  await page.getByRole('button', { name: 'Erase lead' }).click();
  const dialog = page.getByRole('dialog', { name: `Erase ${name} for good?` });
  const erase = dialog.getByRole('button', { name: 'Erase lead' });
  await expect(erase).toBeDisabled();
  await dialog.getByLabel(/Type .* to confirm/).fill(name);
  await erase.click();
  await page.waitForURL(/\/leads$/);
  await expect(page.getByText(`${name} is erased`).first()).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'This lead is not here' })).toBeVisible();
  const gone = await page.request.get(`/api/leads/${address.split('/').at(-1)}/export`);
  expect(gone.status()).toBe(404);
});
