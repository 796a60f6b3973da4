import { projectID } from 'firebase-functions/params';
import type { SubscriptionInvoiceNews } from '../../gateway';
import { ask } from '../call';
import { stripeClient } from '../client';
import { lookup } from '../lookup';
import { invoiceNews } from './invoice-news';

/** The invoice that Stripe made last for a subscription, as it is now. */
export async function latestInvoice(gatewaySubscriptionId: string): Promise<SubscriptionInvoiceNews | null> {
  const { data } = await ask(() =>
    stripeClient().invoices.list({ subscription: gatewaySubscriptionId, limit: 1 }),
  );
  const [latest] = data;
  // What pays it is too deep to be expanded in a list.
  const invoice = latest === undefined ? null : await lookup.invoice(latest.id);
  if (invoice === null) return null;
  switch (invoice.status) {
    case 'paid':
      return invoiceNews(invoice, 'SUBSCRIPTION_INVOICE_PAID', projectID.value());
    case 'open':
      return invoiceNews(
        invoice,
        invoice.attempt_count > 0 ? 'SUBSCRIPTION_INVOICE_FAILED' : 'SUBSCRIPTION_INVOICE_OPEN',
        projectID.value(),
      );
    case 'draft':
    case 'void':
    case 'uncollectible':
    case null:
      return null;
    default:
      return null;
  }
}
