import type { EventContext, Reading } from './reading';
import type { BillingInvoice } from './subscription-invoice';
import { subscriptionInvoice } from './subscription-invoice';

/** An invoice of Stripe's own billing was paid. Our own invoices are paid by payments, and never become one there. */
export function invoicePaid(invoice: BillingInvoice, context: EventContext): Reading {
  return subscriptionInvoice(invoice, 'SUBSCRIPTION_INVOICE_PAID', context);
}
