import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS } from './tests/support/browser';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.data/test-results',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.data/e2e-results.json' }]],
  use: {
    baseURL: process.env.LEADGRID_E2E_URL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: BROWSER_FLAGS },
  },
});
