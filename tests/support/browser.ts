import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from '@/lib/runtime/chromium';

/** Flags without which a browser in a closed network, or under root, does not start quietly. */
export const BROWSER_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--force-color-profile=srgb',
];

/**
 * The browser to test with: CHROMIUM_PATH, a system Chromium, Playwright's own; installed when none is there.
 *
 * @throws Error in one line that says what to do, when none can be had.
 */
export function provideBrowser(): string {
  const present = findChromium() ?? findPlaywrights();
  if (present) return present;
  process.stderr.write('Installing Chromium for the browser tests …\n');
  const playwright = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  if (playwright.status !== 0 && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 2, 2] });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { env, stdio: ['ignore', 'ignore', 2] });
  }
  const installed = findChromium() ?? findPlaywrights();
  if (!installed) throw new Error('No Chromium: install one and set CHROMIUM_PATH to it.');
  return installed;
}

function findPlaywrights(): string | undefined {
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}
