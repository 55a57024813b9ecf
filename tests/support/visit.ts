import type { Page, Request } from '@playwright/test';

/** So long nothing must be under way for a screen to stand, in milliseconds. */
const QUIET_MS = 500;
const LOOK_MS = 50;

/** What stays open while a page does, and the script of what all tabs share, whose end is not always reported. */
function isLasting(request: Request): boolean {
  return request.resourceType() === 'eventsource' || request.url().endsWith('/stream-worker.js');
}

/**
 * Does something and waits until the page has fetched all that it calls for. Playwright's `networkidle` would wait for
 * lasting requests too.
 */
export async function whenQuiet(page: Page, act: () => Promise<unknown>): Promise<void> {
  const open = new Set<Request>();
  const begin = (request: Request) => {
    if (!isLasting(request)) open.add(request);
  };
  const end = (request: Request) => open.delete(request);
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  try {
    await act();
    for (let quiet = 0; quiet < QUIET_MS; quiet = open.size === 0 ? quiet + LOOK_MS : 0) {
      await page.waitForTimeout(LOOK_MS);
    }
  } finally {
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  }
}

/** Goes to a screen and waits until it stands. */
export function visit(page: Page, address: string): Promise<void> {
  return whenQuiet(page, () => page.goto(address));
}
