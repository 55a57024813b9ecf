import { expectAccessible } from '../support/accessible';
import { ACCOUNTS } from '../support/accounts';
import { clickUntil } from '../support/sign-in';
import { visit } from '../support/visit';
import { expect, test } from './test';

const day = (before: number) => new Date(Date.now() - before * 86_400_000).toISOString();

const LEADS = {
  name: 'leads.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'First name,Last name,Email,Job title,Country,Company,Company domain',
      'Astrid,Holm,astrid.holm@nordlys.example,VP Sales,Germany,Nordlys,nordlys.example',
      'Bruno,Costa,bruno.costa@maresia.example,Intern,Germany,Maresia,maresia.example',
      'Chiara,Riva,chiara.riva@riva.example,Head of Revenue Operations,Germany,Riva,riva.example',
    ].join('\n'),
  ),
};
const EVENTS = {
  name: 'events.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Email,Event,Timestamp',
      `astrid.holm@nordlys.example,demo_requested,${day(1)}`,
      `astrid.holm@nordlys.example,trial_started,${day(2)}`,
      `chiara.riva@riva.example,pricing_page_viewed,${day(3)}`,
    ].join('\n'),
  ),
};

test('from the first start to a ranked queue: an administrator joins, sees empty screens, imports, keeps a template', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const firstLink = process.env.LEADGRID_E2E_FIRST_LINK ?? '';
  const address = new URL(firstLink).origin;
  await page.goto(firstLink);
  await page.getByLabel('Your name').fill('Ida Brandt');
  await page.getByLabel('E-mail').fill('ida@nordlys.example');
  await page.getByLabel('Password').fill('a password for this test alone');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL(/\/queue/);
  const reminder = page.getByRole('complementary', { name: 'First steps' });
  await expect(reminder).toContainText('Next: bring in your leads');

  for (const screen of ACCOUNTS.admin.screens) {
    await visit(page, address + screen);
    await expectAccessible(page);
  }

  await page.goto(`${address}/queue`);
  await reminder.getByRole('link', { name: 'First steps' }).click();
  await page.getByRole('link', { name: 'Import a file' }).click();
  await page.waitForURL(/\/imports/);
  for (const file of [LEADS, EVENTS]) {
    await visit(page, `${address}/imports`);
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
    await page.getByRole('button', { name: 'Start the import' }).click();
    await expect(page.getByRole('heading', { name: 'Done', exact: true })).toBeVisible({ timeout: 30_000 });
  }

  await page.goto(`${address}/leads`);
  await expect(page.locator('main tbody tr').first()).toContainText('Astrid Holm');
  await page.getByRole('link', { name: 'Astrid Holm' }).first().click();
  await expect(page.getByRole('heading', { name: 'Why this score' })).toBeVisible();
  await expect(page.getByText('Requested a demo').first()).toBeVisible();

  await page.goto(`${address}/rubric/templates`);
  const keep = page.getByRole('button', { name: 'Keep it as it is' });
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Keep it' });
  await clickUntil(keep, confirm);
  await confirm.click();
  await expect(page).toHaveURL(/\/first-steps/);
  await expect(page.getByText('You chose “B2B SaaS”')).toBeVisible();
  const next = page.locator('[aria-current="step"]');
  await expect(next).toContainText('Invite your reps');
  await next.getByRole('link', { name: 'Invite people' }).click();
  await expect(page).toHaveURL(/\/settings\/people/);

  await page.context().clearCookies();
  await page.goto(firstLink);
  await expect(page.getByRole('button', { name: 'Create account' })).toHaveCount(0);
});
