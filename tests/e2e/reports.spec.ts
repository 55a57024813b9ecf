import { readFile } from 'node:fs/promises';
import { clickUntil } from '../support/sign-in';
import { expect, test } from './test';

test('a manager reads the verdict, opens a rule, takes the figures along and records a review', async ({
  openAs,
}) => {
  const page = await openAs('manager');
  await page.goto('/reports');
  const verdict = page.getByRole('heading', {
    level: 2,
    name: /^(Working|Weak|Miscalibrated|Too few to say):/,
  });
  await expect(verdict).toBeVisible();
  await expect(page.getByRole('list', { name: 'What to look at' })).toContainText(/review/i);

  const rates = page.getByRole('table', { name: 'Close rate by tier at first engagement' });
  const best = await rates
    .getByRole('row', { name: /^Tier A/ })
    .getByRole('link')
    .innerText();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download Close rate by tier as CSV' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  const [won, closed] = best.split('/');
  expect(file).toContain(`A,${won ?? ''},${closed ?? ''},`);

  await page.getByRole('link', { name: 'As version 1 would have' }).click();
  await expect(page).toHaveURL(/by=now/);
  await expect(verdict).toBeVisible();

  await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: 'Criteria' }).click();
  const rule = page.getByRole('row', { name: /Requested a demo/ });
  const deals = rule.getByRole('link').nth(1);
  const count = await deals.innerText();
  await deals.click();
  await expect(page).toHaveURL(/criterion=/);
  await expect(page.getByText(`${count} deals`).first()).toBeVisible();

  await page.goto('/reports/use');
  await expect(page.getByRole('table', { name: 'Response time by tier' })).toContainText('A');
  await expect(page.getByRole('main').getByText(/of selling time went to the best/)).toBeVisible();
  const lastStep = page
    .getByRole('table', { name: 'Conversion of qualified leads' })
    .getByRole('row', { name: /^Won/ });
  const wins = await lastStep.getByRole('link').first().innerText();
  await lastStep.getByRole('link').first().click();
  await expect(page).toHaveURL(/of=qualified.*step=won/);
  await expect(page.getByText(new RegExp(`^${wins} leads?$`)).first()).toBeVisible();
  await expect(page.getByRole('group', { name: 'Which leads' })).toContainText('Had time to close');
  await page.goto('/reports/use');
  const answers = page.getByRole('table', { name: 'Response time by tier' }).getByRole('link').first();
  const [, judged = ''] = (await answers.innerText()).split('/');
  await answers.click();
  await expect(page).toHaveURL(/of=answered/);
  await expect(page.getByText(new RegExp(`^${judged} leads?$`)).first()).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Answered' })).toBeVisible();
  await page.goto('/reports/use');
  await page.getByRole('link', { name: /of selling time$/ }).click();
  await expect(
    page
      .getByRole('table', { name: /Leads behind the figure/ })
      .getByRole('row')
      .nth(1),
  ).toBeVisible();

  await page.goto('/reports/drift');
  const review = page.getByRole('region', { name: 'Reviews so far' });
  await page
    .getByLabel('What you found')
    .fill('The demo criterion carries most of it; nothing is to be changed.');
  await clickUntil(
    page.getByRole('button', { name: 'Record review' }),
    review.getByText('The demo criterion carries most of it'),
  );
  await page.goto('/reports');
  await expect(page.getByRole('link', { name: /Last reviewed/ })).toBeVisible();

  await page.goto('/reports?industry=Software');
  const segment = page.getByRole('group', { name: 'Which leads' });
  await expect(segment.getByRole('button', { name: 'Industry Software' })).toBeVisible();
  const ofSegment = await rates
    .getByRole('row', { name: /^Tier A/ })
    .getByRole('link')
    .innerText();
  expect(Number(ofSegment.split('/')[1])).toBeLessThan(Number(closed));
  await rates
    .getByRole('row', { name: /^Tier A/ })
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(/industry=Software/);
  await expect(page.getByText(`${ofSegment.split('/')[1] ?? ''} deals`).first()).toBeVisible();
});
