import { TEST_PASSWORD } from '../support/accounts';
import { clickUntil, signIn } from '../support/sign-in';
import { expect, test } from './test';

test('an admin invites a rep, who joins, works, and is let go', async ({ openAs, browser }) => {
  const admin = await openAs('admin');
  await admin.goto('/settings/people');
  const dialog = admin.getByRole('dialog');
  await clickUntil(admin.getByRole('button', { name: 'Invite' }), dialog);
  await dialog.getByLabel('E-mail').fill('nora.lind@leadgrid.example');
  await dialog.getByLabel('Role').selectOption('rep');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByLabel('One-time link').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();

  const context = await browser.newContext();
  const nora = await context.newPage();
  await nora.goto(link);
  await nora.getByLabel('Your name').fill('Nora Lind');
  await nora.getByLabel('Password').fill(TEST_PASSWORD);
  await nora.getByRole('button', { name: 'Create account' }).click();
  await expect(nora).toHaveURL(/\/queue/);
  await expect(nora.getByRole('link', { name: 'Settings' })).toHaveCount(0);

  const again = await browser.newContext();
  const stranger = await again.newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await again.close();

  await admin.goto('/settings/people');
  const deactivate = admin.getByRole('menuitem', { name: 'Deactivate' });
  await clickUntil(admin.getByRole('button', { name: 'Actions for Nora Lind' }), deactivate);
  await deactivate.click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(admin.getByRole('row', { name: /Nora Lind/ })).toContainText('Deactivated');

  await nora.goto('/queue');
  await expect(nora).toHaveURL(/\/sign-in/);
  await context.close();

  await admin.goto('/settings/audit');
  await expect(admin.getByText('nora.lind@leadgrid.example').first()).toBeVisible();
});

test('wrong passwords are counted, over all addresses of one account', async ({ page, baseURL }) => {
  await page.goto('/sign-in');
  for (let i = 0; i < 11; i++) {
    await page.getByLabel('E-mail').fill('somebody@leadgrid.example');
    await page.getByLabel('Password').fill(`guess ${i}`);
    const answered = page.waitForResponse((response) => response.url().includes('/callback/credentials'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await answered;
    await expect(page.getByText(i < 10 ? 'do not fit' : 'Too many tries')).toBeVisible();
  }
  await signIn(page, baseURL ?? '', 'ops@leadgrid.example', TEST_PASSWORD);
  await expect(page).toHaveURL(/\/rubric/);
});
