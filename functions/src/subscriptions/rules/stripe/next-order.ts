import type { Decision } from '../../../core/decision';
import { update } from '../../../core/decision';
import type { SubscriptionWithId } from '../../../notifications/rules/subscription-event';
import type { Invoice } from '../../../schema/invoice';
import { paths } from '../../../schema/paths';
import type { PaymentMethod } from '../../../schema/payment-method';
import type { StripeBilling, StripeOrder, StripeTerms, Subscription } from '../../../schema/subscription';
import type { GatewayIdentity } from '../../../schema/user';
import { handleOf } from '../../../payments/rules/gateway-identity';
import { stateOf } from '../subscription-state';

/** So long before a period begins Stripe is not told to begin it: our own engine is about to. */
const LATEST_BEGIN_MS = 2 * 60 * 60 * 1000;

export interface OrderDocuments {
  readonly subscription: Subscription | null;
  readonly identity: GatewayIdentity | null;
  /** The card that the subscription is paid with: its own, or the customer's default one. */
  readonly method: (PaymentMethod & { readonly id: string }) | null;
  /** Ours of the invoice that is open at Stripe. */
  readonly openInvoice: Invoice | null;
}

/**
 * What Stripe is to be told next, stored as the subscription's order before it is. An order that has not been answered
 * comes first: it is repeated as it is, under its own key. Our document is the wish, what Stripe has confirmed the
 * truth there; while they agree there is nothing to tell.
 */
export function nextOrder(
  documents: OrderDocuments,
  subscriptionId: string,
  now: Date,
): Decision<{ order: StripeOrder | null; subscription: SubscriptionWithId | null }> {
  const { subscription: found } = documents;
  const stripe = found?.stripe ?? null;
  if (found === null || stripe === null) {
    return { writes: [], result: { order: null, subscription: null } };
  }
  const subscription = { ...found, id: subscriptionId };
  if (stripe.order !== null) return { writes: [], result: { order: stripe.order, subscription } };
  const order = orderFor({ ...found, stripe }, documents, now);
  if (order === null) return { writes: [], result: { order: null, subscription } };
  const stored = { ...stripe, order, orderCount: order.number };
  return {
    writes: [update(paths.subscription(subscriptionId), { stripe: stored })],
    result: { order, subscription: { ...subscription, stripe: stored } },
  };
}

function orderFor(
  subscription: Subscription & { readonly stripe: StripeBilling },
  { identity, method, openInvoice }: Omit<OrderDocuments, 'subscription'>,
  now: Date,
): StripeOrder | null {
  const { stripe, openInvoiceId, currentPeriodEnd, cancelAtPeriodEnd, status } = subscription;
  const named = { number: stripe.orderCount + 1, orderedAt: now };
  const wish = wishAtStripe(subscription, method);
  const isOver = stripe.openInvoice !== null && stripe.openInvoice.invoiceId !== openInvoiceId;
  if (stripe.openInvoice !== null && (isOver || wish === null)) {
    const { gatewayInvoiceId } = stripe.openInvoice;
    return { what: 'CLOSE_INVOICE', ...named, gatewayInvoiceId, isPaid: openInvoice?.status === 'PAID' };
  }
  const { told } = stripe;
  if (wish === null) return told === null ? null : { what: 'END', ...named };
  if (told === null) {
    const gatewayCustomerId = handleOf(identity, 'stripe');
    const inTime = currentPeriodEnd.getTime() - now.getTime() > LATEST_BEGIN_MS;
    const isSettled = status === 'ACTIVE' && openInvoiceId === null && !cancelAtPeriodEnd;
    if (gatewayCustomerId === null || !inTime || !isSettled) return null;
    return { what: 'BEGIN', ...named, terms: wish, gatewayCustomerId };
  }
  const movesPeriod = wish.periodEnd.getTime() !== told.periodEnd.getTime() && wish.periodEnd > now;
  return movesPeriod || differs(wish, told) ? { what: 'CHANGE', ...named, terms: wish, movesPeriod } : null;
}

/**
 * What Stripe is to bill by, or null when it is to bill nothing: before the first payment, after the end, and wherever
 * something else than a whole charge of a card that Stripe keeps is wanted (a link, the wallet, another gateway's card).
 */
export function wishAtStripe(
  subscription: Subscription,
  method: OrderDocuments['method'],
): StripeTerms | null {
  const {
    stripe,
    status,
    paymentWay,
    pendingTerms,
    currentPeriodEnd: periodEnd,
    cancelAtPeriodEnd,
  } = subscription;
  const state = stateOf(subscription);
  if (stripe === null || stripe.isRefused || state === 'NOT_STARTED' || state === 'CANCELLED') return null;
  const isCard = method?.gateway === 'stripe' && method.type === 'card' && method.removedAt === null;
  if (!isCard || paymentWay.kind === 'LINK' || paymentWay.useWallet) return null;
  const { planId, planName, billingPeriod, price, taxRate } = { ...subscription, ...pendingTerms };
  return {
    ...{ planId, planName, billingPeriod, price, taxRate },
    paymentMethodId: method.id,
    gatewayMethodId: method.gatewayMethodId,
    periodEnd,
    cancelAtPeriodEnd,
    isPaused: status === 'SUSPENDED',
  };
}

/** Apart from when the period ends. */
function differs(wish: StripeTerms, told: StripeTerms): boolean {
  const names = Object.keys(wish).filter((name) => name !== 'periodEnd') as (keyof StripeTerms)[];
  return names.some((name) => wish[name] !== told[name]);
}
