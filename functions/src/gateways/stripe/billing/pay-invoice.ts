import { projectID } from 'firebase-functions/params';
import type Stripe from 'stripe';
import { BillingError, must } from '../../../platform/errors';
import type { SubscriptionBilling, SubscriptionInvoiceNews } from '../../gateway';
import { find, order as orderAt } from '../call';
import { stripeClient } from '../client';
import { offSessionFailureOf } from '../failure';
import { invoiceNews } from './invoice-news';

type Order = Parameters<SubscriptionBilling['payInvoice']>[0];

const PAYMENTS = { expand: ['payments.data.payment.payment_intent'] };

/**
 * Tries to pay an open invoice with a card. Stripe answers a refused card with an error; whatever else it says no to, the
 * invoice as it is now tells: it may have been paid while we asked.
 */
export function payInvoice({
  gatewayInvoiceId,
  gatewayMethodId,
  key,
}: Order): Promise<SubscriptionInvoiceNews> {
  const { invoices } = stripeClient();
  return orderAt(
    async () => {
      const paid = await invoices.pay(
        gatewayInvoiceId,
        { payment_method: gatewayMethodId, off_session: true, ...PAYMENTS },
        { idempotencyKey: key },
      );
      return ours(paid, 'SUBSCRIPTION_INVOICE_PAID');
    },
    async (refusal) => {
      const invoice = must(
        await find(() => invoices.retrieve(gatewayInvoiceId, PAYMENTS)),
        'GATEWAY_DECLINED',
      );
      if (invoice.status === 'paid') return ours(invoice, 'SUBSCRIPTION_INVOICE_PAID');
      if (invoice.status !== 'open') throw new BillingError('GATEWAY_DECLINED', {}, { cause: refusal });
      return { ...ours(invoice, 'SUBSCRIPTION_INVOICE_FAILED'), reason: offSessionFailureOf(refusal) };
    },
  );
}

function ours(invoice: Stripe.Invoice, kind: SubscriptionInvoiceNews['kind']): SubscriptionInvoiceNews {
  return must(invoiceNews(invoice, kind, projectID.value()), 'GATEWAY_DECLINED', {});
}
