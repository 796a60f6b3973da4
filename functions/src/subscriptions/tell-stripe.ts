import type { Firestore } from 'firebase-admin/firestore';
import type { SubscriptionBilling } from '../gateways/gateway';
import { gatewayNamed } from '../gateways/registry';
import type { SubscriptionWithId } from '../notifications/rules/subscription-event';
import { BillingError, must } from '../platform/errors';
import * as logs from '../platform/logs';
import type { Get } from '../platform/transact';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { StripeOrder } from '../schema/subscription';
import type { OrderDocuments } from './rules/stripe/next-order';
import { nextOrder } from './rules/stripe/next-order';
import type { OrderAnswer } from './rules/stripe/order-answered';
import { orderAnswered } from './rules/stripe/order-answered';

/** More than a change of a subscription ever needs: close its invoice, end it, begin it anew. */
const MOST_ORDERS = 5;

/**
 * Tells Stripe what a subscription's document says and it does not know yet, one order after the other: stored first,
 * then told under its own key, then noted as answered. Told twice at once, or again after a crash, it hears each order
 * once.
 * @throws BillingError GATEWAY_RESULT_UNKNOWN and the like: the order stays, and is to be repeated.
 */
export async function tellStripe(db: Firestore, subscriptionId: string, now: Date): Promise<void> {
  for (let count = 0; count < MOST_ORDERS; count += 1) {
    const { order, subscription } = await transact(db, now, async (get) =>
      nextOrder(await readOrder(get, subscriptionId), subscriptionId, now),
    );
    if (order === null || subscription === null) return;
    const { billing: found } = await gatewayNamed('stripe');
    const answer = await carryOut(must(found, 'GATEWAY_NOT_CONFIGURED'), subscription, order);
    logs.stripeTold(subscriptionId, order.what, answer.isTaken);
    await transact(db, now, async (get) =>
      orderAnswered(
        await get({ subscription: paths.subscription(subscriptionId) }),
        answer,
        subscriptionId,
        now,
      ),
    );
  }
}

/** One round trip for most subscriptions: those that Stripe has nothing to do with. */
async function readOrder(get: Get, subscriptionId: string): Promise<OrderDocuments> {
  const nothing = { identity: null, method: null, openInvoice: null };
  const { subscription } = await get({ subscription: paths.subscription(subscriptionId) });
  const stripe = subscription?.stripe ?? null;
  if (subscription === null || stripe?.order !== null) {
    return { subscription, ...nothing };
  }
  const { userId, paymentWay } = subscription;
  const named = paymentWay.paymentMethodId;
  const openInvoiceId = stripe.openInvoice?.invoiceId ?? null;
  const { identity, openInvoice, ...found } = await get({
    identity: paths.gatewayIdentity(userId),
    method: named === null ? null : paths.paymentMethod(named),
    openInvoice: openInvoiceId === null ? null : paths.invoice(openInvoiceId),
  });
  const standard = identity?.defaultPaymentMethodId ?? null;
  const id = paymentWay.kind === 'LINK' ? null : (named ?? standard);
  const { method } = named === null && id !== null ? await get({ method: paths.paymentMethod(id) }) : found;
  const card = method === null || id === null ? null : { ...method, id };
  return { subscription, identity, openInvoice, method: card };
}

async function carryOut(
  billing: SubscriptionBilling,
  subscription: SubscriptionWithId,
  order: StripeOrder,
): Promise<OrderAnswer> {
  const { id: subscriptionId, userId, organizationId, currency } = subscription;
  const key = `subscription_${subscriptionId}_${order.number}`;
  const about = { subscriptionId, userId, organizationId, currency, number: order.number };
  const gatewaySubscriptionId = subscription.stripeSubscriptionId ?? '';
  switch (order.what) {
    case 'BEGIN': {
      const { terms, gatewayCustomerId } = order;
      const begun = await taken(() => billing.begin({ ...about, terms, gatewayCustomerId }));
      return { order, isTaken: begun !== null, gatewaySubscriptionId: begun };
    }
    case 'CHANGE': {
      const { terms, movesPeriod } = order;
      const changed = await taken(async () => {
        await billing.change({ ...about, terms, movesPeriod, gatewaySubscriptionId });
        return true;
      });
      return { order, isTaken: changed !== null, gatewaySubscriptionId: null };
    }
    case 'END':
      await billing.end({ gatewaySubscriptionId, key });
      return { order, isTaken: true, gatewaySubscriptionId: null };
    case 'CLOSE_INVOICE': {
      const { gatewayInvoiceId, isPaid } = order;
      await billing.closeInvoice({ gatewayInvoiceId, isPaid, key });
      return { order, isTaken: true, gatewaySubscriptionId: null };
    }
  }
}

/** Null when Stripe refuses what it is asked for, or could not charge it: then our own engine has to. */
async function taken<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    const isRefusal =
      error instanceof BillingError &&
      (error.code === 'GATEWAY_DECLINED' || error.code === 'CURRENCY_UNSUPPORTED');
    if (!isRefusal) throw error;
    return null;
  }
}
