import { expect, type Locator, type Page } from '@playwright/test';

/** Signs in as a person does, by the form, and waits until the first screen stands. */
export async function signIn(page: Page, address: string, email: string, password: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/**
 * Waits until a key acts on a screen, which is a moment after it can be read: opens the list of keys until it names the
 * key by what it does, and closes it again.
 */
export async function waitForKey(page: Page, label: string): Promise<void> {
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(help.getByText(label, { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
}

/** Presses a key until what it opens stands: a panel may be seen a moment before it answers. */
export async function pressUntil(page: Page, key: string, opened: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(opened).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Clicks a control until what it opens stands: it may be seen a moment before it answers. */
export async function clickUntil(control: Locator, opened: Locator): Promise<void> {
  await expect(async () => {
    await control.click();
    await expect(opened).toBeVisible({ timeout: 2_000 });
  }).toPass();
}
