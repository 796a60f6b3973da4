import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What one page has is told for every page at once. */
const expectSoftly = expect.configure({ soft: true });

/** Axe finds nothing on the page, in either theme; while the page still settles, it looks again. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectSoftly
      .poll(() => violations(page, colorScheme), { message: `${what}, ${colorScheme}`, timeout: 10_000 })
      .toEqual([]);
  }
}

async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  // PayTR's form is PayTR's to mend. Where no frame is looked into, axe needs no window of its own for its report.
  const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode();
  // A theme changes colours and nothing else.
  if (colorScheme === 'light') axe.withTags(WCAG);
  else axe.withRules(['color-contrast']);
  const found = (await axe.analyze()).violations;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
