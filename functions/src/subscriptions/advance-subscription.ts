import type { Firestore } from 'firebase-admin/firestore';
import { inTurn } from '../platform/in-turn';
import * as logs from '../platform/logs';
import type { Get } from '../platform/transact';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { Subscription } from '../schema/subscription';
import { askStripeForInvoice } from './ask-stripe-for-invoice';
import { carryOut, ENGINE_ADDRESS } from './carry-out';
import { issuer, readBilling, readMeans } from './read-billing';
import type { Advanced } from './rules/advance';
import { advance, issuesInvoice } from './rules/advance';

/**
 * One task of the sweep: does the one thing that is due for a subscription, and charges the card if that is it. A period
 * begins in one transaction; what is due after it is the next sweep's. Run again after a crash it finds what was
 * committed: the period is billed, and the charge is ordered by the same key.
 */
export async function advanceSubscription(
  db: Firestore,
  subscriptionId: string,
  now: Date,
): Promise<Advanced['did']> {
  const { did, order } = await storeAdvance(db, subscriptionId, now);
  logs.subscriptionAdvanced(subscriptionId, did);
  if (order !== null) await carryOut(db, order, { now, ipAddress: ENGINE_ADDRESS, isCustomerPresent: false });
  if (did === 'LEFT_TO_STRIPE') await askStripeForInvoice(db, subscriptionId, now);
  return did;
}

/** The part of the task that is one transaction: what was done, and the charge that is to follow it. */
export function storeAdvance(db: Firestore, subscriptionId: string, now: Date): Promise<Advanced> {
  const command = { subscriptionId, ...issuer() };
  return inTurn(db, () =>
    transact(db, now, async (get) => {
      const { subscription } = await get({ subscription: paths.subscription(subscriptionId) });
      const found = await readAround(get, subscription, now);
      return advance({ subscription, ...found }, command, now);
    }),
  );
}

const NOBODY = { user: null, organization: null, counter: null };

async function readAround(get: Get, subscription: Subscription | null, now: Date) {
  const nothing = { openInvoice: null, upgradeInvoice: null, payment: null, wallet: null, identity: null };
  if (subscription === null) return { ...nothing, ...NOBODY };
  if (issuesInvoice(subscription, now)) return { ...nothing, ...(await readBilling(get, subscription)) };
  const { openInvoiceId, pendingUpgrade, attempt } = subscription;
  const documents = await get({
    openInvoice: openInvoiceId === null ? null : paths.invoice(openInvoiceId),
    upgradeInvoice: pendingUpgrade === null ? null : paths.invoice(pendingUpgrade.invoiceId),
    payment: attempt === null ? null : paths.payment(attempt.paymentId),
  });
  const means = openInvoiceId === null ? nothing : await readMeans(get, subscription);
  return { ...nothing, ...NOBODY, ...means, ...documents };
}
