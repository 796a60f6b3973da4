import type { AnyInvoice } from '../billing/invoice-news';
import type { EventContext, Reading } from './reading';
import { subscriptionInvoice } from './subscription-invoice';

/** A try to pay an invoice of Stripe's own billing failed: one of Stripe's, or the echo of one of ours. */
export function invoicePaymentFailed(invoice: AnyInvoice, context: EventContext): Promise<Reading> {
  return subscriptionInvoice(invoice, 'SUBSCRIPTION_INVOICE_FAILED', context);
}
