import type { StripeBilling, Subscription } from '../../../schema/subscription';

type Billed = Pick<Subscription, 'stripe'>;

/** How Stripe stands to a subscription that it may bill, when it begins. */
export const NOT_TOLD: StripeBilling = {
  told: null,
  order: null,
  orderCount: 0,
  openInvoice: null,
  isRefused: false,
};

/**
 * Whether Stripe begins the next period, or may: an order to begin that has not been answered may have reached it, and
 * then two would bill.
 */
export function isBilledByStripe({ stripe }: Billed): boolean {
  return stripe !== null && (stripe.told !== null || stripe.order?.what === 'BEGIN');
}

/** Stripe's name for an invoice of ours that is to be paid there; null for one that is ours alone. */
export function openAtStripe(
  { stripe, paymentWay }: Pick<Subscription, 'stripe' | 'paymentWay'>,
  invoiceId: string,
): string | null {
  // The wallet's part of an invoice is taken by us, and Stripe's invoice is over all of it.
  if (stripe?.openInvoice?.invoiceId !== invoiceId || paymentWay.useWallet) return null;
  return stripe.openInvoice.gatewayInvoiceId;
}
