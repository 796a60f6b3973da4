import Stripe from 'stripe';
import { newId } from '../ids';
import { cancelPaymentIntent, createPaymentIntent } from '../payments/payment-intent';
import { idOf, type Call } from '../world';
import { itemOf } from './subscription';

/** Stripe finalizes the invoice of a period about an hour after it began. */
export const FINALIZED_AFTER_SECONDS = 60 * 60;

const NO_TAX = { disabled_reason: null, enabled: false, liability: null, provider: null, status: null };

/** Drafts the invoice of a subscription's running period. */
export function draftInvoice(
  call: Call,
  subscription: Stripe.Subscription,
  reason: 'subscription_create' | 'subscription_cycle' | 'subscription_update',
): Stripe.Invoice {
  const id = newId('in');
  const item = itemOf(subscription);
  const isTrial = subscription.status === 'trialing';
  const amount = isTrial ? 0 : (item.price.unit_amount ?? 0);
  const customer = call.objects.customers.get(idOf(subscription.customer) ?? '');
  const period = { start: item.current_period_start, end: item.current_period_end };
  const invoice: Stripe.Invoice = {
    id,
    object: 'invoice',
    account_country: 'TR',
    account_name: 'Test merchant',
    account_tax_ids: null,
    amount_due: amount,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: amount,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    automatic_tax: NO_TAX,
    automatically_finalizes_at: call.now + FINALIZED_AFTER_SECONDS,
    billing_reason: reason,
    collection_method: 'charge_automatically',
    created: call.now,
    currency: subscription.currency,
    custom_fields: null,
    customer: idOf(subscription.customer),
    customer_account: null,
    customer_address: customer?.address ?? null,
    customer_email: customer?.email ?? null,
    customer_name: customer?.name ?? null,
    customer_phone: null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: {
      object: 'list',
      data: [
        {
          id: newId('il'),
          object: 'line_item',
          amount,
          currency: subscription.currency,
          description: null,
          discount_amounts: [],
          discountable: true,
          discounts: [],
          invoice: id,
          livemode: false,
          metadata: subscription.metadata,
          parent: {
            invoice_item_details: null,
            subscription_item_details: {
              invoice_item: null,
              proration: false,
              proration_details: { credited_items: null },
              subscription: subscription.id,
              subscription_item: item.id,
            },
            type: 'subscription_item_details',
          },
          period,
          pretax_credit_amounts: [],
          pricing: {
            price_details: { price: item.price.id, product: idOf(item.price.product) ?? '' },
            type: 'price_details',
            unit_amount_decimal: Stripe.Decimal.from(String(amount)),
          },
          quantity: 1,
          quantity_decimal: Stripe.Decimal.from('1'),
          subscription: subscription.id,
          subtotal: amount,
          taxes: [],
        },
      ],
      has_more: false,
      url: `/v1/invoices/${id}/lines`,
    },
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: call.now,
    period_start: period.start,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal: amount,
    subtotal_excluding_tax: amount,
    test_clock: null,
    total: amount,
    total_discount_amounts: [],
    total_excluding_tax: amount,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: call.now,
  };
  call.objects.invoices.set(id, invoice);
  call.emit('invoice.created', invoice);
  return invoice;
}

/** Makes a draft an invoice: it has a number, an intent to pay it, and is open, or paid when nothing is due. */
export function finalizeInvoice(call: Call, draft: Stripe.Invoice): Stripe.Invoice {
  const customer = call.objects.customers.get(idOf(draft.customer) ?? '');
  const count = [...call.objects.invoices.values()].filter(
    ({ customer: other, number }) => number !== null && idOf(other) === idOf(draft.customer),
  ).length;
  const open = replaceInvoice(call, draft, {
    automatically_finalizes_at: null,
    effective_at: call.now,
    ending_balance: 0,
    number: `${customer?.invoice_prefix ?? 'TEST'}-${String(count + 1).padStart(4, '0')}`,
    status: 'open',
    status_transitions: { ...draft.status_transitions, finalized_at: call.now },
  });
  if (open.amount_due > 0) addPayment(call, open);
  call.emit('invoice.finalized', open);
  return open.amount_due === 0 ? markPaid(call, open) : open;
}

function addPayment(call: Call, invoice: Stripe.Invoice): void {
  const intent = createPaymentIntent(call, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: idOf(invoice.customer),
    description: 'Subscription update',
    captureMethod: 'automatic',
  });
  const payment: Stripe.InvoicePayment = {
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: call.now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  };
  call.objects.invoicePayments.set(payment.id, payment);
}

/** What pays an invoice, by default; null for one over nothing. */
export function paymentOf(call: Pick<Call, 'objects'>, invoiceId: string): Stripe.InvoicePayment | null {
  const payments = [...call.objects.invoicePayments.values()];
  return payments.find(({ invoice }) => idOf(invoice) === invoiceId) ?? null;
}

/** The invoice is paid: by its intent, outside of Stripe, or since nothing was due. */
export function markPaid(call: Call, invoice: Stripe.Invoice): Stripe.Invoice {
  const paid = replaceInvoice(call, invoice, {
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    attempted: true,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...invoice.status_transitions, paid_at: call.now },
  });
  call.emit('invoice.paid', paid);
  call.emit('invoice.payment_succeeded', paid);
  return paid;
}

/** The default payment was made, or will not be. */
export function closePayment(call: Call, invoiceId: string, status: 'paid' | 'canceled'): void {
  const payment = paymentOf(call, invoiceId);
  if (!payment) return;
  const isPaid = status === 'paid';
  call.objects.invoicePayments.set(payment.id, {
    ...payment,
    status,
    amount_paid: isPaid ? payment.amount_requested : null,
    status_transitions: {
      canceled_at: isPaid ? null : call.now,
      paid_at: isPaid ? call.now : null,
    },
  });
  const intent = call.objects.paymentIntents.get(idOf(payment.payment.payment_intent) ?? '');
  if (!isPaid && intent) cancelPaymentIntent(call, intent, 'void_invoice');
}

export function voidInvoice(call: Call, invoice: Stripe.Invoice): Stripe.Invoice {
  closePayment(call, invoice.id, 'canceled');
  const voided = replaceInvoice(call, invoice, {
    status: 'void',
    status_transitions: { ...invoice.status_transitions, voided_at: call.now },
  });
  call.emit('invoice.voided', voided);
  return voided;
}

export function replaceInvoice(
  call: Call,
  invoice: Stripe.Invoice,
  changes: Partial<Stripe.Invoice>,
): Stripe.Invoice {
  const changed: Stripe.Invoice = { ...invoice, ...changes };
  call.objects.invoices.set(invoice.id, changed);
  return changed;
}
