import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { anInvoice } from '../../functions/src/invoices/testing/invoice-factory';
import { paths } from '../../functions/src/schema/paths';
import { serve } from '../../functions/src/testing/http';
import { BASELINE_STATUS, buildBaselinePage, openBaselinePage } from '../fixtures/baseline-page';
import { openPayment, paidCallback } from '../fixtures/callbacks';
import { deployedFunctions } from '../fixtures/deployed';
import { callbackSender } from '../fixtures/http-client';
import { INVOICE_STATUS, openPortal } from '../fixtures/portal';
import { untilPresent } from '../fixtures/shown';
import type { Figure } from '../harness/figure';
import { interleave } from '../harness/interleave';

/** The mark of a paid invoice. */
const PAID = '[data-meaning=good]';
/** How long everything rests before a round, in milliseconds. */
const REST = 1_000;

/**
 * `live.latency`: milliseconds from the POST of Stripe's callback to the changed status on the invoice page that the
 * customer has open. The function is served by this process: firebase-tools' proxies, which cost as much again, are
 * nothing that a customer meets. The baseline, in the same browser: from a bare write of a document to a page that
 * does nothing but show one field of it.
 */
export const liveLatency: Figure = {
  name: 'live.latency',
  unit: 'ms',
  target: { atMost: 2 },
  needs: 'stack',
  measure: async () => {
    const portal = await openPortal();
    const { db, userId, page } = portal;
    const { url } = await serve(deployedFunctions().webhooks.stripe);
    const send = callbackSender(url, 1);

    const subject = async () => {
      const opened = await openPayment(db, 'stripe', userId);
      await followLink(page, `/invoices/${opened.invoiceId}`);
      await page.waitForSelector(`${INVOICE_STATUS}:not(${PAID})`);
      const callback = paidCallback.stripe(opened);
      return untilShown(page, INVOICE_STATUS + PAID, () => send(callback));
    };

    const watched = db.doc(paths.invoice(`watched${randomUUID()}`));
    await watched.set(anInvoice({ userId }));
    const folder = await buildBaselinePage();
    const barePage = await portal.browser.newPage();
    await openBaselinePage(portal, barePage, { folder, document: watched.path });
    const baseline = () => {
      const notes = randomUUID();
      return untilShown(barePage, `${BASELINE_STATUS}[data-status="${notes}"]`, () =>
        watched.update({ status: notes }),
      );
    };
    return interleave({ rounds: 21, warmUps: 4, subject, baseline });
  },
};

/**
 * Goes on inside the app, which then stops to listen to what it leaves. The emulator would go on serving a page that
 * was loaded anew, and every write would wait for that.
 */
async function followLink(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
  }, path);
}

/** Lets everything rest, then times the act. */
async function untilShown(page: Page, selector: string, act: () => Promise<unknown>): Promise<number> {
  await page.waitForTimeout(REST);
  return untilPresent(page, selector, act);
}
