import type { Locator, Page } from '@playwright/test';
import { discardDraft } from '../support/discard-draft';
import { drag } from '../support/drag';
import { expect, test } from './test';

const NAME = 'Read about prices';

async function openEditor(page: Page) {
  await page.goto('/rubric');
  await expect(page.getByRole('table', { name: /^Leads per tier/ })).toBeVisible();
}

/** Chooses a value in a list that is searched by typing, and closes the list. */
async function pick(page: Page, trigger: Locator, typed: string) {
  await trigger.click();
  await page
    .getByRole('combobox', { name: /./ })
    .or(page.getByPlaceholder(/^Search/))
    .last()
    .fill(typed);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

async function expectSaved(page: Page) {
  await expect(page.getByText(/^saved/)).toBeVisible();
}

/** The names of a group's criteria, in their order. */
function namesIn(group: Locator): Promise<string[]> {
  return group
    .getByRole('button', { name: /^Move / })
    .evaluateAll((grips) =>
      grips.map((grip) =>
        (grip.getAttribute('aria-label') ?? '').replace(/^Move |: drag, or arrow keys$/g, ''),
      ),
    );
}

/** The names of all groups, in their order. */
function groupNames(page: Page): Promise<string[]> {
  return page
    .getByRole('textbox', { name: 'Name of the group' })
    .evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')));
}

/** Does something, and waits until the server has answered what it sends. */
async function untilAnswered(page: Page, deed: () => Promise<void>) {
  const isSaved = (request: { method: () => string; postData: () => string | null }) =>
    request.method() === 'POST' && (request.postData() ?? '').includes('"document"');
  const answer = page.waitForResponse((response) => isSaved(response.request()));
  await deed();
  expect((await answer).ok()).toBe(true);
}

// The journey goes offline on purpose.
test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });

test('ops builds a criterion, moves it, and a second person who edits loses nothing', async ({ openAs }) => {
  test.setTimeout(180_000);
  const ops = await openAs('ops');
  const admin = await openAs('admin');
  await openEditor(ops);
  await openEditor(admin);
  const group = ops.getByRole('list', { name: 'Buying' });
  await ops.getByRole('button', { name: 'Add a criterion to Buying' }).click();

  await ops.getByLabel('Name', { exact: true }).fill(NAME);
  await expect(ops.getByText('kept in this browser until mended')).toBeVisible();
  await pick(ops, ops.getByRole('button', { name: /^Events:/ }), 'Viewed a page');
  await ops.getByRole('button', { name: 'Count only some of them' }).click();
  await ops.getByRole('button', { name: 'Add a condition', exact: true }).click();
  await pick(ops, ops.getByRole('button', { name: /^Value:/ }), '/pricing');
  await ops.getByRole('button', { name: '30 days', exact: true }).click();
  await expect(group.getByText(/Viewed a page, path is \/pricing, .*half in 30 days/i).first()).toBeVisible();
  await expectSaved(ops);

  const points = ops.getByRole('spinbutton', { name: `Points for ${NAME}` }).first();
  await expect(points).toHaveValue('+10');
  const slider = ops.getByRole('slider', { name: `Points for ${NAME}` });
  await drag(ops, slider, 30);
  await expect(points).not.toHaveValue('+10');
  const dragged = await points.inputValue();
  await ops.keyboard.press('Control+z');
  await expect(points).toHaveValue('+10');
  await ops.keyboard.press('Control+Shift+z');
  await expect(points).toHaveValue(dragged);

  const before = await namesIn(group);
  expect(before.at(-1)).toBe(NAME);
  const grip = ops.getByRole('button', { name: `Move ${NAME}: drag, or arrow keys` });
  await grip.focus();
  await grip.press('ArrowUp');
  await expect.poll(() => namesIn(group)).toEqual([...before.slice(0, -2), NAME, ...before.slice(-2, -1)]);
  await expect(grip).toBeFocused();

  await expect(admin.getByText(/ edits too$/)).toBeVisible();
  const theirs = admin.getByRole('spinbutton', { name: `Points for ${NAME}` }).first();
  await expect(theirs).toHaveValue(dragged);

  // Both change something else at the same time: each gets the other's edit.
  const demo = (page: Page) => page.getByRole('spinbutton', { name: 'Points for Requested a demo' }).first();
  await Promise.all([
    demo(admin)
      .fill('33')
      .then(() => demo(admin).press('Enter')),
    points.fill('12').then(() => points.press('Enter')),
  ]);
  await expect(demo(ops)).toHaveValue('+33');
  await expect(theirs).toHaveValue('+12');

  // Both change the same thing, one of them without a connection: nothing is overwritten until someone decides.
  await ops.context().setOffline(true);
  await points.fill('5');
  await points.press('Enter');
  await expect(ops.getByText('offline, kept in this browser')).toBeVisible();
  await untilAnswered(admin, async () => {
    await theirs.fill('7');
    await theirs.press('Enter');
  });
  await ops.context().setOffline(false);
  const conflict = ops.getByRole('alert').filter({ hasText: `${NAME}: points` });
  await expect(conflict).toContainText('Ruth Okafor changed this');
  await expect(conflict).toContainText('yours 5, theirs 7');
  await conflict.getByRole('button', { name: 'Take theirs' }).click();
  await expect(points).toHaveValue('+7');

  await discardDraft(ops);
  await expect(group.getByText(NAME)).toBeHidden();
  await expect(admin.getByText('Ines Ortega discarded the draft').first()).toBeVisible();
  await expect(admin.getByRole('list', { name: 'Buying' }).getByText(NAME)).toBeHidden();
});

