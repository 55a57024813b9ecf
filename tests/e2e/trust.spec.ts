import { clickUntil } from '../support/sign-in';
import { expect, test } from './test';

test('a rep flags a criterion, ops answers beside it, and the rep is told', async ({ openAs }) => {
  const rep = await openAs('rep');
  await rep.goto('/rubric');
  const dialog = rep.getByRole('dialog', { name: 'Raised funding' });
  await clickUntil(rep.getByRole('button', { name: 'Flag Raised funding' }), dialog);
  await dialog.getByLabel('This is wrong, because').fill('Funded companies froze their spending');
  await dialog.getByRole('button', { name: 'Flag it' }).click();
  await expect(rep.getByRole('button', { name: '1 open flag on Raised funding' })).toBeVisible();

  const ops = await openAs('ops');
  await ops.goto('/rubric');
  await expect(ops.getByRole('link', { name: /^Rubric.*1 flag$/ })).toBeVisible();
  const answer = ops.getByRole('dialog', { name: 'Raised funding' });
  await clickUntil(ops.getByRole('button', { name: '1 open flag on Raised funding' }).first(), answer);
  await expect(answer.getByText('Funded companies froze their spending')).toBeVisible();
  await answer.getByLabel(/^Your answer/).fill('Looked into it: they still buy twice as often');
  await answer.getByRole('button', { name: 'It stays as it is' }).click();
  await expect(answer.getByText('Looked into it: they still buy twice as often')).toBeVisible();

  const told = rep.getByRole('status').filter({ hasText: 'Your flag on “Raised funding” was answered' });
  await expect(async () => {
    await rep.goto('/rubric');
    await expect(told).toContainText('Looked into it: they still buy twice as often', { timeout: 3_000 });
  }).toPass();
  await clickUntil(
    told.getByRole('button', { name: 'Got it' }),
    rep.getByRole('heading', { name: 'Intent' }),
  );
  await expect(told).toBeHidden();
});

test('a rep flags a criterion where it explains a lead', async ({ openAs }) => {
  const rep = await openAs('rep');
  await rep.goto('/leads?tier=A');
  await rep.locator('main table a[href^="/leads/"]').first().click();
  await rep.waitForURL(/\/leads\/[0-9a-f-]{36}/);
  const flag = rep.getByRole('button', { name: /^Flag / }).first();
  const dialog = rep.getByRole('dialog');
  await clickUntil(flag, dialog);
  await dialog.getByLabel('This is wrong, because').fill('Not with this one');
  await dialog.getByRole('button', { name: 'Flag it' }).click();
  const raised = rep.getByRole('button', { name: /^1 open flag on / });
  await expect(raised).toBeVisible();
  await clickUntil(raised, dialog);
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(dialog.getByText('Not with this one')).toBeHidden();
});

test('ops starts a draft from a template, tries a lead by it, and throws it away', async ({ openAs }) => {
  const ops = await openAs('ops');
  await ops.goto('/rubric/templates');
  const card = ops.getByRole('region', { name: 'Agency' });
  const confirm = ops.getByRole('dialog', { name: 'Start a draft from “Agency”?' });
  await clickUntil(card.getByRole('button', { name: 'Start from it' }), confirm);
  await expect(confirm).toContainText('stays live');
  await confirm.getByRole('button', { name: /draft$/ }).click();
  await ops.waitForURL(/\/rubric$/);
  await expect(ops.getByRole('heading', { level: 1, name: 'Agency' })).toBeVisible();

  const panel = ops.getByRole('region', { name: 'Try one lead' });
  await clickUntil(ops.getByRole('button', { name: 'Try one lead' }), panel);
  await panel.getByRole('button', { name: 'Type one' }).click();
  await panel.getByLabel('Job title').fill('Head of Marketing');
  const table = panel.getByRole('table', { name: 'What each criterion gives, by both rubrics' });
  await expect(table.getByRole('row', { name: /^Leads marketing, brand or digital/ })).toContainText('+35');

  await clickUntil(
    ops.getByRole('button', { name: 'More', exact: true }),
    ops.getByRole('menuitem', { name: 'Discard draft' }),
  );
  await ops.getByRole('menuitem', { name: 'Discard draft' }).click();
  await ops.getByRole('button', { name: /^Discard \d+ changes$/ }).click();
  await expect(ops.getByRole('heading', { level: 1, name: 'B2B SaaS' })).toBeVisible();
});
