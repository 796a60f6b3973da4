import type { AnyInvoice } from '../billing/invoice-news';
import type { EventContext, Reading } from './reading';
import { subscriptionInvoice } from './subscription-invoice';

/** An invoice of Stripe's own billing was paid. Our other invoices are paid by payments, and never become one there. */
export function invoicePaid(invoice: AnyInvoice, context: EventContext): Promise<Reading> {
  return subscriptionInvoice(invoice, 'SUBSCRIPTION_INVOICE_PAID', context);
}
