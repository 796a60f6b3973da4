import type { Firestore } from 'firebase-admin/firestore';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { carryOut, ENGINE_ADDRESS } from './carry-out';
import { readMeans } from './read-billing';
import { retryNow } from './rules/change-payment-way';
import type { ChargeOrder } from './rules/pay-bill';

/** One task of a customer who has another default card: tries at once to pay what their subscription owes. */
export async function retrySubscription(db: Firestore, subscriptionId: string, now: Date): Promise<void> {
  const { order } = await transact<{ order: ChargeOrder | null }>(db, now, async (get) => {
    const { subscription } = await get({ subscription: paths.subscription(subscriptionId) });
    const openInvoiceId = subscription?.openInvoiceId ?? null;
    if (subscription === null || openInvoiceId === null) return { writes: [], result: { order: null } };
    const { openInvoice } = await get({ openInvoice: paths.invoice(openInvoiceId) });
    const means = await readMeans(get, subscription);
    const retried = retryNow({ ...subscription, id: subscriptionId }, { openInvoice, ...means }, now);
    return { writes: retried.writes, result: { order: retried.result.order } };
  });
  if (order !== null) await carryOut(db, order, { now, ipAddress: ENGINE_ADDRESS, isCustomerPresent: false });
}
