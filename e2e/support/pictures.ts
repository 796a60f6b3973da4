import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { demoPerson } from './demo';
import { expectLoaded, signIn } from './pages';

const FOLDER = 'test-results/screens';
/** `SCREENS=docs/images npm test -- --only browser` renews the pictures of the documentation. */
const documentation = process.env.SCREENS ?? FOLDER;

export const DESKTOP = { width: 1280, height: 860 };
export const PHONE = { width: 375, height: 812 };
export const NARROWEST = { width: 320, height: 640 };

/** Keeps what a page shows, of which nothing may be missing or cut off, for the documentation. */
export async function picture(page: Page, name: string): Promise<void> {
  await keep(page, `${documentation}/${name}.png`);
}

/** As `picture`, but to be looked at after the tests only; with what one scrolls to. */
export async function longPicture(page: Page, name: string): Promise<void> {
  // What sticks to the top of the window stands at the top of the picture.
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await keep(page, `${FOLDER}/${name}.png`, { fullPage: true });
}

async function keep(page: Page, path: string, options: { fullPage?: boolean } = {}): Promise<void> {
  await expectLoaded(page);
  await expectNothingCutOff(page);
  await page.screenshot({ path: join(__dirname, '../..', path), animations: 'disabled', ...options });
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
