import type { Decision, Fields } from '../../../core/decision';
import { update } from '../../../core/decision';
import { paths } from '../../../schema/paths';
import type { StripeBilling, StripeOrder, Subscription } from '../../../schema/subscription';
import { nextActionOf } from '../next-action';

/** What Stripe answered; without an answer the order stays, and is repeated. */
export interface OrderAnswer {
  readonly order: StripeOrder;
  readonly isTaken: boolean;
  /** Of a subscription that it has begun. */
  readonly gatewaySubscriptionId: string | null;
}

/**
 * What an answer of Stripe's leaves of an order; nothing when somebody else has noted it already. Terms that it refuses
 * are no reason to stop a service: our own engine bills from then on, and what Stripe has of it is ended.
 */
export function orderAnswered(
  { subscription: found }: { readonly subscription: Subscription | null },
  { order, isTaken, gatewaySubscriptionId }: OrderAnswer,
  subscriptionId: string,
  now: Date,
): Decision<null> {
  const stripe = found?.stripe ?? null;
  if (found === null || stripe?.order?.number !== order.number) return { writes: [], result: null };
  const changed = after({ ...stripe, order: null }, order, isTaken);
  const isEnded = order.what === 'END' && found.status !== 'CANCELLED';
  const fields: Partial<Fields<Subscription>> = {
    stripe: changed,
    ...(gatewaySubscriptionId === null ? {} : { stripeSubscriptionId: gatewaySubscriptionId }),
    ...(isEnded ? { stripeSubscriptionId: null } : {}),
  };
  // Who bills is another now; while an invoice is open the dunning says what is next.
  const isIdle = found.openInvoiceId === null && found.attempt === null;
  const nextActionAt = isIdle ? { nextActionAt: nextActionOf({ ...found, ...fields }, now) } : {};
  return {
    writes: [update(paths.subscription(subscriptionId), { ...fields, ...nextActionAt })],
    result: null,
  };
}

function after(stripe: StripeBilling, order: StripeOrder, isTaken: boolean): StripeBilling {
  if (!isTaken) return { ...stripe, isRefused: true };
  switch (order.what) {
    case 'BEGIN':
    case 'CHANGE':
      return { ...stripe, told: order.terms };
    case 'END':
      return { ...stripe, told: null };
    case 'CLOSE_INVOICE':
      return stripe.openInvoice?.gatewayInvoiceId === order.gatewayInvoiceId
        ? { ...stripe, openInvoice: null }
        : stripe;
  }
}
