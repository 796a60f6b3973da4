import type { Firestore } from 'firebase-admin/firestore';
import type { SubscriptionBilling } from '../gateways/gateway';
import { gatewayNamed } from '../gateways/registry';
import { BillingError, must } from '../platform/errors';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { applyBillingNews } from './apply-billing-news';
import { attemptEnded } from './rules/stripe/attempt-ended';
import type { ChargeOrder } from './rules/pay-bill';

/**
 * Pays an open invoice at Stripe with the card that the subscription's attempt names. Its answer is applied like a
 * callback; without one the attempt stays, and is ordered again by the same key. A card of another gateway pays our own
 * invoice instead.
 * @returns Whether it was for Stripe to pay.
 * @throws BillingError PAYMENT_METHOD_NOT_FOUND, GATEWAY_NOT_CONFIGURED, GATEWAY_DECLINED
 */
export async function payAtStripe(
  db: Firestore,
  order: ChargeOrder & { readonly gatewayInvoiceId: string },
  now: Date,
): Promise<boolean> {
  const { subscriptionId, gatewayInvoiceId, paymentId, paymentMethodId } = order;
  const { method } = await transact(db, now, async (get) => ({
    writes: [],
    result: await get({ method: paths.paymentMethod(paymentMethodId) }),
  }));
  if (method?.userId !== order.userId || method.removedAt !== null) {
    throw new BillingError('PAYMENT_METHOD_NOT_FOUND', { paymentMethodId });
  }
  if (method.gateway !== 'stripe') return false;
  const gateway = await gatewayNamed('stripe');
  const billing: SubscriptionBilling = must(gateway.billing, 'GATEWAY_NOT_CONFIGURED');
  const news = await answered(() =>
    billing.payInvoice({
      gatewayInvoiceId,
      gatewayMethodId: method.gatewayMethodId,
      key: `pay_${subscriptionId}_${order.number}`,
    }),
  );
  if (news === null) return true;
  if (news.kind === 'SUBSCRIPTION_INVOICE_PAID' && news.gatewayPaymentId !== null) {
    await applyBillingNews(db, news, now);
  }
  await transact(db, now, async (get) =>
    attemptEnded(
      await get({
        subscription: paths.subscription(subscriptionId),
        invoice: paths.invoice(order.invoiceId),
        payment: paths.payment(paymentId),
      }),
      { subscriptionId, paymentId, reason: news.reason, isTest: news.isTest },
      now,
    ),
  );
  return true;
}

async function answered<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    const isUnknown =
      error instanceof BillingError &&
      (error.code === 'GATEWAY_RESULT_UNKNOWN' || error.code === 'GATEWAY_UNAVAILABLE');
    if (!isUnknown) throw error;
    return null;
  }
}
