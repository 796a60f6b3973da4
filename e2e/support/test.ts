import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/**
 * Playwright's `test`, after which no window stays open: the listeners of one that is left cost every later test
 * of the same browser.
 */
export const test = base.extend<{ closedWindows: undefined }>({
  closedWindows: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const window of browser.contexts()) {
        // Page by page, as a window that closes with its pages is pictured first, in case that its test had failed.
        await Promise.all(window.pages().map((page) => page.close()));
        await window.close();
      }
    },
    { auto: true },
  ],
});
