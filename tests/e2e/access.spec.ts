import { ACCOUNTS, type AccountRole } from '../support/accounts';
import { expect, test } from './test';

const ROLES = ['rep', 'manager', 'ops', 'admin'] as const satisfies readonly AccountRole[];
const SCREENS = [...new Set(ROLES.flatMap((role) => [...ACCOUNTS[role].screens]))];

test.describe('who may see what', () => {
  // The browser notes every refused page on its console.
  test.use({ expectedErrors: [/status of 40[13]/] });

  for (const role of ROLES) {
    test(`${role} sees the screens of the role, and no others`, async ({ openAs }) => {
      const page = await openAs(role);
      await page.goto('/');
      await expect(page).toHaveURL(new RegExp(`${ACCOUNTS[role].home}(\\?|$)`));
      const allowed: readonly string[] = ACCOUNTS[role].screens;
      for (const screen of SCREENS) {
        const response = await page.goto(screen);
        expect([screen, response?.status()]).toEqual([screen, allowed.includes(screen) ? 200 : 403]);
      }
    });
  }

  test('a stranger is sent to sign in from everywhere, and brought back afterwards', async ({ page }) => {
    for (const screen of SCREENS) {
      await page.goto(screen);
      await expect(page).toHaveURL(/\/sign-in\?next=/);
    }
    await page.goto('/grid?quadrant=nurture');
    await page.getByLabel('E-mail').fill(ACCOUNTS.rep.email);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('do not fit')).toBeVisible();
  });

  test('the icon is there for browsers that ask before a page has said where', async ({ request }) => {
    const icon = await request.get('/favicon.ico');
    expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/svg+xml']);
  });

  test('routes answer strangers with problem details', async ({ request }) => {
    for (const path of [
      '/api/search?q=a',
      '/api/imports/01900000-0000-7000-8000-000000000000',
      '/api/reports/close-rates',
      '/api/rubrics/01900000-0000-7000-8000-000000000000',
    ]) {
      const response = await request.get(path);
      expect([path, response.status()]).toEqual([path, 401]);
      expect(response.headers()['content-type']).toBe('application/problem+json');
    }
    expect((await request.get('/api/health')).status()).toBe(200);
  });
});
