import type { AnyInvoice } from '../billing/invoice-news';
import type { EventContext, Reading } from './reading';
import { subscriptionInvoice } from './subscription-invoice';

/** Stripe has begun a period of a subscription, and will try to charge for it. */
export function invoiceFinalized(invoice: AnyInvoice, context: EventContext): Promise<Reading> {
  return subscriptionInvoice(invoice, 'SUBSCRIPTION_INVOICE_OPEN', context);
}
