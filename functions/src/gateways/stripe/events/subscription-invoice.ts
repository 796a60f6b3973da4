import type { SubscriptionInvoiceNews } from '../../gateway';
import { gatewayReasonOf } from '../failure';
import type { AnyInvoice } from '../billing/invoice-news';
import { intentOfInvoice, invoiceNews } from '../billing/invoice-news';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/**
 * What an invoice of a subscription says, in either shape; one of no subscription of ours is none of ours. What paid it,
 * or why that failed, is in no event since basil: Stripe is asked for it. Of an invoice that we did not have made nobody
 * asks.
 */
export async function subscriptionInvoice(
  invoice: AnyInvoice,
  kind: SubscriptionInvoiceNews['kind'],
  { project, lookup }: EventContext,
): Promise<Reading> {
  const news = invoiceNews(invoice, kind, project);
  if (news === null) return NOT_OURS;
  if (news.agreement === null || kind === 'SUBSCRIPTION_INVOICE_OPEN') return reading(news);
  const now = await lookup.invoice(invoice.id);
  if (now === null) return reading(news);
  const { gatewayPaymentId = null, reason = null } = invoiceNews(now, kind, project) ?? {};
  const intent = intentOfInvoice(now);
  const error = typeof intent === 'object' ? (intent?.last_payment_error ?? null) : null;
  const isFailed = kind === 'SUBSCRIPTION_INVOICE_FAILED';
  return reading({ ...news, gatewayPaymentId, reason }, isFailed ? gatewayReasonOf(error) : null);
}
