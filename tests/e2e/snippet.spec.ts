import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { connectSource } from '../support/track-events';
import { expect, test } from './test';

const sites: Server[] = [];

/** A site of another origin, every page of which carries the snippet; answers its address. */
async function openSite(script: () => string): Promise<string> {
  const page = () => `<!doctype html><html lang="en"><title>A site</title><link rel="icon" href="data:,">
    <script>
      window.leadgrid = window.leadgrid || function () { (leadgrid.q = leadgrid.q || []).push(arguments); };
      leadgrid('track', 'Feature Used', { early: true });
    </script>
    ${script()}
    <form data-leadgrid="Demo Requested" action="/thanks">
      <label>E-mail <input name="email" data-leadgrid-trait="email"></label>
      <label>Secret <input name="secret"></label>
      <button>Send</button>
    </form></html>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page());
  });
  sites.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

const tagFor = (leadgrid: string, writeKey: string) =>
  `<script async src="${leadgrid}/leadgrid.js" data-write-key="${writeKey}"></script>`;

/** Notes the status of each answer to what the snippet sends. */
function noteAnswers(page: Page): number[] {
  const statuses: number[] = [];
  page.on('response', (answer) => {
    if (new URL(answer.url()).pathname === '/v1/b') statuses.push(answer.status());
  });
  return statuses;
}

const readStored = (page: Page) =>
  page.evaluate(() => ({ cookies: document.cookie, stored: { ...localStorage } }));

test.afterEach(() => sites.splice(0).forEach((site) => site.close()));

test('the snippet tells what visitors do, and stores nothing before they agree', async ({
  openAs,
  browser,
  baseURL,
}) => {
  const ops = await openAs('ops');
  let writeKey = '';
  const site = await openSite(() => tagFor(baseURL ?? '', writeKey));
  writeKey = await connectSource(ops, 'Snippet trial', [site]);

  const page = await (await browser.newContext()).newPage();
  const statuses = noteAnswers(page);
  await page.goto(`${site}/pricing`);
  await expect.poll(() => statuses).toEqual([200]);
  await page.evaluate(() => history.pushState({}, '', '/docs?utm_source=letter'));
  await expect.poll(() => statuses).toEqual([200, 200]);
  expect(await readStored(page)).toEqual({ cookies: '', stored: {} });

  await page.evaluate("leadgrid('consent', true)");
  expect(Object.keys((await readStored(page)).stored)).toEqual(['leadgrid']);
  await page.getByLabel('E-mail').fill('sana@snippet-visitor.example');
  await page.getByLabel('Secret').fill('not to be sent');
  // The page is left at once: what was not sent yet goes by beacon.
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/thanks/);

  await expect(async () => {
    await ops.goto('/leads?q=sana%40snippet-visitor.example');
    await ops.locator('main table a[href^="/leads/"]').first().click({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await ops.waitForURL(/\/leads\/[0-9a-f-]{36}/);
  for (const words of ['Requested a demo', 'Viewed a page', 'Used the product']) {
    await expect(ops.getByText(words).filter({ visible: true }).first()).toBeVisible();
  }
  expect(await ops.locator('main').innerText()).not.toContain('not to be sent');

  await page.evaluate("leadgrid('consent', false)");
  expect((await readStored(page)).stored).toEqual({});
  await page.context().close();
});

for (const [signal, script] of [
  ['Do Not Track', "Object.defineProperty(navigator, 'doNotTrack', { value: '1' })"],
  ['Global Privacy Control', "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })"],
] as const) {
  test(`the snippet sends and stores nothing under ${signal}`, async ({ openAs, browser, baseURL }) => {
    const ops = await openAs('ops');
    let writeKey = '';
    const site = await openSite(() => tagFor(baseURL ?? '', writeKey));
    writeKey = await connectSource(ops, `${signal} trial`, [site]);
    const context = await browser.newContext();
    await context.addInitScript(script);
    const page = await context.newPage();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(new URL(request.url()).pathname));
    await page.goto(site);
    await page.evaluate("leadgrid('consent', true); leadgrid('track', 'Demo Requested')");
    await page.waitForTimeout(1_500);
    expect(sent).toEqual(['/', '/leadgrid.js']);
    expect(await readStored(page)).toEqual({ cookies: '', stored: {} });
    await context.close();
  });
}

test('a site that is not allowed is refused', async ({ openAs, browser, baseURL }) => {
  const ops = await openAs('ops');
  let writeKey = '';
  const site = await openSite(() => tagFor(baseURL ?? '', writeKey));
  writeKey = await connectSource(ops, 'Refused trial', ['https://www.allowed.example']);
  const page = await (await browser.newContext()).newPage();
  const faults: string[] = [];
  page.on('console', (message) => faults.push(message.text()));
  await page.goto(site);
  await expect.poll(() => faults.join('\n')).toMatch(/blocked by CORS policy/);
  await page.context().close();
  await ops.goto('/settings/sources');
  await expect(ops.getByRole('row', { name: /Refused trial/ })).toContainText('None yet');
});
