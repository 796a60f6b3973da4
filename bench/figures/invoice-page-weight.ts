import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { paths } from '../../functions/src/schema/paths';
import { buildBaselinePage, openBaselinePage } from '../fixtures/baseline-page';
import { openPayment } from '../fixtures/callbacks';
import { openInvoicePage, openPortal } from '../fixtures/portal';
import type { Figure } from '../harness/figure';

/** What a page may still fetch after it shows what it is for, in milliseconds. */
const SETTLING = 2_000;

/**
 * `web.invoicePage`: bytes of JavaScript, compressed, that Chromium fetches for a customer who opens an open
 * invoice. The baseline page has React and the same parts of Firebase, and shows one field of the same document.
 */
export const invoicePageWeight: Figure = {
  name: 'web.invoicePage',
  unit: 'bytes',
  target: { atMost: 1.6 },
  needs: 'stack',
  measure: async () => {
    const portal = await openPortal();
    const folder = await buildBaselinePage();
    const { invoiceId } = await openPayment(portal.db, 'stripe', portal.userId);
    const page = await portal.browser.newPage();
    const value = await scriptBytes(page, () => openInvoicePage(portal, page, invoiceId));
    const document = paths.invoice(invoiceId);
    const other = await portal.browser.newPage();
    const baseline = await scriptBytes(other, () => openBaselinePage(portal, other, { folder, document }));
    return { value, baseline };
  },
};

/** The scripts that a page fetches while it opens, each once, as large as gzip makes them. */
async function scriptBytes(page: Page, open: () => Promise<unknown>): Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js'))
      sizes.set(
        pathname,
        response.body().then((body) => gzipSync(body).length),
      );
  });
  await open();
  await page.waitForTimeout(SETTLING);
  const all = await Promise.all(sizes.values());
  return all.reduce((sum, size) => sum + size, 0);
}
