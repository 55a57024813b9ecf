import { expectAccessible } from '../support/accessible';
import { openReceiver, verify, type Receiver } from '../support/webhook-receiver';
import { clickUntil } from '../support/sign-in';
import { whenQuiet } from '../support/visit';
import { expect, test } from './test';

test.describe('webhooks', () => {
  let receiver: Receiver;
  test.beforeAll(async () => {
    receiver = await openReceiver();
  });
  test.afterAll(() => receiver.close());

  test('an admin connects a tool, which is told of a lead that a rep takes; a failure is sent again', async ({
    openAs,
  }) => {
    test.setTimeout(120_000);
    const admin = await openAs('admin');
    const dialog = admin.getByRole('dialog');
    await admin.goto('/settings/webhooks');
    await clickUntil(admin.getByRole('button', { name: 'Add a webhook' }), dialog);
    await dialog.getByLabel('Name').fill('Sequencer');
    await dialog.getByLabel('Address').fill(receiver.url);
    await dialog.getByLabel('Assigned to a rep').click();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog.getByText('is inside a private network')).toBeVisible();
    await expectAccessible(admin);
    await admin.keyboard.press('Escape');

    await clickUntil(admin.getByRole('button', { name: 'Allow them' }), dialog);
    await dialog.getByRole('button', { name: 'Allow them' }).click();
    await expect(admin.getByText('Private addresses may be sent to')).toBeVisible();
    await clickUntil(admin.getByRole('button', { name: 'Add a webhook' }), dialog);
    await dialog.getByLabel('Name').fill('Sequencer');
    await dialog.getByLabel('Address').fill(receiver.url);
    await dialog.getByLabel('Assigned to a rep').click();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    const made = await dialog.getByLabel('Secret').inputValue();
    await expectAccessible(admin);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await admin.waitForURL(/\/settings\/webhooks\/[0-9a-f-]{36}/);

    await clickUntil(
      admin.getByRole('button', { name: 'Show' }),
      admin.getByRole('button', { name: 'Hide' }),
    );
    const secret = await admin.getByText(/^whsec_[A-Za-z0-9+/=]{40,}$/).innerText();
    expect(secret).toBe(made);
    receiver.answer({ status: 500, body: 'Upstream is down' }, { status: 204 });
    await admin.getByRole('button', { name: 'Send a test' }).click();
    await expect(admin.getByText('Not delivered').first()).toBeVisible();
    await admin.getByRole('link', { name: 'Test' }).click();
    await expect(admin.getByText('Upstream is down')).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole('button', { name: 'Send again' }).click();
    await expect(admin.getByText('Delivered', { exact: true }).first()).toBeVisible();

    const rep = await openAs('rep');
    await rep.goto('/queue?tab=free');
    const next = rep.getByRole('button', { name: /Next lead/ });
    await expect(async () => {
      await next.click();
      await expect(rep).toHaveURL(/lead=/, { timeout: 3_000 });
    }).toPass();
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(3);
    const [first, again, told] = receiver.received;
    if (!first || !again || !told) throw new Error('Three requests were counted');
    expect(again.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(verify(secret, told)).toMatchObject({
      type: 'lead.assigned',
      data: {
        lead: { id: new URL(rep.url()).searchParams.get('lead') },
        assignment: { reason: 'took the next lead' },
      },
    });

    await admin.setViewportSize({ width: 390, height: 844 });
    await whenQuiet(admin, () => admin.reload());
    await expectAccessible(admin);
    const menuItem = admin.getByRole('menuitem', { name: 'Delete' });
    await clickUntil(admin.getByRole('button', { name: 'Actions for Sequencer' }), menuItem);
    await menuItem.click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await admin.waitForURL(/\/settings\/webhooks$/);
    await expect(admin.getByRole('heading', { name: 'No webhooks yet' })).toBeVisible();
    await clickUntil(admin.getByRole('button', { name: 'Refuse them again' }), dialog);
    await dialog.getByRole('button', { name: 'Refuse them' }).click();
    await expect(admin.getByText('loopback and link-local addresses are refused')).toBeVisible();
  });
});
