import type { EventContext, Reading } from './reading';
import type { BillingInvoice } from './subscription-invoice';
import { subscriptionInvoice } from './subscription-invoice';

/** Stripe's own billing tried to charge an invoice in vain. */
export function invoicePaymentFailed(invoice: BillingInvoice, context: EventContext): Reading {
  return subscriptionInvoice(invoice, 'SUBSCRIPTION_INVOICE_FAILED', context);
}
