import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { DATA_DIRECTORY } from '@/lib/runtime/database';
import { reportFault } from '@/lib/runtime/terminal';
import { ACCOUNTS, type AccountRole } from './accounts';
import { BROWSER_FLAGS, provideBrowser } from './browser';
import { signIn } from './sign-in';
import { visit } from './visit';

/**
 * `npm run screenshots [-- FILTER]`: a picture of every screen of the running demo, signed in as each role that sees it,
 * light, dark and at 390 px, in `.data/screenshots/`. FILTER keeps the screens whose file name contains it.
 */

const address = process.env.LEADGRID_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;
const filter = process.argv[2] ?? '';
const folder = path.join(DATA_DIRECTORY, 'screenshots');

const LOOKS: { name: string; options: BrowserContextOptions }[] = [
  { name: 'light', options: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } },
  { name: 'dark', options: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' } },
  { name: 'phone', options: { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true } },
];

async function shoot(page: Page, name: string): Promise<void> {
  if (!name.includes(filter)) return;
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Charts and toasts move in for a moment.
  await page.waitForTimeout(600);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) process.stdout.write(`${name}: ${overflow} px wider than the window\n`);
}

async function shootRole(browser: Browser, role: AccountRole, password: string): Promise<void> {
  const account = ACCOUNTS[role];
  const first = await browser.newContext();
  await signIn(await first.newPage(), address, account.email, password);
  const storageState = await first.storageState();
  await first.close();
  for (const look of LOOKS) {
    const context = await browser.newContext({ ...look.options, storageState, locale: 'en-GB' });
    const page = await context.newPage();
    for (const screen of account.screens) {
      await visit(page, `${address}${screen}`);
      await shoot(page, `${role}${screen.replaceAll('/', '-')}-${look.name}`);
    }
    await shootDetails(page, role, look.name);
    await context.close();
  }
}

/** What no address of its own shows without an id: a lead, and the queue with its panel open. */
async function shootDetails(page: Page, role: AccountRole, look: string): Promise<void> {
  if (role !== 'rep') return;
  await visit(page, `${address}/queue?tab=free`);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await shoot(page, `rep-queue-panel-${look}`);
  await page.goto(`${address}/leads`);
  const lead = page.locator('main table a[href^="/leads/"]').first();
  await visit(page, `${address}${await lead.getAttribute('href')}`);
  await shoot(page, `rep-lead-${look}`);
  const size = page.viewportSize();
  if (!size) return;
  // The page scrolls inside its frame: a tall window shows all of it.
  await page.setViewportSize({ width: size.width, height: 3200 });
  await shoot(page, `rep-lead-${look}-whole`);
  await page.setViewportSize(size);
}

async function shootSignedOut(browser: Browser): Promise<void> {
  for (const look of LOOKS) {
    const context = await browser.newContext(look.options);
    const page = await context.newPage();
    await page.goto(`${address}/sign-in`);
    await shoot(page, `nobody-sign-in-${look.name}`);
    await context.close();
  }
}

try {
  const kept = await readFile(path.join(DATA_DIRECTORY, 'demo-password'), 'utf8').catch(() => undefined);
  const password = process.env.LEADGRID_DEMO_PASSWORD ?? kept;
  if (!password) throw new Error('No demo password: start the demo first, or set LEADGRID_DEMO_PASSWORD.');
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: provideBrowser(), args: BROWSER_FLAGS });
  await shootSignedOut(browser);
  for (const role of ['rep', 'manager', 'ops', 'admin'] as const) await shootRole(browser, role, password);
  await browser.close();
  process.stdout.write(`${folder}\n`);
} catch (error) {
  reportFault(error);
}
