import type { Page } from 'playwright-core';
import { paths } from '../../functions/src/schema/paths';
import { buildBaselinePage, openBaselinePage } from '../fixtures/baseline-page';
import { openInvoiceList, storeInvoices } from '../fixtures/invoice-list';
import { openPortal } from '../fixtures/portal';
import type { Figure } from '../harness/figure';
import { interleave } from '../harness/interleave';

/** A cheap phone beside a developer's machine. */
const CPU_THROTTLE = 4;
const PAGE_SIZE = 20;

/**
 * `web.firstPaint`: milliseconds from the navigation of a signed-in customer to the rows of the invoice list, with
 * nothing cached and the processor throttled to a quarter. The baseline, likewise: until the bare page shows the status
 * of one of those invoices.
 */
const firstPaint: Figure = {
  name: 'web.firstPaint',
  unit: 'ms',
  // What it was when it was first measured, so that it does not grow.
  target: { atMost: 6 },
  needs: 'stack',
  measure: async () => {
    const portal = await openPortal();
    await storeInvoices(portal, PAGE_SIZE);
    const folder = await buildBaselinePage();
    const document = paths.invoice(`${portal.userId}-0`);
    const list = await slowPage(await portal.browser.newPage());
    const bare = await slowPage(await portal.browser.newPage());
    return interleave({
      rounds: 11,
      warmUps: 2,
      subject: () => list.time((page) => openInvoiceList(portal, page, PAGE_SIZE)),
      baseline: () => bare.time((page) => openBaselinePage(portal, page, { folder, document })),
    });
  },
};

/**
 * `web.longList`: the same milliseconds for a customer with ten thousand invoices; the baseline is one with ten. The
 * list reads a page of twenty, however many there are.
 */
const longList: Figure = {
  name: 'web.longList',
  unit: 'ms',
  target: { atMost: 1.3 },
  needs: 'stack',
  measure: async () => {
    const [long, short] = [await openPortal(), await openPortal()];
    await storeInvoices(long, 10_000);
    await storeInvoices(short, 10);
    return interleave({
      rounds: 11,
      warmUps: 2,
      subject: () => openInvoiceList(long, long.page, PAGE_SIZE),
      baseline: () => openInvoiceList(short, short.page, 10),
    });
  },
};

/** Opens pages, each time from the network and at a quarter of the processor's speed. */
async function slowPage(
  page: Page,
): Promise<{ time: (open: (page: Page) => Promise<number>) => Promise<number> }> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: CPU_THROTTLE });
  return {
    time: async (open) => {
      await page.goto('about:blank');
      await browser.send('Network.clearBrowserCache');
      return open(page);
    },
  };
}

export const invoiceList: readonly Figure[] = [firstPaint, longList];
