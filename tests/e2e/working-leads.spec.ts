import type { Page } from '@playwright/test';
import { pressUntil, waitForKey } from '../support/sign-in';
import { expect, test } from './test';

/** Won and closed deals per tier, as the manager's report counts them. */
async function readWon(page: Page): Promise<string> {
  await page.goto('/reports');
  const card = page.locator('section, article, div').filter({ hasText: 'Not mature yet' }).last();
  await expect(page.getByText('Close rate by tier').first()).toBeVisible();
  return card.innerText();
}

test('two reps never get the same lead, and one works hers by keyboard alone', async ({ openAs }) => {
  const maya = await openAs('rep');
  const ruth = await openAs('admin');
  await Promise.all([maya.goto('/queue?tab=free'), ruth.goto('/queue?tab=free')]);
  await waitForKey(maya, 'Take the next free lead');
  await waitForKey(ruth, 'Take the next free lead');
  await Promise.all([maya.keyboard.press('n'), ruth.keyboard.press('n')]);
  await Promise.all([maya.waitForURL(/lead=/), ruth.waitForURL(/lead=/)]);
  const [hers, theirs] = [maya, ruth].map((page) => new URL(page.url()).searchParams.get('lead'));
  expect(hers).not.toBe(theirs);

  const panel = maya
    .getByRole('complementary')
    .or(maya.getByRole('region'))
    .filter({ hasText: 'Why this score' });
  await expect(panel.first()).toBeVisible();
  await pressUntil(maya, 'c', maya.getByRole('dialog', { name: 'Log a call' }));
  await maya.keyboard.press('1');
  await expect(maya.getByText(/Call logged/).first()).toBeVisible();

  await pressUntil(maya, 'o', maya.getByRole('dialog', { name: 'Outcome' }));
  await maya.keyboard.press('3');
  await maya.getByLabel('Amount').fill('24000');
  await maya.keyboard.press('Enter');
  await expect(maya.getByText('Won').first()).toBeVisible();

  await maya.goto(`/leads/${hers}`);
  await expect(maya.getByText('Won').first()).toBeVisible();
  const manager = await openAs('manager');
  expect(await readWon(manager)).toMatch(/\d+\/\d+/);
  await manager.goto('/reports/deals?outcome=won');
  await expect(manager.getByText(/24,000/).first()).toBeVisible();
});

test('the explanation on the page adds up to fit, intent and score', async ({ openAs }) => {
  const page = await openAs('rep');
  await page.goto('/leads');
  await page.locator('main table a[href^="/leads/"]').first().click();
  await page.waitForURL(/\/leads\/[0-9a-f-]{36}/);
  const rows = await page.locator('table').first().locator('tr').allInnerTexts();
  const read = (name: string) => {
    const row = rows.find((text) => text.startsWith(name)) ?? '';
    return [...row.matchAll(/(?<![\d.,])[−-]?\d+(?:\.\d+)?(?![\d.,%]|\s*d)/g)].map(([n]) =>
      Number(n.replace('−', '-')),
    );
  };
  const [fit = NaN] = read('Fit').slice(-2);
  const [intent = NaN] = read('Intent').slice(-2);
  const [score = NaN] = read('Score').slice(-2);
  expect(Math.floor(fit / 2 + intent / 2 + 0.5)).toBe(score);
});

test('search finds a lead from anywhere', async ({ openAs }) => {
  const page = await openAs('rep');
  await page.goto('/leads');
  const name = (await page.locator('main table a[href^="/leads/"]').first().innerText()).split('\n')[0] ?? '';
  await page.goto('/grid');
  await pressUntil(page, 'Control+k', page.getByRole('combobox'));
  await page.getByRole('combobox').fill(name);
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
});
