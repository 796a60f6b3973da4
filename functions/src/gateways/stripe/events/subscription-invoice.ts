import type Stripe from 'stripe';
import type { SubscriptionInvoiceNews } from '../../gateway';
import { fromStripeAmount } from '../amount';
import { idOf } from '../expandable';
import { subscriptionIdFrom } from '../reference';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

type Metadata = Stripe.Metadata | null;

/** An invoice of Stripe's own billing, as far as it is read here. */
export type BillingInvoice = Pick<
  Stripe.Invoice,
  'id' | 'parent' | 'payments' | 'metadata' | 'amount_paid' | 'amount_due' | 'currency'
>;

/** What the same invoice has at an endpoint of a version before basil (2025-03-31). */
export interface BillingInvoiceBeforeBasil extends Omit<BillingInvoice, 'parent' | 'payments'> {
  readonly subscription: string | { readonly id: string } | null;
  readonly subscription_details?: { readonly metadata: Metadata } | null;
  readonly payment_intent: string | { readonly id: string } | null;
}

type AnyShape = BillingInvoice | BillingInvoiceBeforeBasil;

/** Where each shape keeps the subscription and the payment. */
interface Parts {
  readonly subscription: string | null;
  /** A copy of the subscription's, made when the invoice was. */
  readonly subscriptionMetadata: Metadata;
  readonly paymentIntent: string | null;
}

/** What an invoice of a subscription says, in either shape; one of no subscription of ours is none of ours. */
export function subscriptionInvoice(
  invoice: AnyShape,
  kind: SubscriptionInvoiceNews['kind'],
  { project }: EventContext,
): Reading {
  const { subscription, subscriptionMetadata, paymentIntent } = partsOf(invoice);
  const subscriptionId =
    subscriptionIdFrom(project, subscriptionMetadata) ?? subscriptionIdFrom(project, invoice.metadata);
  if (subscriptionId === null || subscription === null) return NOT_OURS;
  const currency = invoice.currency.toUpperCase();
  const isPaid = kind === 'SUBSCRIPTION_INVOICE_PAID';
  return reading({
    kind,
    subscription: { subscriptionId, gatewaySubscriptionId: subscription },
    gatewayInvoiceId: invoice.id,
    gatewayPaymentId: paymentIntent,
    amount: fromStripeAmount(isPaid ? invoice.amount_paid : invoice.amount_due, currency),
    currency,
  });
}

function partsOf(invoice: AnyShape): Parts {
  if ('parent' in invoice) {
    const details = invoice.parent?.subscription_details ?? null;
    const [payment] = (invoice.payments?.data ?? []).flatMap(({ payment: { payment_intent: intent } }) =>
      intent === undefined ? [] : [idOf(intent)],
    );
    return {
      subscription: details === null ? null : idOf(details.subscription),
      subscriptionMetadata: details?.metadata ?? null,
      paymentIntent: payment ?? null,
    };
  }
  const { subscription, subscription_details: details, payment_intent: intent } = invoice;
  return {
    subscription: subscription === null ? null : idOf(subscription),
    subscriptionMetadata: details?.metadata ?? null,
    paymentIntent: intent === null ? null : idOf(intent),
  };
}
