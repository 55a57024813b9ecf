import { visit, whenQuiet } from '../support/visit';
import { expect, test } from './test';

const TWINS = [
  'Email,First Name,Last Name,Job Title,Country,Associated Company Domain',
  'sigrid.aune@aune-kraft.example,Sigrid,Aune,Head of Sales,Norway,aune-kraft.example',
  'sigrid.aune+fair@aune-kraft.example,Sigrid,Aune,Sales,Norway,aune-kraft.example',
].join('\n');

test('two records of one person: tried out, imported, merged, parted, and the import undone', async ({
  openAs,
}) => {
  const page = await openAs('ops');
  await visit(page, '/imports');
  const file = { name: 'twins.csv', mimeType: 'text/csv', buffer: Buffer.from(TWINS) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  const address = page.url();
  await expect(page.getByRole('columnheader', { name: 'Would score' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Dry run' }).click();
  await expect(page.getByText('nothing was stored')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Start the import' }).click();
  await expect(page.getByRole('heading', { name: 'Done', exact: true })).toBeVisible({ timeout: 30_000 });

  await expect(async () => {
    await page.goto('/leads/duplicates');
    await expect(page.getByRole('heading', { name: 'Sigrid Aune' })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Sigrid Aune' }) });
  await whenQuiet(page, async () => {
    await card.getByRole('link', { name: 'Choose values' }).click();
    await page.waitForURL(/\/merge\?with=/);
  });
  await page.getByRole('radio', { name: 'Job title: Head of Sales' }).check();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.waitForURL(/\/leads\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Merged with Sigrid Aune').first()).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Undo: Merged with Sigrid Aune' }).click();
  await expect(page.getByText('Two leads again').first()).toBeVisible();

  await visit(page, address);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('2 leads to be removed')).toBeVisible();
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByRole('heading', { name: 'Undone', exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('2 leads removed')).toBeVisible();
});