test('ops moves a group, adds and renames a tier, switches a criterion off; the address leads back to what is open', async ({
  openAs,
}) => {
  test.setTimeout(120_000);
  const ops = await openAs('ops');
  await openEditor(ops);
  const before = await groupNames(ops);
  const grip = ops.getByRole('button', { name: `Move ${before[0] ?? ''}: drag, or arrow keys` });
  await grip.focus();
  await grip.press('ArrowDown');
  await expect.poll(() => groupNames(ops)).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect(grip).toBeFocused();
  await ops.keyboard.press('Control+z');
  await expect.poll(() => groupNames(ops)).toEqual(before);

  await ops.getByRole('button', { name: 'More for tier C' }).click();
  await ops.getByRole('menuitem', { name: 'Add a tier above' }).click();
  const name = ops.getByRole('textbox', { name: 'Name of tier 3' });
  await expect(name).toBeFocused();
  await name.fill('A');
  await expect(ops.getByText('There is another tier A already.')).toBeVisible();
  await name.fill('Warm');
  const tiers = ops.getByRole('table', { name: /^Leads per tier/ });
  await expect(tiers.getByRole('rowheader', { name: 'Tier Warm' })).toBeVisible();

  await ops.getByRole('button', { name: 'More for In a country we serve' }).click();
  await ops.getByRole('menuitem', { name: 'Switch off' }).click();
  await ops.getByRole('button', { name: 'Review and publish' }).click();
  const changes = ops.getByRole('dialog', { name: 'Review and publish' }).getByRole('listitem');
  await expect(changes.filter({ hasText: 'In a country we serve' })).toContainText('switched off');
  await expect(changes.filter({ hasText: 'Tier Warm' })).toContainText('added');
  await ops.keyboard.press('Escape');

  await ops.getByRole('button', { name: /^Requested a demo/ }).click();
  await expect(ops.getByLabel('Name', { exact: true })).toHaveValue('Requested a demo');
  const address = ops.url();
  await ops.goBack();
  await expect(ops.getByLabel('Name', { exact: true })).toBeHidden();
  await ops.goto(address);
  await expect(ops.getByLabel('Name', { exact: true })).toHaveValue('Requested a demo');
  await discardDraft(ops);
});
