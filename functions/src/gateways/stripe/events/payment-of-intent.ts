import type Stripe from 'stripe';
import { gatewayInvoicePaymentId } from '../../../payments/rules/gateway-invoice-payment-id';
import type { PaymentReference } from '../../gateway';
import { invoiceNews } from '../billing/invoice-news';
import { idOf } from '../expandable';
import { fromMetadata } from '../reference';
import type { EventContext } from './reading';

/**
 * The payment that an intent is of, asked of Stripe; null when it is none of ours. The intent of an invoice of Stripe's
 * own billing carries no ids, and its invoice does.
 */
export async function paymentOfIntent(
  intent: string | Stripe.PaymentIntent | null,
  { project, lookup }: EventContext,
): Promise<PaymentReference | null> {
  if (intent === null) return null;
  const intentId = idOf(intent);
  const found = await lookup.paymentIntent(intentId);
  const payment = fromMetadata(project, found?.metadata ?? null);
  if (payment !== null) return payment;
  const invoice = await lookup.invoiceOfIntent(intentId);
  const news = invoice === null ? null : invoiceNews(invoice, 'SUBSCRIPTION_INVOICE_PAID', project);
  if (!news?.agreement) return null;
  return { paymentId: gatewayInvoicePaymentId(news.gatewayInvoiceId), owner: null };
}
