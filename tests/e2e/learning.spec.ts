import { discardDraft } from '../support/discard-draft';
import { clickUntil } from '../support/sign-in';
import { expect, test } from './test';

test('ops learns points from closed deals, reads why, shows what they foretell on leads, and makes them a draft; a manager reads along', async ({
  openAs,
}) => {
  test.setTimeout(240_000);
  const ops = await openAs('ops');
  await ops.goto('/rubric/learn');
  await expect(ops.getByText(/won and .* lost/).first()).toBeVisible();
  const draft = ops.getByRole('button', { name: 'Make it a draft' });
  await ops.getByRole('button', { name: /^Learn (from deals|again)$/ }).click();
  await expect(draft).toBeVisible({ timeout: 180_000 });
  const comparison = ops.getByRole('table', { name: /^Learned rubric, live rubric/ });
  await expect(comparison.getByRole('row')).toHaveCount(4);
  await expect(
    ops
      .getByText(/% won, of the others/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();

  const learned = ops.getByRole('table', { name: /^Learned criteria/ }).getByRole('row');
  const criterion = await learned.nth(1).getByRole('cell').first().innerText();

  const manager = await openAs('manager');
  await manager.goto('/rubric/learn');
  await expect(manager.getByRole('table', { name: /^Learned criteria/ })).toBeVisible();
  await expect(manager.getByRole('button', { name: 'Make it a draft' })).toHaveCount(0);
  await manager.goto('/reports/criteria');
  const shown = { visible: true };
  await expect(manager.getByText('Not in the rubric, but telling').filter(shown)).toBeVisible();
  await expect(manager.getByText(/^Learned .* from leads with a closed deal/).filter(shown)).toBeVisible();

  const rep = await openAs('rep');
  await rep.goto('/leads');
  await rep.locator('main table a[href^="/leads/"]').first().click();
  const predictive = rep.getByRole('heading', { name: 'Predictive score' });
  await expect(rep.getByRole('heading', { name: 'Facts' })).toBeVisible();
  await expect(predictive).toHaveCount(0);
  await ops.getByRole('button', { name: 'Show it on leads' }).click();
  const stop = ops.getByRole('button', { name: 'Stop showing it' });
  await expect(stop).toBeVisible();
  await rep.reload();
  await expect(predictive).toBeVisible();
  await expect(rep.getByText(/^Predicted = /).filter(shown)).toBeVisible();
  await expect(rep.getByText(/Tier, queue and routing go by the rules/)).toBeVisible();
  await stop.click();
  await expect(stop).toHaveCount(0);
  await rep.reload();
  await expect(rep.getByRole('heading', { name: 'Facts' })).toBeVisible();
  await expect(predictive).toHaveCount(0);

  const confirm = ops.getByRole('button', { name: /^(Make it a draft|Replace the draft)$/ }).last();
  await clickUntil(draft, ops.getByText('Nothing is scored by it until someone reads it'));
  await confirm.click();
  await ops.waitForURL(/\/rubric$/);
  await expect(ops.getByText(criterion, { exact: true }).first()).toBeVisible();
  await discardDraft(ops);
});
