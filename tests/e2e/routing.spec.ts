import { clickUntil } from '../support/sign-in';
import { connectSource, requestDemo, track } from '../support/track-events';
import { expect, test } from './test';

test('ops try a rule on past leads and save it; the next lead is in the rep’s queue with the reason and a clock', async ({
  openAs,
  request,
}) => {
  const [ops, maya] = [await openAs('ops'), await openAs('rep')];
  const writeKey = await connectSource(ops, 'Routing test');
  await ops.goto('/settings/routing');
  const cards = ops.getByLabel(/^Rule \d+$/);
  const number = (await cards.count()) + 1;
  const card = ops.getByLabel(`Rule ${number}`, { exact: true });
  await clickUntil(ops.getByRole('button', { name: 'Add a rule' }), card);
  await card.getByLabel('Name').fill('Straight to Maya');
  await card.getByLabel(`Way of rule ${number}`).selectOption('person');
  await card.getByLabel(`Person of rule ${number}`).selectOption({ label: 'Maya Krause' });

  await ops.getByRole('button', { name: 'Try on past leads' }).click();
  await expect(ops.getByText(/came into a routed tier/)).toBeVisible();
  await expect(ops.getByText('Straight to Maya', { exact: true })).toBeVisible();

  await card.getByRole('button', { name: 'Add a condition' }).click();
  await card.getByLabel('Field 1').selectOption('email.domain');
  await card.getByLabel('Comparison 1').selectOption('eq');
  await card.getByLabel('Value 1').fill('rita-route.example');
  await ops.getByRole('button', { name: 'Save' }).click();
  await expect(ops.getByText('Routing saved', { exact: true })).toBeVisible();

  await maya.goto('/queue');
  await track(request, writeKey, requestDemo('Rita Route'));
  const row = maya.getByRole('row', { name: /Rita Route/ });
  await expect(row).toBeVisible({ timeout: 15_000 });
  await expect(row.getByTitle(/^Answer due/)).toBeVisible();
  await clickUntil(row, maya.getByText(/Goes to Maya Krause: \d+ of 40 open/).first());
});

test('a manager sees who has not answered, and decides about a lead of low fit and high intent', async ({
  openAs,
}) => {
  const manager = await openAs('manager');
  await manager.goto('/alerts');
  await expect(manager.getByText(/has not answered after 1 hour/).first()).toBeVisible();

  await manager.goto('/reviews');
  const row = manager.locator('tbody tr').first();
  const name = (await row.getByRole('link').first().innerText()).trim();
  const dialog = manager.getByRole('dialog', { name: `Route ${name}` });
  await clickUntil(row.getByRole('button', { name: `Route ${name}` }), dialog);
  await dialog.getByLabel('To').selectOption({ label: 'Maya Krause' });
  await dialog.getByRole('button', { name: 'Route', exact: true }).click();
  await expect(manager.getByText(`${name} was routed`, { exact: true })).toBeVisible();
  await expect(manager.getByRole('row', { name })).toBeHidden();

  const maya = await openAs('rep');
  await maya.goto('/queue');
  await expect(maya.getByRole('row', { name })).toBeVisible();
});
