import { pressUntil } from '../support/sign-in';
import { expect, test } from './test';

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
