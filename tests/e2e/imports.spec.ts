import { visit } from '../support/visit';
import { expect, test } from './test';

const CONTACTS = [
  'Contact ID,First Name,Last Name,Email,Job Title,Country,Associated Company Domain,Favourite number',
  'C-1,Ragnhild,Varmedal,ragnhild.varmedal@norsk-varme.example,Head of Sales Operations,Norway,norsk-varme.example,7',
  'C-2,Paul,Renner,paul(at)renner.example,Director of Sales,Austria,renner.example,3',
  'C-3,Mei,Lin,mei.lin@harbor-semi.example,"VP, Revenue",Singapore,harbor-semi.example,12',
].join('\n');

test('ops imports a contact list: good rows go in and are scored, the bad one is told, twice changes nothing', async ({
  openAs,
}) => {
  const page = await openAs('ops');
  const upload = async () => {
    await visit(page, '/imports');
    const file = { name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(CONTACTS) };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
    await page.getByRole('button', { name: 'Start the import' }).click();
    await expect(page.getByRole('heading', { name: 'Done', exact: true })).toBeVisible({ timeout: 30_000 });
  };
  await upload();
  await expect(page.getByText('paul(at)renner.example').first()).toBeVisible();

  await page.goto('/leads?q=Ragnhild Varmedal');
  await page
    .getByRole('link', { name: /Ragnhild Varmedal/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Why this score' })).toBeVisible();
  await expect(page.getByText('Head of Sales Operations').first()).toBeVisible();
  await expect(page.getByText('Favourite number')).toBeVisible();

  await upload();
  await expect(page.getByRole('definition').filter({ hasText: /^2$/ })).toHaveCount(1);
  await expect(page.getByText('stored already').locator('..')).toContainText('2');
});
