import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { Analytics } from '@segment/analytics-node';
import { Client, type QueryResultRow } from 'pg';
import { expect, test } from './test';

type Call = (...args: unknown[]) => void;

declare global {
  interface Window {
    analytics: Record<'page' | 'track' | 'identify' | 'group', Call>;
  }
}

const BUNDLE = 'node_modules/@segment/analytics-next/dist/umd/standalone.js';

/** Connects a source as an operator would, and gives back its write key. */
async function createSource(name: string, origins: readonly string[] = []): Promise<string> {
  const flags = origins.flatMap((origin) => ['--origin', origin]);
  const args = [
    'lib/runtime/bootstrap.mjs',
    'lib/runtime/commands/source',
    'create',
    '--name',
    name,
    ...flags,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: process.env });
  return stdout.trim();
}

async function query<R extends QueryResultRow>(text: string, values: unknown[]): Promise<R[]> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const listTypes = (email: string) =>
  query<{ type: string }>(
    `SELECT e."type" FROM "Event" e JOIN "Lead" l ON l."id" = e."leadId" WHERE l."emailKey" = $1 ORDER BY 1`,
    [email],
  ).then((rows) => rows.map(({ type }) => type));

/** A site of somebody's own, with the client that Segment publishes for it. */
async function serveSite(): Promise<{ origin: string; site: Server }> {
  const bundle = await readFile(BUNDLE);
  const site = createServer((request, response) => {
    if (request.url === '/analytics.js')
      return void response.setHeader('content-type', 'text/javascript').end(bundle);
    response
      .setHeader('content-type', 'text/html')
      .end('<!doctype html><title>Prices</title><link rel="icon" href="data:,"><p>Prices');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(site.address() as AddressInfo).port}`, site };
}

/** What Segment's snippet does, for a host of one's own: a queue for calls until the client is there. */
function startSnippet({ writeKey, host }: { writeKey: string; host: string }): void {
  const queue = Object.assign([] as unknown[], { _writeKey: writeKey, _cdn: host, initialize: false });
  for (const method of ['page', 'track', 'identify', 'group', 'alias'])
    Object.assign(queue, { [method]: (...args: unknown[]) => queue.push([method, ...args]) });
  Object.assign(window, { analytics: queue });
  document.head.append(Object.assign(document.createElement('script'), { src: '/analytics.js' }));
}

test('the official client for servers works unchanged but for the host', async ({ baseURL, openAs }) => {
  const analytics = new Analytics({
    writeKey: await createSource('Backend'),
    host: baseURL ?? '',
    maxRetries: 0,
  });
  const faults: unknown[] = [];
  analytics.on('error', (fault) => faults.push(fault));
  const userId = 'node-1';
  analytics.track({ anonymousId: 'node-visitor', event: 'Demo Requested', properties: { form: 'footer' } });
  analytics.page({ anonymousId: 'node-visitor', name: 'Pricing', properties: { path: '/pricing' } });
  analytics.identify({
    userId,
    anonymousId: 'node-visitor',
    traits: { email: 'nora.node@sdk.example', firstName: 'Nora', lastName: 'Node', title: 'VP Sales' },
  });
  analytics.group({
    userId,
    groupId: 'sdk-1',
    traits: { name: 'SDK Works', domain: 'sdk.example', employees: 240 },
  });
  analytics.screen({ userId, name: 'Inbox' });
  analytics.track({ userId, event: 'Sandbox Opened', timestamp: new Date(Date.now() - 3_600_000) });
  analytics.alias({ userId: 'node-1-new', previousId: userId });
  await analytics.closeAndFlush();
  expect(faults).toEqual([]);

  expect(await listTypes('nora.node@sdk.example')).toEqual([
    'demo_requested',
    'page_viewed',
    'page_viewed',
    'sandbox_opened',
  ]);
  const page = await openAs('ops');
  await page.goto('/leads?q=Nora Node');
  await page
    .getByRole('link', { name: /Nora Node/ })
    .first()
    .click();
  await expect(page.getByText('VP Sales').first()).toBeVisible();
  await expect(page.getByText('SDK Works').first()).toBeVisible();
  await expect(page.getByText('Requested a demo').first()).toBeVisible();
});

test('the official client for browsers works unchanged but for the host, from the origins that may send', async ({
  baseURL,
  page,
}) => {
  const { origin, site } = await serveSite();
  const email = 'wanda.web@sdk.example';
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  try {
    const writeKey = await createSource('Website', [origin]);
    await page.goto(`${origin}/prices`);
    await page.evaluate(startSnippet, { writeKey, host: baseURL ?? '' });
    await page.evaluate((address) => {
      window.analytics.page('Prices');
      window.analytics.track('Demo Requested', { form: 'prices' });
      window.analytics.identify('web-1', {
        email: address,
        name: 'Wanda Web',
        company: { name: 'Webworks' },
      });
      window.analytics.group('web-group', { name: 'Webworks', industry: 'Retail' });
      window.analytics.track('Plan Compared');
    }, email);
    await expect.poll(() => listTypes(email)).toEqual(['demo_requested', 'page_viewed', 'plan_compared']);
    const [lead] = await query<{ name: string; company: string; externalId: string }>(
      `SELECT l."name", l."externalId", c."name" AS "company" FROM "Lead" l JOIN "Company" c ON c."id" = l."companyId"
       WHERE l."emailKey" = $1`,
      [email],
    );
    expect(lead).toEqual({ name: 'Wanda Web', externalId: 'web-1', company: 'Webworks' });
    const [view] = await query<{ path: string; userAgent: string }>(
      `SELECT e."properties"->>'path' AS "path", e."properties"->>'userAgent' AS "userAgent" FROM "Event" e
       JOIN "Lead" l ON l."id" = e."leadId" WHERE l."emailKey" = $1 AND e."type" = 'page_viewed'`,
      [email],
    );
    expect(view?.path).toBe('/prices');
    expect(view?.userAgent).toContain('Mozilla/5.0');
    expect(complaints).toEqual([]);
  } finally {
    site.close();
  }
});

test('pages of other origins are told nothing and bring nothing', async ({ baseURL, page }) => {
  const { origin, site } = await serveSite();
  try {
    const writeKey = await createSource('Closed', ['https://www.example.com']);
    await page.goto(origin);
    const answer = await page.evaluate(
      ({ host, key }) =>
        fetch(`${host}/v1/t`, {
          method: 'POST',
          headers: { 'content-type': 'text/plain' },
          body: JSON.stringify({ writeKey: key, event: 'Smuggled', anonymousId: 'x' }),
        }).then(
          (response) => response.status,
          (fault: unknown) => String(fault),
        ),
      { host: baseURL ?? '', key: writeKey },
    );
    expect(answer).toContain('Failed to fetch');
    expect(await query(`SELECT 1 FROM "Event" WHERE "name" = 'Smuggled'`, [])).toEqual([]);
  } finally {
    site.close();
  }
});

test('answers say what was wrong: bad keys, broken and oversized bodies; one bad event spoils no batch', async ({
  request,
}) => {
  const key = await createSource('Raw');
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
  const post = (call: string, data: string, headers: Record<string, string> = { authorization }) =>
    request.post(`/v1/${call}`, { data, headers: { 'content-type': 'application/json', ...headers } });

  expect((await post('track', '{}', {})).status()).toBe(401);
  expect((await post('track', '{"event"')).status()).toBe(400);
  expect((await post('track', JSON.stringify({ text: 'x'.repeat(33_000) }))).status()).toBe(413);
  expect((await post('batch', JSON.stringify({ text: 'x'.repeat(513_000) }))).status()).toBe(413);
  const tooMany = JSON.stringify({ batch: Array.from({ length: 2_501 }, () => ({})) });
  expect((await post('batch', tooMany)).status()).toBe(413);
  const mixed = {
    batch: [{ type: 'track', event: 'Raw One', userId: 'raw-1' }, { type: 'track' }, 'nothing'],
  };
  const answer = await post('batch', JSON.stringify(mixed));
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ success: true });
  expect(await query(`SELECT "name" FROM "Event" WHERE "source" = 'Raw'`, [])).toEqual([{ name: 'Raw One' }]);
  const rejected = await query<{ reason: string }>(
    `SELECT r."reason" FROM "RejectedEvent" r JOIN "Source" s ON s."id" = r."sourceId" WHERE s."name" = 'Raw'`,
    [],
  );
  expect(rejected).toHaveLength(2);
});
