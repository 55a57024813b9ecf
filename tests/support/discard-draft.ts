import { expect, type Page } from '@playwright/test';
import { clickUntil } from './sign-in';

/** Throws the draft away that the open rubric editor shows, as ops do, so that the next journey begins with the live one. */
export async function discardDraft(page: Page): Promise<void> {
  const item = page.getByRole('menuitem', { name: 'Discard draft' });
  await clickUntil(page.getByRole('button', { name: 'More', exact: true }).first(), item);
  await item.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Discard/ })
    .click();
  await expect(page.getByText('Draft discarded').first()).toBeVisible();
}
