import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { clickUntil } from './sign-in';

/** Connects a source on the settings screen, as ops do, and answers its write key. */
export async function connectSource(
  page: Page,
  name: string,
  origins: readonly string[] = [],
): Promise<string> {
  await page.goto('/settings/sources');
  const dialog = page.getByRole('dialog');
  await clickUntil(page.getByRole('button', { name: 'New source' }), dialog);
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Allowed origins').fill(origins.join('\n'));
  await dialog.getByRole('button', { name: 'Connect' }).click();
  await expect(dialog.getByText('Write key')).toBeVisible();
  return (await dialog.locator('code').first().innerText()).trim();
}

/** Sends calls of the tracking API from a server. */
export async function track(
  request: APIRequestContext,
  writeKey: string,
  batch: readonly Record<string, unknown>[],
): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  const answer = await request.post('/v1/batch', { headers: { authorization }, data: { batch } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Calls that make someone new fit well and ask for a demo. */
export function requestDemo(name: string): Record<string, unknown>[] {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  const userId = `user-${slug}`;
  const groupId = `company-${slug}`;
  const traits = {
    name: `${slug} Ltd`,
    domain: `${slug}.example`,
    employees: 500,
    industry: 'SaaS',
    country: 'Germany',
  };
  const person = {
    email: `${slug}@${slug}.example`,
    name,
    title: 'VP Sales',
    decisionMaker: true,
    country: 'Germany',
  };
  const did = (event: string, properties: Record<string, unknown> = {}) => ({
    type: 'track',
    userId,
    event,
    properties,
    messageId: `${slug}-${event}-${JSON.stringify(properties)}`,
  });
  return [
    { type: 'identify', userId, traits: person, messageId: `${slug}-identify` },
    { type: 'group', userId, groupId, traits, messageId: `${slug}-group` },
    did('Demo Requested', { form: 'home' }),
    did('Demo Requested', { form: 'pricing' }),
    did('Trial Started'),
    did('Page Viewed', { path: '/pricing' }),
  ];
}
