import { clickUntil } from '../support/sign-in';
import { discardDraft } from '../support/discard-draft';
import { connectSource, track } from '../support/track-events';
import { expect, test } from './test';

test('a name that fits no type is listed, becomes a criterion, and is mapped', async ({
  openAs,
  request,
}) => {
  const page = await openAs('ops');
  const writeKey = await connectSource(page, 'Names trial');
  const used = (n: number) => ({
    type: 'track',
    event: 'Estimate Opened',
    messageId: `estimate-${n}`,
    userId: 'estimate-user',
    properties: { result: 'saves 20 %' },
    context: { traits: { email: 'cora@estimate.example' } },
  });
  await track(request, writeKey, [used(1), used(2)]);

  await page.goto('/settings/events');
  const row = page.getByRole('row', { name: /Estimate Opened/ });
  await expect(row).toContainText('saves 20 %');
  await expect(row.getByRole('cell').nth(1)).toHaveText('2');
  await expect(async () => {
    await row.getByRole('button', { name: 'Make a criterion' }).last().click({ timeout: 2_000 });
    await page.waitForURL(/\/rubric#criterion-/, { timeout: 10_000 });
  }).toPass();
  const group = page.getByRole('list', { name: 'From your events' });
  await expect(group.getByRole('button', { name: /^Estimate Opened/ })).toBeVisible();

  await page.goto('/settings/events');
  const choice = page.getByLabel('What “Estimate Opened” is');
  const mapped = page.getByText('“Estimate Opened” now counts as “Submitted a form”');
  await expect(async () => {
    await choice.selectOption({ label: 'Submitted a form' });
    await expect(mapped.first()).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await page.goto('/settings/events');
  await expect(page.getByRole('row', { name: /Submitted a form/ })).toContainText('Estimate Opened');
  await page.goto('/rubric');
  await discardDraft(page);
});

test('an event that cannot be read is listed with what is wrong, and its message', async ({
  openAs,
  request,
}) => {
  const page = await openAs('ops');
  const writeKey = await connectSource(page, 'Rejected trial');
  await track(request, writeKey, [
    { type: 'track', messageId: 'nameless-2', userId: 'nobody', colour: 'teal' },
  ]);
  await page.goto('/settings/sources');
  await page
    .getByRole('row', { name: /Rejected trial/ })
    .getByRole('link')
    .click();
  await page.waitForURL(/\/settings\/rejected\?source=/);
  const reason = page.getByRole('row', { name: /Rejected trial/ }).getByRole('link');
  await expect(reason).toHaveCount(1);
  await reason.click();
  await expect(page.getByRole('region', { name: 'The message' })).toContainText('"colour": "teal"');
});

test('a source that was ended sends no more', async ({ openAs, request }) => {
  const page = await openAs('ops');
  const writeKey = await connectSource(page, 'Ended trial');
  await page.goto('/settings/sources');
  const row = page.getByRole('row', { name: /Ended trial/ });
  await clickUntil(row.getByRole('button', { name: /^Actions/ }), page.getByRole('menuitem').first());
  await page.getByRole('menuitem', { name: 'End the source' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End the source' }).click();
  await expect(row).toContainText('Ended');
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  const send = () =>
    request.post('/v1/track', { headers: { authorization }, data: { event: 'X', userId: 'y' } });
  await expect(async () => expect((await send()).status()).toBe(401)).toPass({ timeout: 15_000 });
});
