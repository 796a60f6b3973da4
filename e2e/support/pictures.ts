import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { demoPerson } from './demo';
import { expectLoaded, signIn } from './pages';

/** `SCREENS=docs/images npm test -- --only browser` renews the pictures of the documentation. */
const folder = process.env.SCREENS ?? 'test-results/screens';

export const DESKTOP = { width: 1280, height: 860 };
export const PHONE = { width: 375, height: 812 };
export const NARROWEST = { width: 320, height: 640 };

/** Keeps what a page shows, of which nothing may be missing or cut off; `fullPage` also what one scrolls to. */
export async function picture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  await expectLoaded(page);
  await expectNothingCutOff(page);
  const path = join(__dirname, '../..', folder, `${name}.png`);
  await page.screenshot({ path, fullPage, animations: 'disabled' });
}

/** Nothing makes the page scroll sideways, at whatever width. */
async function expectNothingCutOff(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'pixels beyond the right edge').toBeLessThanOrEqual(0);
}

/** A window of somebody of the demo data. */
export const windowFor = (
  browser: Browser,
  name: Parameters<typeof demoPerson>[0],
  path: string,
  context: object,
) => signIn(browser, demoPerson(name), path, { viewport: DESKTOP, ...context });
