import type { Firestore } from 'firebase-admin/firestore';
import { chargeSavedMethod } from '../payments/charge-saved-method';
import { BillingError } from '../platform/errors';
import { randomId } from '../platform/random-id';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { SubscriptionStatus } from '../schema/subscription';
import { attemptRefused } from './rules/attempt-refused';
import { payAtStripe } from './pay-at-stripe';
import type { ChargeOrder } from './rules/pay-bill';

/** Nobody sits before a screen when the engine charges; gateways that want an address get our own host's. */
export const ENGINE_ADDRESS = '127.0.0.1';

/**
 * Carries out the charge that a subscription has stored as its attempt. What the gateway answers is applied by the
 * payment, and moves the subscription with it; without an answer the payment stays PENDING until news comes. Ordered
 * again, the same payment goes on.
 * @returns The status that the subscription has after it.
 */
export async function carryOut(
  db: Firestore,
  order: ChargeOrder,
  context: { readonly now: Date; readonly ipAddress: string; readonly isCustomerPresent: boolean },
): Promise<SubscriptionStatus> {
  const { subscriptionId, paymentId, invoiceId, paymentMethodId, userId, useWallet } = order;
  const { now, ipAddress, isCustomerPresent } = context;
  const charge = {
    paymentId,
    userId,
    invoiceIds: [invoiceId],
    amount: undefined,
    paymentMethodId,
    useWallet,
    isCustomerPresent,
    actor: { uid: 'subscription-engine', role: null, auditId: randomId() },
    action: 'payment.charge',
    ipAddress,
  } as const;
  try {
    const { gatewayInvoiceId } = order;
    const isPaidThere =
      gatewayInvoiceId !== null && (await payAtStripe(db, { ...order, gatewayInvoiceId }, now));
    if (!isPaidThere) await chargeSavedMethod(db, charge, now);
  } catch (error) {
    if (!(error instanceof BillingError)) throw error;
    await transact(db, now, async (get) =>
      attemptRefused(
        await get({
          subscription: paths.subscription(subscriptionId),
          invoice: paths.invoice(invoiceId),
          payment: paths.payment(paymentId),
        }),
        { order, code: error.code },
        now,
      ),
    );
  }
  return transact(db, now, async (get) => {
    const { subscription } = await get({ subscription: paths.subscription(subscriptionId) });
    return { writes: [], result: subscription?.status ?? 'CANCELLED' };
  });
}
