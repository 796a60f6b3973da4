import type Stripe from 'stripe';
import type { SubscriptionInvoiceNews } from '../../gateway';
import { fromStripeAmount } from '../amount';
import { idOf } from '../expandable';
import { offSessionFailureOf } from '../failure';
import { subscriptionIdFrom } from '../reference';
import { agreementFrom } from './agreement';

type Metadata = Stripe.Metadata | null;
type Line = Pick<Stripe.InvoiceLineItem, 'period'>;

/** An invoice of Stripe's own billing, as far as it is read here. */
export type BillingInvoice = Pick<
  Stripe.Invoice,
  'id' | 'parent' | 'payments' | 'metadata' | 'amount_paid' | 'amount_due' | 'currency' | 'livemode'
> & { readonly lines: { readonly data: readonly Line[] } };

/** What the same invoice has at an endpoint of a version before basil (2025-03-31). */
export interface BillingInvoiceBeforeBasil extends Omit<BillingInvoice, 'parent' | 'payments'> {
  readonly subscription: string | { readonly id: string } | null;
  readonly subscription_details?: { readonly metadata: Metadata } | null;
  readonly payment_intent: string | Stripe.PaymentIntent | null;
}

export type AnyInvoice = BillingInvoice | BillingInvoiceBeforeBasil;

/** Where each shape keeps the subscription and the payment. */
interface Parts {
  readonly subscription: string | null;
  /** A copy of the subscription's, made when the invoice was. */
  readonly subscriptionMetadata: Metadata;
  readonly paymentIntent: string | Stripe.PaymentIntent | null;
}

/** What an invoice of a subscription says, in either shape; null for one of no subscription of ours. */
export function invoiceNews(
  invoice: AnyInvoice,
  kind: SubscriptionInvoiceNews['kind'],
  project: string,
): SubscriptionInvoiceNews | null {
  const { subscription, subscriptionMetadata, paymentIntent } = partsOf(invoice);
  const subscriptionId =
    subscriptionIdFrom(project, subscriptionMetadata) ?? subscriptionIdFrom(project, invoice.metadata);
  if (subscriptionId === null || subscription === null) return null;
  const currency = invoice.currency.toUpperCase();
  const isPaid = kind === 'SUBSCRIPTION_INVOICE_PAID';
  const isFailed = kind === 'SUBSCRIPTION_INVOICE_FAILED';
  const error = typeof paymentIntent === 'object' ? (paymentIntent?.last_payment_error ?? null) : null;
  return {
    kind,
    subscription: { subscriptionId, gatewaySubscriptionId: subscription },
    agreement: agreementFrom(subscriptionMetadata),
    gatewayInvoiceId: invoice.id,
    gatewayPaymentId: isPaid && paymentIntent !== null ? idOf(paymentIntent) : null,
    period: periodOf(invoice.lines.data),
    amount: fromStripeAmount(isPaid ? invoice.amount_paid : invoice.amount_due, currency),
    currency,
    isTest: !invoice.livemode,
    reason: isFailed ? offSessionFailureOf(error) : null,
  };
}

/** What pays an invoice, or paid it. */
export function intentOfInvoice(invoice: AnyInvoice): string | Stripe.PaymentIntent | null {
  return partsOf(invoice).paymentIntent;
}

/** Of the line that reaches furthest: an invoice may bill what was left of an earlier period, too. */
function periodOf(lines: readonly Line[]): SubscriptionInvoiceNews['period'] {
  const { start, end } = lines.reduce((last, { period }) => (period.end > last.end ? period : last), {
    start: 0,
    end: 0,
  });
  return { start: new Date(start * 1000), end: new Date(end * 1000) };
}

function partsOf(invoice: AnyInvoice): Parts {
  if ('parent' in invoice) {
    const details = invoice.parent?.subscription_details ?? null;
    const intents = (invoice.payments?.data ?? []).flatMap(
      ({ status, payment: { payment_intent: intent } }) =>
        intent === undefined || status === 'canceled' ? [] : [{ status, intent }],
    );
    const [first = null] = intents;
    const paid = intents.find(({ status }) => status === 'paid') ?? first;
    return {
      subscription: details === null ? null : idOf(details.subscription),
      subscriptionMetadata: details?.metadata ?? null,
      paymentIntent: paid?.intent ?? null,
    };
  }
  const { subscription, subscription_details: details, payment_intent: intent } = invoice;
  return {
    subscription: subscription === null ? null : idOf(subscription),
    subscriptionMetadata: details?.metadata ?? null,
    paymentIntent: intent,
  };
}
