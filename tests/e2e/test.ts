import { readFileSync, statSync } from 'node:fs';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { ACCOUNTS, TEST_PASSWORD, type AccountRole } from '../support/accounts';
import { SERVER_LOG } from '../support/app-processes';
import { signIn } from '../support/sign-in';

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Fixtures {
  /** Patterns of console errors that a test provokes, such as the browser's note of a refused request. */
  expectedErrors: RegExp[];
  /** Opens a page in a browser context of its own, signed in as a role; whoever watches, watches it too. */
  openAs: (role: AccountRole) => Promise<Page>;
}

interface WorkerFixtures {
  /** One signed-in session a role, made on first use: signing in is slow on purpose. */
  sessions: Map<AccountRole, Session>;
}

const logSize = () => statSync(SERVER_LOG, { throwIfNoEntry: false })?.size ?? 0;

function watch(context: BrowserContext, expected: RegExp[], faults: string[]): void {
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) faults.push(text);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') note(message.text());
  });
  context.on('weberror', (fault) => note(fault.error().message));
}

/**
 * Playwright's test, in which a console error, a page's fault or a server's fault that nobody expected fails the test it
 * came up in.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  expectedErrors: [[], { option: true }],
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  openAs: [
    async ({ browser, baseURL, contextOptions, viewport, expectedErrors, sessions }, use) => {
      const faults: string[] = [];
      const contexts: BrowserContext[] = [];
      const from = logSize();
      await use(async (role) => {
        const options = { ...contextOptions, viewport, baseURL };
        let storageState = sessions.get(role);
        if (!storageState) {
          const first = await browser.newContext(options);
          await signIn(await first.newPage(), baseURL ?? '', ACCOUNTS[role].email, TEST_PASSWORD);
          storageState = await first.storageState();
          sessions.set(role, storageState);
          await first.close();
        }
        const context = await browser.newContext({ ...options, storageState });
        contexts.push(context);
        watch(context, expectedErrors, faults);
        return context.newPage();
      });
      for (const context of contexts) await context.close();
      expect(faults, 'errors on the console').toEqual([]);
      const written = readFileSync(SERVER_LOG, 'utf8').slice(from);
      const serverFaults = written.split('\n').filter((line) => /"level":"error"|⨯|Unhandled/.test(line));
      expect(serverFaults, 'faults of the server').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
